/// Something that was to be read cannot be: which, and why.
struct InputError: Error, Hashable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
