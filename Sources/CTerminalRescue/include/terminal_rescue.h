// Leaves the terminal as it was found, however the program ends.
#pragma once
#include <stddef.h>

// Remembers how the terminal on a descriptor is set. Call before it is changed. 0, or -1 with errno.
int terminal_rescue_remember(int descriptor);

// From now on every fatal signal and exit() first writes these bytes and restores what was remembered.
// The program then dies of the signal, as it would have. At most 512 bytes are kept.
void terminal_rescue_arm(const char *reset, size_t length);

// Writes the bytes and restores the settings now, if armed. Safe in a signal handler.
void terminal_rescue_restore(void);

// Where the reset string goes: standard output, unless told otherwise.
void terminal_rescue_write_to(int descriptor);

// The terminal has been restored by other means: nothing is left to do.
void terminal_rescue_disarm(void);

// Writes the number of each SIGWINCH, SIGTSTP and SIGCONT as one byte to a pipe. 0, or -1 with errno.
int terminal_rescue_watch(int descriptor);

// Stops the program's whole job, as Ctrl-Z on a terminal does; returns when it goes on.
void terminal_rescue_stop(void);
