/// An attribute of an element.
struct MarkupAttribute: Hashable {
  /// The name without prefix, in lower case in HTML.
  let name: String
  let value: String
}

/// Is told what a parser finds, in the order of the document.
protocol MarkupHandler: AnyObject {
  /// Whether the values of an attribute matter: others are not copied.
  func wantsAttribute(_ name: String) -> Bool
  /// An element begins; its namespace is empty in HTML and where it has none.
  func start(_ name: String, namespace: String, _ attributes: [MarkupAttribute], line: Int)
  func end(_ name: String)
  /// A piece of text, in UTF-8, its entities resolved.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Whether the rest need not be read.
  var isDone: Bool { get }
}
