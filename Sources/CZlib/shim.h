#include <zlib.h>

// Of zlib only a macro has this name.
static inline int newsfind_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
