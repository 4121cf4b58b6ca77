import NewsFindKit

/// Why a hit scores what it does, as `--json --explain` prints it.
struct ExplanationRecord: Encodable {
  struct Part: Encodable {
    let kind: String
    let text: String
    let score: Double
    let idf: Double
    let titleFrequency: Double
    let textFrequency: Double

    enum CodingKeys: String, CodingKey {
      case kind, text, score, idf
      case titleFrequency = "title_frequency"
      case textFrequency = "text_frequency"
    }
  }

  let parts: [Part]
  let freshness: Double

  init(_ explanation: ScoreExplanation) {
    parts = explanation.parts.map {
      Part(
        kind: $0.kind.rawValue, text: $0.text, score: $0.score, idf: $0.idf,
        titleFrequency: $0.titleFrequency,
        textFrequency: $0.textFrequency)
    }
    freshness = explanation.freshness
  }
}
