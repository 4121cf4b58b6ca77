#include <lzma.h>

// One stream behind the other, as xz reads them; of liblzma only a macro names the flag.
static inline lzma_ret newsfind_lzma_decoder(lzma_stream *stream, uint64_t memory) {
  return lzma_stream_decoder(stream, memory, LZMA_CONCATENATED);
}
