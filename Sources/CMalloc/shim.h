// What Swift's Glibc module leaves out of <malloc.h>.
#include <malloc.h>

// All threads allocate from one heap. Each of its own would grow page by page, with a system call for every page.
static inline void use_one_heap(void) {
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1);
#endif
}
