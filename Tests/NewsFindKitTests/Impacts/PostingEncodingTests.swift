import TestSupport
import Testing

@testable import NewsFindKit

@Suite struct PostingEncodingTests {
  /// Postings with gaps and frequencies of many sizes.
  private static func postings(
    _ count: Int, after previous: UInt32, _ random: inout SeededGenerator
  ) -> [Posting] {
    let gap: UInt32 = [1, 2, 50, 128, 300, 16_000, 100_000].randomElement(using: &random) ?? 1
    let text: UInt16 = [1, 3, 900, .max].randomElement(using: &random) ?? 1
    let title: UInt8 = [0, 0, 1, .max].randomElement(using: &random) ?? 0
    let least: UInt16 = Bool.random(using: &random) ? 1 : 0
    var article = previous
    return (0..<count).map { _ in
      article += UInt32.random(in: 1...gap, using: &random)
      return Posting(
        article: article, textFrequency: UInt16.random(in: least...text, using: &random),
        titleFrequency: UInt8.random(in: 0...title, using: &random))
    }
  }

  @Test("a block and a rest read as they were written") func roundTrip() {
    var random = SeededGenerator()
    for trial in 0..<300 {
      let previous = UInt32.random(in: 0...1_000_000, using: &random)
      let block = Self.postings(128, after: previous, &random)
      let rest = Self.postings(Int.random(in: 0...127, using: &random), after: block[127].article, &random)
      var bytes: [UInt8] = [7, 7]
      PostingEncoding.appendBlock(block[...], after: previous, to: &bytes)
      PostingEncoding.appendRest(rest[...], after: block[127].article, to: &bytes)
      let buffer = PostingBuffer(capacity: 255)
      bytes.withUnsafeBytes { raw in
        var decoder = PostingDecoder(raw, at: 2)
        let last = decoder.block(after: previous, into: buffer)
        decoder.rest(rest.count, after: last, into: buffer)
        #expect(decoder.isAtEnd, "seed \(random.seed), trial \(trial)")
      }
      #expect((0..<buffer.count).map { buffer[$0] } == block + rest, "seed \(random.seed), trial \(trial)")
      let padded = bytes.withUnsafeBytes { PaddedBytes(copying: $0) }
      withExtendedLifetime(padded) {
        guard let packed = PackedBlock(padded.buffer, at: 2) else {
          Issue.record("seed \(random.seed), trial \(trial): no block")
          return
        }
        packed.decodeArticles(after: previous, into: buffer.articles)
        let read = (0..<128).map {
          Posting(
            article: buffer.articles[$0], textFrequency: UInt16(packed.textFrequency($0)),
            titleFrequency: UInt8(packed.titleFrequency($0)))
        }
        #expect(read == block, "seed \(random.seed), trial \(trial)")
      }
    }
  }

  @Test("a block that is cut short is none") func cutShort() {
    var random = SeededGenerator()
    var bytes: [UInt8] = []
    PostingEncoding.appendBlock(Self.postings(128, after: 0, &random)[...], after: 0, to: &bytes)
    for count in [0, 1, 2, 3, bytes.count - 1] where count < bytes.count {
      let padded = bytes[..<count].withUnsafeBytes { PaddedBytes(copying: $0) }
      withExtendedLifetime(padded) {
        #expect(PackedBlock(padded.buffer, at: 0) == nil, "seed \(random.seed), \(count) bytes")
      }
    }
  }

  @Test("a list of more postings than there can be, or in a chunk that cannot be, is none")
  func impossibleLists() {
    for (count, number) in [(UInt64.max, 3), (1 << 33, 3), (3, UInt64.max), (3, 1 << 48)] {
      var bytes: [UInt8] = [0, 1, UInt8(ascii: "x")]
      PostingEncoding.appendVarint(count, to: &bytes)
      PostingEncoding.appendVarint(number, to: &bytes)
      var leaf = ImpactLeaf(bytes: bytes)
      let list = leaf.next()
      #expect(list == nil, "\(count), \(number)")
    }
  }

  @Test("noise is read without harm") func noise() {
    var random = SeededGenerator()
    for _ in 0..<500 {
      let bytes = random.bytes(Int.random(in: 0...300, using: &random))
      let buffer = PostingBuffer(capacity: 255)
      bytes.withUnsafeBytes { raw in
        var decoder = PostingDecoder(raw, at: 0)
        decoder.block(after: 0, into: buffer)
        decoder.rest(127, after: 0, into: buffer)
      }
      var leaf = ImpactLeaf(bytes: bytes)
      while leaf.next() != nil {}
      let padded = bytes.withUnsafeBytes { PaddedBytes(copying: $0) }
      withExtendedLifetime(padded) {
        PackedBlock(padded.buffer, at: 0)?.decodeArticles(after: 0, into: buffer.articles)
      }
    }
  }
}
