/// Takes a query's text apart.
///
///     words               ranked: the more of them, and the rarer, the better
///     "a phrase"          in this order; also “ ” and « »
///     +word  -word        in every hit; in none
///     a AND b  a OR b     also ET, OU; NOT and SAUF are as -; AND binds before OR, words side by side before both
///     (a b)               together
///     title:word          in this field; see ``QueryField``
///     prési*  =élevé      beginnings, exact forms; see ``QueryTerm/Kind``
///     "a b"~5             near one another
///
/// Whatever is typed is read somehow: an operator with nothing beside it, a mark that is never closed, a minus that
/// stands before no word mean nothing and are passed over. Complexity: linear in the bytes.
package struct QueryParser {
  private let tokens: [QueryToken]
  private var place = 0
  private var remarks: [QueryRemark]

  private init(_ lexer: QueryLexer) {
    tokens = lexer.tokens
    remarks = lexer.remarks
  }

  /// The query that a text means.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isDate: Whether a text names a date, for `before:` and `after:`.
  /// - Returns: The query, with remarks on what was not plain.
  package static func parse(_ text: String, isDate: @escaping (String) -> Bool = { _ in true }) -> Query {
    var parser = QueryParser(QueryLexer(text, isDate: isDate))
    let root = parser.disjunction(in: nil)
    return Query(
      text: text, root: root, remarks: parser.remarks.sorted { $0.range.lowerBound < $1.range.lowerBound },
      reading: root.flatMap { reading(of: $0, text) })
  }

  /// The canonical form, where it has more parentheses than what was typed.
  private static func reading(of root: QueryNode, _ text: String) -> String? {
    let description = root.description
    func count(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "(") } }
    return count(description) > count(text) ? description : nil
  }

  private var next: QueryToken? { place < tokens.count ? tokens[place] : nil }

  /// Operands between OR.
  private mutating func disjunction(in field: QueryField?) -> QueryNode? {
    let operands = operands({ $0.conjunction(in: field) }) { if case .or = $0 { true } else { false } }
    return Self.joined(operands) { operands in
      .or(operands.flatMap { if case .or(let inner) = $0.content { inner } else { [$0] } })
    }
  }

  /// Operands between AND.
  private mutating func conjunction(in field: QueryField?) -> QueryNode? {
    let operands = operands({ $0.list(in: field) }) { if case .and = $0 { true } else { false } }
    return Self.joined(operands) { operands in
      .and(operands.flatMap { if case .and(let inner) = $0.content { inner } else { [$0] } })
    }
  }

  /// Operands with an operator between each two of them; one that has nothing on a side is remarked on.
  private mutating func operands(
    _ operand: (inout QueryParser) -> QueryNode?, between isOperator: (QueryToken.Kind) -> Bool
  ) -> [QueryNode] {
    var operands: [QueryNode] = []
    var dangling: QueryToken?
    while true {
      if let operand = operand(&self) {
        operands.append(operand)
        dangling = nil
      }
      guard let token = next, isOperator(token.kind) else { break }
      if let dangling { remark(dangling) }
      dangling = token
      if operands.isEmpty {
        remark(token)
        dangling = nil
      }
      place += 1
    }
    if let dangling { remark(dangling) }
    return operands
  }

  /// What stands side by side.
  private mutating func list(in field: QueryField?) -> QueryNode? {
    var items: [QueryNode] = []
    while let item = item(in: field) { items.append(item) }
    return Self.joined(items) { items in
      .list(items.flatMap { if case .list(let inner) = $0.content, $0.isPlain { inner } else { [$0] } })
    }
  }

  private mutating func item(in field: QueryField?) -> QueryNode? {
    var negations: [QueryToken] = []
    while let token = next, case .not = token.kind {
      negations.append(token)
      place += 1
    }
    guard let token = next else {
      negations.forEach { remark($0) }
      return nil
    }
    let node: QueryNode?
    switch token.kind {
    case .plus, .minus:
      place += 1
      let isPlus = if case .plus = token.kind { true } else { false }
      node = operand(in: field).map { operand in
        QueryNode(
          isPlus ? .required(operand) : .excluded(operand), token.range.lowerBound..<operand.range.upperBound)
      }
    case .field, .open, .term: node = operand(in: field)
    case .close, .and, .or, .not: node = nil
    }
    guard let node else {
      negations.forEach { remark($0) }
      return nil
    }
    guard let first = negations.first, negations.count % 2 == 1 else { return node }
    return QueryNode(.excluded(node), first.range.lowerBound..<node.range.upperBound)
  }

  /// A term or a group, with the field before it.
  private mutating func operand(in outer: QueryField?) -> QueryNode? {
    var field = outer
    if let token = next, case .field(let own) = token.kind {
      field = own
      place += 1
    }
    guard let token = next else { return nil }
    switch token.kind {
    case .term(let term):
      place += 1
      return QueryNode(.term(term.field == nil ? term.moved(into: field) : term), token.range)
    case .open:
      place += 1
      let group = disjunction(in: field)
      if let close = next, case .close = close.kind {
        place += 1
      } else {
        remarks.append(
          QueryRemark(
            problem: "this parenthesis is never closed", reading: "it ends where the query ends",
            range: token.range))
      }
      return group
    case .close, .plus, .minus, .field, .and, .or, .not: return nil
    }
  }

  private static func joined(
    _ nodes: [QueryNode], _ content: ([QueryNode]) -> QueryNode.Content
  ) -> QueryNode? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    if nodes.count == 1 { return first }
    return QueryNode(content(nodes), first.range.lowerBound..<last.range.upperBound)
  }

  private mutating func remark(_ dangling: QueryToken) {
    remarks.append(
      QueryRemark(
        problem: "this operator has nothing to join on one of its sides", reading: "it was passed over",
        range: dangling.range))
  }
}

extension QueryTerm {
  /// The same in a field that a group is in.
  fileprivate func moved(into field: QueryField?) -> QueryTerm {
    guard let field else { return self }
    return QueryTerm(field.isText ? kind : .value, text, in: field)
  }
}
