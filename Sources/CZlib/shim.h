#pragma once
#include <zlib.h>

// inflateInit2 and deflateInit2 are macros, which Swift does not import.

/// Prepares `stream` to inflate; `window_bits` as in zlib.h (31 reads gzip, 47 gzip or zlib).
static inline int stillwatch_inflate_init(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

/// Prepares `stream` to deflate into a gzip container at `level` (1 to 9).
static inline int stillwatch_gzip_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}

/// The same with a window of 2 to the power of `window_bits` (9 to 15) bytes and `memory_level` (1 to 9) for its tables.
static inline int stillwatch_small_gzip_init(z_stream *stream, int level, int window_bits, int memory_level) {
    return deflateInit2(stream, level, Z_DEFLATED, 16 + window_bits, memory_level, Z_DEFAULT_STRATEGY);
}
