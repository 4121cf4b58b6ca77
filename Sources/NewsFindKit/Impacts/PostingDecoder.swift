/// Reads postings from bytes; see ``PostingEncoding``.
///
/// What does not fit, for the file is damaged, reads as an end or as zeros, never beyond the bytes.
struct PostingDecoder {
  private let bytes: UnsafeRawBufferPointer
  private var place: Int

  /// - Parameters:
  ///   - bytes: Must outlive the decoder.
  ///   - place: Where to begin.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    self.bytes = bytes
    self.place = min(max(place, 0), bytes.count)
  }

  /// Whether all bytes were read.
  var isAtEnd: Bool { place >= bytes.count }
  /// Where it stands.
  var offset: Int { place }

  /// Reads a number of seven bits a byte.
  @inline(__always)
  mutating func varint() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }

  /// Reads one byte; 0 at the end.
  mutating func byte() -> UInt8 {
    guard place < bytes.count else { return 0 }
    defer { place += 1 }
    return bytes[place]
  }

  /// Appends a block of 128.
  ///
  /// - Parameters:
  ///   - previous: The article before the block.
  ///   - buffer: Must have room for 128.
  /// - Returns: The last article of the block.
  @discardableResult
  mutating func block(after previous: UInt32, into buffer: PostingBuffer) -> UInt32 {
    let size = PostingEncoding.blockSize
    precondition(buffer.count + size <= buffer.capacity)
    let gapWidth = min(Int(byte()), 32)
    let textHead = byte()
    let textWidth = min(Int(textHead & ~PostingEncoding.lessOne), 16)
    let least: UInt32 = textHead & PostingEncoding.lessOne != 0 ? 1 : 0
    let titleWidth = min(Int(byte()), 8)
    let start = buffer.count
    var last = previous
    let articles = buffer.articles + start
    unpack(width: gapWidth) { index, gap in
      last = last &+ gap &+ 1
      articles[index] = last
    }
    let texts = buffer.textFrequencies + start
    if textWidth == 0 {
      texts.update(repeating: UInt16(least), count: size)
    } else {
      unpack(width: textWidth) { texts[$0] = UInt16(truncatingIfNeeded: $1 &+ least) }
    }
    let titles = buffer.titleFrequencies + start
    if titleWidth == 0 {
      titles.update(repeating: 0, count: size)
    } else {
      unpack(width: titleWidth) { titles[$0] = UInt8(truncatingIfNeeded: $1) }
    }
    buffer.count += size
    return last
  }

  /// Appends what is left over at the end of a list.
  mutating func rest(_ count: Int, after previous: UInt32, into buffer: PostingBuffer) {
    var last = previous
    for _ in 0..<count {
      last = last &+ UInt32(truncatingIfNeeded: varint()) &+ 1
      let text = varint()
      buffer.append(
        Posting(
          article: last, textFrequency: UInt16(truncatingIfNeeded: text >> 1),
          titleFrequency: text & 1 == 1 ? byte() : 0))
    }
  }

  /// Reads 128 numbers of `width` bits.
  @inline(__always)
  private mutating func unpack(width: Int, _ body: (Int, UInt32) -> Void) {
    let size = PostingEncoding.blockSize
    let byteCount = size * width / 8
    let mask = UInt64(1) << UInt64(width) - 1
    let available = bytes.count - place
    if let base = bytes.baseAddress, available >= byteCount + 8 {
      // Invariant: the last load of eight bytes begins below `byteCount`, so it ends within the bytes.
      let start = base + place
      var bit = 0
      for index in 0..<size {
        let word = start.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
        body(index, UInt32(truncatingIfNeeded: UInt64(littleEndian: word) >> UInt64(bit & 7) & mask))
        bit += width
      }
    } else {
      var bit = place * 8
      for index in 0..<size {
        var word: UInt64 = 0
        for byte in 0..<8 where bit >> 3 + byte < bytes.count {
          word |= UInt64(bytes[bit >> 3 + byte]) << UInt64(8 * byte)
        }
        body(index, UInt32(truncatingIfNeeded: word >> UInt64(bit & 7) & mask))
        bit += width
      }
    }
    place += min(byteCount, available)
  }
}
