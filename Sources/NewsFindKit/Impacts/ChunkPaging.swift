/// Knows how much room the last page of `impact_chunk` has, so that rows are made which fill it: a row that is cut to the rest of a
/// page wastes none, where rows of one size waste a third.
///
/// Rows are appended, so SQLite fills one page after another. Where it does otherwise nothing is lost but room.
///
/// Source: the cells of table leaves, <https://www.sqlite.org/fileformat2.html#b_tree_pages>
struct ChunkPaging {
  private var room = Self.page

  /// A page without its header.
  private static let page = IndexSchema.pageSize - 8
  /// What a row takes besides its bytes, at most: a pointer, two lengths, its number, the header of its record.
  private static let overhead = 13
  /// So many bytes of a row stay on a page at most; the rest would be on pages of its own.
  private static let largest = page - 27 - overhead
  /// Less is not worth a row.
  private static let least = 400

  /// How many bytes the next row should have at most.
  var limit: Int {
    let left = room - Self.overhead
    return left < Self.least ? Self.largest : min(left, Self.largest)
  }

  /// Notes a row.
  mutating func add(_ count: Int) {
    let size = count + Self.overhead
    if size <= room {
      room -= size
    } else {
      // What is too long for a page leaves about an eighth there.
      room = Self.page - (count <= Self.largest ? size : Self.page / 8)
    }
  }
}
