/// The suffixes that the stemmer takes off, in its steps.
struct StemmingRules: Sendable {
  /// What a suffix of the first step asks for; see ``FrenchStemmer/removeStandardSuffix(_:)``.
  enum Standard {
    case ance, ation, logie, ution, ence, ement, ite, ive, eaux, aux, oux, euse, issement, amment, emment,
      ment
  }

  /// What stands before -ement and -ité, and goes with them.
  enum Inner {
    case ativ, iv, eus, abl, ier, abil, ic
  }

  /// What a verb's ending asks for.
  enum Verb {
    case ions, infinitive, past, ais, eais
  }

  /// What an ending that is left over asks for.
  enum Residual {
    case ion, ier, e
  }

  let standard: SuffixTable<Standard>
  let beforeEment: SuffixTable<Inner>
  let beforeIte: SuffixTable<Inner>
  let verbsInI: SuffixTable<Void>
  let verbs: SuffixTable<Verb>
  let residual: SuffixTable<Residual>
  let accents: FrenchStemmer.Accents

  static let written = StemmingRules(.written)
  static let folded = StemmingRules(.folded)

  private init(_ accents: FrenchStemmer.Accents) {
    self.accents = accents
    standard = SuffixTable(
      [
        (.ance, "ance iqUe isme able iste eux ances iqUes ismes ables istes"),
        (.ation, "atrice ateur ation atrices ateurs ations"),
        (.logie, "logie logies"), (.ution, "usion ution usions utions"), (.ence, "ence ences"),
        (.ement, "ement ements"), (.ite, "ité ités"), (.ive, "if ive ifs ives"), (.eaux, "eaux"),
        (.aux, "aux"),
        (.oux, "oux"), (.euse, "euse euses"), (.issement, "issement issements"), (.amment, "amment"),
        (.emment, "emment"), (.ment, "ment ments"),
      ], accents)
    beforeEment = SuffixTable([(.ativ, "iv"), (.eus, "eus"), (.abl, "abl iqU"), (.ier, "ièr Ièr")], accents)
    beforeIte = SuffixTable([(.abil, "abil"), (.ic, "ic"), (.iv, "iv")], accents)
    verbsInI = SuffixTable(
      [
        (
          (),
          """
          îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent \
          issais issait issant issante issantes issants isse issent isses issez issiez issions issons it
          """
        )
      ], accents)
    verbs = SuffixTable(
      [
        (.ions, "ions"),
        (
          .infinitive,
          // Without accents -é and -és are the -e and -es of all words, which the last step takes off.
          (accents == .written ? "é és " : "")
            + "ée ées èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez"
        ),
        (
          .past, "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions"
        ),
        (.ais, "ais aise aises"), (.eais, "eais"),
      ], accents)
    residual = SuffixTable([(.ion, "ion"), (.ier, "ier ière Ier Ière"), (.e, "e")], accents)
  }
}
