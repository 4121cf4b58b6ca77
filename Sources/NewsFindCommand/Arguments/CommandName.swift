/// The commands of newsfind.
enum CommandName: String, CaseIterable {
  case search
  case index
  case read
  case show
  case similar
  case complete
  case analyze
  case stats
  case check

  /// What it does, for the list of commands.
  var summary: String {
    switch self {
    case .search: "find articles: ranked, with snippets"
    case .index: "index files and folders, or what changed in them"
    case .read: "print what the readers make of files, as JSON Lines"
    case .show: "print one whole article"
    case .similar: "find articles that are about the same as one"
    case .complete: "print ways to go on with a word or two"
    case .analyze: "print the tokens and terms of a text"
    case .stats: "print what the index holds"
    case .check: "verify the index, or repair it"
    }
  }

  /// What comes behind its name.
  var operands: String {
    switch self {
    case .search: "QUERY…"
    case .index, .read: "PATH…"
    case .show: "ID [QUERY…]"
    case .similar: "ID"
    case .complete: "PREFIX…"
    case .analyze: "[TEXT…]"
    case .stats, .check: ""
    }
  }

  /// More to know about it.
  var details: String {
    switch self {
    case .search:
      """
      QUERY is whatever you would type: words in any form, with or without accents; the more of them an
      article holds, and the rarer they are, the higher it stands. Besides:

        "réforme des retraites"   these words in this order; « » and “ ” do as well
        "guerre Ukraine"~5        in any order, at most five other words among them
        +fusée -sanctions         in every hit; in none
        (lune OU mars) ET sonde   AND/ET, OR/OU, NOT/SAUF in capitals; ET binds before OU
        titre:fusée               in a field: title/titre, lead/chapo, body/texte
        section:sport source:afp  only these articles; also rubrique:
        depuis:2023 avant:15/09/2023   dates: after/depuis, before/avant; 2023-09, "13 septembre 2023"
        prési*                    words that begin so, as they are written
        =élevé                    the word in this form, with these accents

      A colon, a sign or a parenthesis inside of other text means nothing; notes tell how an odd query was read.
      A query that only leaves out or only names sections, sources or dates lists all others, the newest first.

      With --queries the queries come from a file of lines 'id<TAB>query'.
      Exit status: 0 something was found, 1 nothing was found, 2 wrong usage or failure.
      """
    case .index:
      """
      Reads web pages (HTML, or saved as text), JSON Lines, JSON, ninjs, feeds, NITF, NewsML-G2 and WARC, also
      compressed or in zip and tar archives (told by content, hidden files left out; - is standard input),
      and writes what changed into the index. An article is known by the "id" of its JSON line, else by its
      path within the folder given. Nothing is taken out of the index unless --prune is given.
      With --watch it goes on until Ctrl-C: what is added, changed or moved is indexed when it has been quiet for half a
      second, and what is deleted is taken out with --prune. Others may write the index in between.
      Exit status: 0 done, 1 done but some inputs were rejected, 2 wrong usage or failure.
      """
    case .read:
      """
      Prints one JSON object an article: path, id, title, lead, text (lead and body), date, section, url,
      author, format. What cannot be read is named on standard error. No index is needed. - is standard input.
      Exit status: 0 done, 1 done but some inputs were rejected, 2 wrong usage or failure.
      """
    case .show:
      """
      Prints the article whose id is ID (a search prints it); the words of QUERY are highlighted.
      Exit status: 0 printed, 1 no article has that id, 2 wrong usage or failure.
      """
    case .similar:
      """
      Finds what is about the same as the article whose id is ID, by its most telling words: frequent in it, rare
      elsewhere. The article itself and exact copies of it are left out.
      Exit status: 0 something was found, 1 nothing was found or no article has that id, 2 wrong usage or failure.
      """
    case .complete:
      """
      Prints words that begin with PREFIX and expressions of two words, the most frequent first, one a line; of
      several forms of a word the most frequent. Where PREFIX is several words the last one is completed.
      Exit status: 0 something was found, 1 nothing was found, 2 wrong usage or failure.
      """
    case .analyze:
      """
      A line for each token: what stands in the text, its terms, its range in UTF-8 bytes. Terms are what the
      index holds: words without accents, case and elided article, reduced to their lemma or stem. Without TEXT
      every line of standard input is analyzed.
      """
    case .stats:
      "Prints the number of articles and terms, sizes, versions, dates and sections."
    case .check:
      """
      Verifies that the file is sound and that full text, articles and the numbers used in ranking agree.
      With --repair the derived parts are made anew from the stored articles.
      Exit status: 0 all is well, 1 something is wrong, 2 wrong usage or failure.
      """
    }
  }
}
