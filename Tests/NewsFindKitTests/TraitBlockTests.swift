import SQLiteStore
import TestSupport
import Testing

@testable import NewsFindKit

extension ArticleTraits {
  /// Any traits, extremes among them more often than by chance.
  static func random(_ random: inout SeededGenerator) -> ArticleTraits {
    func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
      [.min, .max, 0, .random(in: .min ... .max, using: &random)][Int.random(in: 0...3, using: &random)]
    }
    var traits = ArticleTraits.absent
    traits.minutes = number(Int32.self)
    traits.section = number(UInt16.self)
    traits.source = number(UInt16.self)
    traits.textLength = number(UInt16.self)
    traits.titleLength = number(UInt8.self)
    return traits
  }
}

@Suite struct TraitBlockTests {
  @Test func `each slot keeps what was put into it`() {
    var random = SeededGenerator()
    var block = TraitBlock()
    var reference = [ArticleTraits](repeating: .absent, count: TraitBlock.articleCount)
    for _ in 0..<2_000 {
      let slot = Int.random(in: reference.indices, using: &random)
      reference[slot] = .random(&random)
      block[slot] = reference[slot]
    }
    for slot in reference.indices {
      #expect(block[slot] == reference[slot], "slot \(slot), seed \(random.seed)")
    }
    #expect(block.bytes.count == TraitBlock.byteCount)
    let copy = TraitBlock(bytes: block.bytes)
    #expect(reference.indices.allSatisfy { copy?[$0] == reference[$0] }, "seed \(random.seed)")
  }

  @Test func `a new block holds no articles`() {
    #expect((0..<256).allSatisfy { TraitBlock()[$0] == .absent })
    #expect(ArticleTraits.absent.minutes == ArticleTraits.noDate)
  }

  @Test(arguments: [0, 1, 2_304, 2_815, 2_817, 5_632])
  func `bytes of another number are no block`(count: Int) {
    #expect(TraitBlock(bytes: [UInt8](repeating: 0, count: count)) == nil)
  }

  @Test func `the bytes lie as the file format says`() {
    var block = TraitBlock()
    block[3] = ArticleTraits(
      minutes: 0x0102_0304, section: 0x0506, source: 0x0A0B, textLength: 0x0708, titleLength: 9)
    #expect(block.bytes[12..<16] == [4, 3, 2, 1])
    #expect(block.bytes[1_030..<1_032] == [6, 5])
    #expect(block.bytes[1_542..<1_544] == [0x0B, 0x0A])
    #expect(block.bytes[2_054..<2_056] == [8, 7])
    #expect(block.bytes[2_563] == 9)
  }

  @Test(
    arguments: [
      (0, 0, 0), (1, 0, 1), (255, 0, 255), (256, 1, 0), (511, 1, 255), (1 << 40, 1 << 32, 0),
      (Int64.max, Int64.max >> 8, 255),
    ] as [(Int64, Int64, Int)])
  func `an article has its place in a block`(id: Int64, block: Int64, slot: Int) {
    #expect(TraitBlock.place(of: id) == (block, slot))
  }

  @Test(arguments: [
    (0, 0, 0, 0), (65_535, 255, 65_535, 255), (65_536, 256, 65_535, 255), (Int.max, Int.max, 65_535, 255),
  ])
  func `lengths stop at what fits`(text: Int, title: Int, textLength: UInt16, titleLength: UInt8) {
    let traits = ArticleTraits(minutes: nil, section: 1, textLength: text, titleLength: title)
    #expect(traits.textLength == textLength)
    #expect(traits.titleLength == titleLength)
    #expect(traits.minutes == ArticleTraits.noDate)
  }
}
