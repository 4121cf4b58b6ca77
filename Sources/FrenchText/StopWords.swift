/// Words that say little about what a text is about: articles, pronouns, prepositions, auxiliaries, question words.
///
/// They stay in the index, for phrases need them; a ranked query that holds other words goes without. Words that are
/// also nouns people look for (été, avions, sommes, point, pouvoir…) are left out where the noun is the likelier.
package enum StopWords {
  /// Whether a folded word is one.
  package static func contains(_ foldedWord: UnsafeBufferPointer<UInt8>) -> Bool {
    foldedWord.count <= longest && words.contains(String(decoding: foldedWord, as: UTF8.self))
  }

  /// Those that begin so.
  package static func all(beginningWith prefix: String) -> [String] {
    words.filter { $0.utf8.starts(with: prefix.utf8) }
  }

  private static let longest = 10

  private static let words: Set<String> = Set(
    """
    a à ai aient ainsi ait alors après as au aucun aucune aujourdhui auquel aura aurait auront aussi autre autres aux \
    auxquels avaient avait avant avec avez avoir avons ayant c ça car ce ceci cela celle celles celui cependant ces \
    cet cette ceux chaque chez ci combien comme comment d dans de depuis des desquelles desquels dès donc dont du \
    duquel durant elle elles en encore entre es est et étaient était étant êtes être eu eux fait faire faut font \
    furent fut hors ici il ils j jai je jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs \
    lors lorsqu lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne ni nos notre nôtre nous on ont or \
    ou où par parce parmi pas pendant peu peut peutêtre peuvent plus plusieurs pour pourquoi pourtant près puis puisqu puisque \
    qu quand que quel quelle quelles quelque quelques quels qui quoi quoiqu quoique s sa sans se sera serait seront \
    ses si sien sienne soi soit son sont sous souvent sur t ta tandis te tel telle telles tels tes toi ton toujours \
    tous tout toute toutes très tu un une vers via voici voilà vos votre vôtre vous y
    """.split(separator: " ").map { FrenchFolding.fold(String($0)) })
}
