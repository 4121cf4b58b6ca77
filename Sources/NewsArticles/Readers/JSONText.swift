import FoundationEssentials

/// What stands in the place of a text: a text, a number, an object that has a name, or several of these.
struct JSONText: Decodable {
  /// None where it is nothing of that kind.
  let parts: [String]

  private enum CodingKeys: String, CodingKey {
    case name
  }

  init(from decoder: any Decoder) throws {
    if let value = try? decoder.singleValueContainer() {
      if let text = try? value.decode(String.self) {
        parts = [text]
        return
      }
      if let number = try? value.decode(Decimal.self) {
        // As it was written; of more digits some would be lost, and an id that was rounded is another's.
        let digits = number.description
        parts = digits.count < 38 ? [digits] : []
        return
      }
      if let values = try? value.decode([JSONText].self) {
        parts = values.flatMap(\.parts)
        return
      }
    }
    let object = try? decoder.container(keyedBy: CodingKeys.self)
    parts = (try? object?.decode(JSONText.self, forKey: .name))?.parts ?? []
  }
}
