/// Asks for the cache line of an address, and goes on: what Swift has no word for.
///
/// Any address may be given: one that cannot be read changes nothing.
static inline __attribute__((always_inline)) void newsfind_prefetch(const void *address) {
  __builtin_prefetch(address);
}
