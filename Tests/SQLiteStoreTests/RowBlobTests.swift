import SQLiteStore
import Testing

@Suite struct RowBlobTests {
  private func table() throws -> Connection {
    let connection = try Connection(path: ":memory:", mode: .create)
    try connection.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?1, NULL, ?2)")
    for row in [1, 2, 7] as [Int64] {
      // The last one is larger than a page.
      try insert.bind(row, at: 1).bind([UInt8](repeating: UInt8(row), count: Int(row * row * 200)), at: 2)
        .run()
    }
    return connection
  }

  private func bytes(_ blob: RowBlob) throws -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: blob.count + 1, alignment: 1)
    defer { buffer.deallocate() }
    try blob.read(into: #require(buffer.baseAddress))
    return Array(buffer.dropLast())
  }

  @Test func `it goes from row to row, and back`() throws {
    let blob = try RowBlob(table(), table: "t", column: "b", row: 2)
    for row in [2, 7, 1, 2, 2] as [Int64] {
      try blob.move(to: row)
      #expect(try bytes(blob) == [UInt8](repeating: UInt8(row), count: Int(row * row * 200)))
    }
  }

  @Test func `a row that is not there, or holds no blob, is an error`() throws {
    let connection = try table()
    let blob = try RowBlob(connection, table: "t", column: "b", row: 1)
    #expect { try blob.move(to: 3) } throws: { ($0 as? SQLiteError)?.code.primary == .error }
    #expect(blob.count == 0)
    for (column, row) in [("b", 3), ("a", 1), ("c", 1)] as [(String, Int64)] {
      #expect(throws: SQLiteError.self) { try RowBlob(connection, table: "t", column: column, row: row) }
    }
  }
}
