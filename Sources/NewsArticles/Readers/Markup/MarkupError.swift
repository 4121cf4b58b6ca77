/// Why markup was not read to its end.
enum MarkupError: Error, Hashable {
  /// The package was built without libxml2.
  case unavailable
  /// Elements stand in one another more than ``maximumDepth`` times.
  case tooDeep
  /// The document declares entities of its own: they could stand for anything, and for any amount of it.
  case declaresEntities
  /// There is no memory for a parser.
  case outOfMemory

  /// No deeper element is read: browsers draw the line at 512.
  static let maximumDepth = 512

  /// For people.
  var reason: String {
    switch self {
    case .unavailable:
      "HTML and XML are not read: this newsfind was built without libxml2 (the package's trait XML)"
    case .tooDeep: "its elements are nested more than \(Self.maximumDepth) deep"
    case .declaresEntities: "it declares entities of its own, and such files are not read"
    case .outOfMemory: "there is no memory to read it"
    }
  }
}
