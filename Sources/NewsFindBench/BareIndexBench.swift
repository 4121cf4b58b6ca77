import SQLiteStore

/// Indexes texts by bare FTS5 as its documentation proposes: the texts in a table of their own, unicode61 without diacritics.
struct BareIndexBench {
  private let source: String
  private let path: String

  init(_ arguments: BenchArguments) throws {
    let operands = try arguments.operands(2)
    source = operands[0]
    path = operands[1]
  }

  /// Makes the file, which must not be there yet, and prints the seconds it took.
  func run() throws {
    let clock = MeasuringClock.wall
    let start = clock.now
    let connection = try Connection(path: path, mode: .create)
    // What is made anew if it fails needs no journal.
    try connection.execute(
      """
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      CREATE TABLE article (id INTEGER PRIMARY KEY, name TEXT, title TEXT, body TEXT);
      CREATE VIRTUAL TABLE article_text USING fts5 (title, body, content = 'article', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2');
      BEGIN
      """)
    let insertion = try connection.prepare("INSERT INTO article (name, title, body) VALUES (?1, ?2, ?3)")
    let lines = try TextLines(source)
    var number = 0
    while let line = lines.next() {
      number += 1
      let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard fields.count == 3 else {
        throw BenchError.badLine(path: source, number: number, expected: "id, title, text")
      }
      for (field, place) in zip(fields, Int32(1)...) {
        try insertion.bind(String(Substring(field)), at: place)
      }
      try insertion.run()
    }
    try connection.execute("INSERT INTO article_text (article_text) VALUES ('rebuild'); COMMIT")
    print("#seconds\t\((clock.now - start).seconds)")
    print("#peak_rss_kb\t\(ProcessMemory.peak)")
  }
}
