// What Swift cannot import from ncurses by itself: macros, variadics and globals, as functions.
#pragma once
#define NCURSES_WIDECHAR 1
#define NCURSES_OPAQUE 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <wchar.h>

// term.h defines a macro for each capability, in words that other code uses; this is all that is wanted of it.
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int tigetnum(const char *);

// The wide classification of the C library, which ncurses itself goes by.
extern int wcwidth(wchar_t);

static inline SCREEN *curses_open(const char *terminal) { return newterm(terminal, stdout, stdin); }
static inline WINDOW *curses_window(void) { return stdscr; }
static inline int curses_lines(void) { return LINES; }
static inline int curses_columns(void) { return COLS; }
static inline int curses_pairs(void) { return COLOR_PAIRS; }
static inline int curses_colors(void) { return COLORS; }

// Takes the locale of the environment. Whether its characters are UTF-8.
static inline bool curses_take_locale(void) {
    setlocale(LC_CTYPE, "");
    const char *codeset = nl_langinfo(CODESET);
    return codeset[0] == 'U' && codeset[1] == 'T' && codeset[2] == 'F';
}

static inline unsigned curses_bold(void) { return A_BOLD; }
static inline unsigned curses_dim(void) { return A_DIM; }
static inline unsigned curses_underline(void) { return A_UNDERLINE; }
static inline unsigned curses_reverse(void) { return A_REVERSE; }
static inline unsigned curses_italic(void) { return A_ITALIC; }

// Fills one cell: a base, marks up to a zero, attributes, and a pair of any size.
static inline void curses_set_cell(cchar_t *cell, const wchar_t *text, unsigned attributes, int pair) {
    setcchar(cell, text, attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
}

// Writes cells from a place on; nothing in them is obeyed, and nothing wraps.
static inline int curses_write(int y, int x, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, y, x, cells, count);
}

// The next key: 0 for none, 1 for a character, 2 for a code of a key.
static inline int curses_next(unsigned *key) {
    wint_t value = 0;
    int kind = wget_wch(stdscr, &value);
    *key = value;
    return kind == ERR ? 0 : kind == KEY_CODE_YES ? 2 : 1;
}

// The mouse event that is waiting: button state, column and row.
static inline bool curses_mouse(unsigned *state, int *x, int *y) {
    MEVENT event;
    if (getmouse(&event) != OK) return false;
    *state = event.bstate;
    *x = event.x;
    *y = event.y;
    return true;
}

static inline void curses_listen_to_mouse(void) {
    mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED, 0);
    mouseinterval(0);
}
static inline bool curses_is_press(unsigned state) { return state & BUTTON1_PRESSED; }
static inline bool curses_is_release(unsigned state) { return state & BUTTON1_RELEASED; }
static inline bool curses_is_wheel_up(unsigned state) { return state & BUTTON4_PRESSED; }
static inline bool curses_is_wheel_down(unsigned state) { return state & BUTTON5_PRESSED; }

// The size that the terminal says it has; false if it does not say.
static inline bool curses_terminal_size(int *columns, int *lines) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
    *columns = size.ws_col;
    *lines = size.ws_row;
    return true;
}

// A file in memory (memfd_create, flag MFD_CLOEXEC); negative where the system has none.
static inline int curses_memory(void) { return (int)syscall(SYS_memfd_create, "frame", 1u); }

// How many bytes wait to be read.
static inline int curses_waiting(void) {
    int count = 0;
    return ioctl(STDIN_FILENO, FIONREAD, &count) == 0 ? count : 0;
}
