#include "terminal_rescue.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE};
#define FATAL_COUNT (sizeof fatal / sizeof fatal[0])

static char ignored[FATAL_COUNT];
static struct termios settings;
static int terminal = -1;
static volatile int output = STDOUT_FILENO;
static char bytes[512];
static volatile size_t byte_count;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t has_handlers;
static volatile int watcher = -1;
static char alternate_stack[32768];

int terminal_rescue_remember(int descriptor) {
    if (tcgetattr(descriptor, &settings) != 0) return -1;
    terminal = descriptor;
    // What the caller told us to ignore, as nohup does, stays ignored. Asked before ncurses takes some signals for itself.
    for (size_t index = 0; index < FATAL_COUNT; index += 1) {
        struct sigaction present;
        if (sigaction(fatal[index], NULL, &present) == 0) ignored[index] = present.sa_handler == SIG_IGN;
    }
    return 0;
}

void terminal_rescue_restore(void) {
    if (!armed) return;
    armed = 0;
    int error = errno;
    size_t done = 0;
    while (done < byte_count) {
        ssize_t count = write(output, bytes + done, byte_count - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += (size_t)count;
    }
    if (terminal >= 0) tcsetattr(terminal, TCSANOW, &settings);
    errno = error;
}

// Restores, and dies of the signal as if nobody had handled it. Handlers from before are not called: that of ncurses would
// write to the terminal again, and a debugger's would ask questions on it.
static void rescue(int signal_number) {
    terminal_rescue_restore();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void terminal_rescue_arm(const char *reset, size_t length) {
    byte_count = length < sizeof bytes ? length : sizeof bytes;
    memcpy(bytes, reset, byte_count);
    armed = 1;
    if (has_handlers) return;
    has_handlers = 1;
    atexit(terminal_rescue_restore);
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    stack_t present;
    // The runtime may have made a stack of its own; one is enough.
    if (sigaltstack(NULL, &present) != 0 || (present.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = rescue, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    for (size_t index = 0; index < FATAL_COUNT; index += 1) {
        if (!ignored[index]) sigaction(fatal[index], &action, NULL);
    }
}

void terminal_rescue_write_to(int descriptor) { output = descriptor; }

void terminal_rescue_disarm(void) { armed = 0; }

static void note(int signal_number) {
    int error = errno;
    unsigned char byte = (unsigned char)signal_number;
    // A full pipe already holds what there is to say.
    if (watcher >= 0 && write(watcher, &byte, 1) < 0) errno = error;
    errno = error;
}

int terminal_rescue_watch(int descriptor) {
    watcher = descriptor;
    struct sigaction action = {.sa_handler = descriptor < 0 ? SIG_DFL : note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGWINCH, &action, NULL) != 0) return -1;
    if (sigaction(SIGCONT, &action, NULL) != 0) return -1;
    return sigaction(SIGTSTP, &action, NULL);
}

void terminal_rescue_stop(void) {
    struct sigaction other = {.sa_handler = SIG_IGN};
    struct sigaction ours;
    sigemptyset(&other.sa_mask);
    sigaction(SIGTSTP, &other, &ours);
    // The rest of the job, such as the script that started the program.
    kill(0, SIGTSTP);
    // The program itself by a signal to this very thread: one to the process may reach another thread, after this one has
    // gone on and put the handler back. Threads of the dispatch library block signals.
    other.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &other, NULL);
    sigset_t stop;
    sigset_t before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &before);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}
