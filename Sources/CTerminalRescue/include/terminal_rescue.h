// The C part of restoring a terminal.
