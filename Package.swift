// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "newsfind",
  products: [
    .library(name: "NewsFindKit", targets: ["NewsFindKit"]),
    .executable(name: "newsfind", targets: ["newsfind"]),
  ],
  // Libraries of the system beyond SQLite; a program that wants the core alone switches them off.
  traits: [
    .default(enabledTraits: ["Archives", "Compression", "XML"]),
    .trait(
      name: "Archives",
      description: "Reads zip and tar archives and compressed files, through libarchive, zlib and the like."),
    .trait(name: "Compression", description: "Keeps the texts of an index compressed, through libzstd."),
    .trait(name: "XML", description: "Reads HTML pages, feeds and news XML, through libxml2."),
  ],
  targets: [
    // SQLite with FTS5, from the system: 3.40 or newer.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

    // libzstd, from the system: for packed texts and for compressed files.
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    // libxml2, from the system: its HTML and XML parsers.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

    // Archives and compressed files, from the system.
    .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLZMA", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),

    // One instruction of the processor.
    .systemLibrary(name: "CPrefetch"),
    // One call of the system.
    .systemLibrary(name: "CMapping"),

    // The rooms, from the ground up. Imports run downhill only.
    .target(name: "SQLiteStore", dependencies: ["CMapping", "CSQLite"]),
    // Inflected forms and their lemmas, from Debian's hunspell-fr-classical; see Scripts/lexicon.
    .target(name: "FrenchLexicon", exclude: ["lexicon.bin", "NOTICE", "LICENSE.MPL-2.0"]),
    .target(name: "FrenchText", dependencies: ["CPrefetch", "FrenchLexicon"]),
    .target(
      name: "NewsArticles",
      dependencies: [
        .target(name: "CBzip2", condition: .when(traits: ["Archives"])),
        .target(name: "CLZMA", condition: .when(traits: ["Archives"])),
        .target(name: "CLibArchive", condition: .when(traits: ["Archives"])),
        .target(name: "CLibXML2", condition: .when(traits: ["XML"])),
        .target(name: "CZlib", condition: .when(traits: ["Archives"])),
        .target(name: "CZstd", condition: .when(traits: ["Archives"])),
      ]),
    .target(name: "NewsQuery"),
    .target(
      name: "NewsFindKit",
      dependencies: [
        "CPrefetch", "FrenchText", "NewsArticles", "NewsQuery", "SQLiteStore",
        .target(name: "CZstd", condition: .when(traits: ["Compression"])),
      ]),
    .executableTarget(
      name: "newsfind",
      dependencies: ["NewsFindKit"],
      path: "Sources/NewsFindCommand"),
    // Measures what the command cannot show; see Scripts/bench.
    .executableTarget(
      name: "newsfind-bench", dependencies: ["FrenchText", "NewsArticles", "NewsFindKit", "SQLiteStore"],
      path: "Sources/NewsFindBench"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "SQLiteStoreTests", dependencies: ["SQLiteStore", "TestSupport"]),
    .testTarget(name: "FrenchTextTests", dependencies: ["FrenchText", "TestSupport"]),
    .testTarget(
      name: "NewsArticlesTests",
      dependencies: [
        "NewsArticles", "TestSupport", .target(name: "CLibArchive", condition: .when(traits: ["Archives"])),
      ],
      exclude: ["Pages"]),
    .testTarget(name: "NewsQueryTests", dependencies: ["NewsQuery", "TestSupport"]),
    .testTarget(name: "NewsFindKitTests", dependencies: ["CSQLite", "NewsFindKit", "TestSupport"]),
    .testTarget(name: "NewsFindBenchTests", dependencies: ["newsfind-bench", "NewsFindKit", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["newsfind", "SQLiteStore", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
