#include <zlib.h>

/// `deflateInit2` is a macro, which Swift can't call: a gzip stream at the best level, whose header
/// has neither a time nor a name.
static inline int sitegen_gzip_init(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9,
                      Z_DEFAULT_STRATEGY);
}
