/// That an article holds a term, and how often.
///
/// Eight bytes, so that millions fit in memory while they wait to be written.
struct Posting: Hashable {
  /// The article's row.
  var article: UInt32
  /// Occurrences in lead and body, at most 65,535.
  var textFrequency: UInt16
  /// Occurrences in the title, or in what stands for one, at most 255.
  var titleFrequency: UInt8
}
