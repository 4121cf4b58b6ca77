#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Maps the file that lies at `start`, mapped and shared, once more, from the same place on: Swift cannot call what takes
/// as many arguments as one likes.
///
/// Returns -1 where the system cannot.
static inline long newsfind_map_again(const void *start, size_t count) {
#ifdef SYS_mremap
  // 1 is MREMAP_MAYMOVE. That the old size is 0 makes a second mapping, and leaves the first.
  return syscall(SYS_mremap, start, (size_t)0, count, 1, (void *)0);
#else
  return -1;
#endif
}
