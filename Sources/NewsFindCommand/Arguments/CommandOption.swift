/// The options of all commands: the one table that the parser and the help are made from.
enum CommandOption: String, CaseIterable {
  case index
  case limit
  case offset
  case section
  case after
  case before
  case sort
  case fresh
  case all
  case json
  case format
  case queries
  case timings
  case snippetLength = "snippet-length"
  case noSynonyms = "no-synonyms"
  case strict
  case noSuggestions = "no-suggestions"
  case facets
  case count
  case timeLimit = "time-limit"
  case explain
  case jobs
  case prune
  case rebuild
  case watch
  case dryRun = "dry-run"
  case rejects
  case quiet
  case wait
  case repair
  case sources
  case color
  case help
  case version

  /// The one-letter form.
  var letter: Character? {
    switch self {
    case .limit: "n"
    case .quiet: "q"
    case .help: "h"
    case .version: "V"
    default: nil
    }
  }

  /// What stands for its value in the help; `nil` for an option without one.
  var value: String? {
    switch self {
    case .index, .queries, .timings, .rejects: "FILE"
    case .limit, .offset, .snippetLength, .jobs: "N"
    case .section: "NAME"
    case .after, .before: "DATE"
    case .sort: "ORDER"
    case .fresh: "TIME"
    case .format: "FORMAT"
    case .color: "WHEN"
    case .timeLimit: "MS"
    case .all, .json, .noSynonyms, .noSuggestions, .strict, .facets, .count, .explain, .prune, .rebuild,
      .watch,
      .dryRun, .quiet, .wait, .repair, .sources, .help, .version:
      nil
    }
  }

  /// The commands that take it.
  var commands: Set<CommandName> {
    switch self {
    case .index: [.search, .index, .show, .similar, .complete, .stats, .check]
    case .limit: [.search, .similar, .complete]
    case .offset, .section, .after, .before, .sort, .format, .snippetLength: [.search, .similar]
    case .fresh, .all, .queries, .timings, .noSynonyms, .noSuggestions, .strict, .facets: [.search]
    case .count, .timeLimit: [.search, .similar]
    case .explain: [.search, .analyze]
    case .json: [.search, .show, .similar, .complete, .analyze, .stats]
    case .jobs, .prune, .rebuild, .watch, .dryRun, .rejects, .quiet, .wait: [.index]
    case .repair, .sources: [.check]
    case .color: [.search, .show, .similar]
    case .help, .version: Set(CommandName.allCases)
    }
  }

  /// What it does, for the help.
  var summary: String {
    switch self {
    case .index: "the index file (else $NEWSFIND_INDEX, else newsfind/index.sqlite in $XDG_DATA_HOME)"
    case .limit: "at most N hits (default 10)"
    case .offset: "pass over the first N hits"
    case .section: "only this section, whatever its case and accents"
    case .after: "only articles of DATE or later (2023-09-13, 13/09/2023, \"13 septembre 2023\")"
    case .before: "only articles from before DATE"
    case .sort: "'relevance' (default) or 'date', newest first"
    case .fresh: "let a score count half for each TIME of age: 30d, 2w, 6m, 1y"
    case .all: "show articles too that are nearly the same as one before them"
    case .json: "print JSON"
    case .format: "'text' (default), 'json', or 'trec' for a TREC run"
    case .queries: "take the queries from a file of lines 'id<TAB>query'; '-' is standard input"
    case .timings: "write 'id<TAB>microseconds' for each query of --queries to FILE"
    case .snippetLength: "at most N characters of snippets a hit, at least 40 (default 235)"
    case .noSynonyms:
      "do not look for what an acronym stands for (ONU, Nations unies), nor the other way round"
    case .strict: "refuse a query that is not plain, and show where, instead of reading it somehow"
    case .noSuggestions: "neither propose other spellings nor search them where nothing is found"
    case .facets: "count all that matches by section, source, year and month"
    case .count: "count all that matches, however many; else a large number is 'more than'"
    case .timeLimit: "answer after MS milliseconds with what was found until then"
    case .explain: "tell why: what makes each score, or which rule made each term"
    case .jobs: "threads to work with: 1, or 2 (default), one to read and one to write"
    case .prune: "take out articles whose source is gone from the paths given"
    case .rebuild: "make the index anew in another file, and swap it in at the end"
    case .watch: "go on: index what changes, as it changes, until Ctrl-C"
    case .dryRun: "tell what would be done, and do nothing"
    case .rejects:
      "list what could not be read in FILE, as JSON Lines: file, line, record, reason"
    case .quiet: "no progress and no summary"
    case .wait: "if another run writes the index, wait until it is done"
    case .sources: "compare with the files that the articles came from, too"
    case .repair: "make the derived parts of the index anew from its articles"
    case .color: "'auto' (default), 'always' or 'never'; NO_COLOR is obeyed"
    case .help: "print this help"
    case .version: "print the version"
    }
  }
}
