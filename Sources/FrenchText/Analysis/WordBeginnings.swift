/// The first letters of the words that may have some terms: by three letters most words of a text are known to have none of
/// them, and need not be looked up.
///
/// Most words begin as their terms do. The exceptions are irregular forms (iront, aller), other spellings (mme, madame) and
/// Roman figures (XXe, 20e). Words that have none of the terms may be admitted, but none that has is left out.
package struct WordBeginnings: Sendable {
  /// A bit for each beginning of three letters, five bits a letter, 0 where a word has no more.
  private var bits = [UInt64](repeating: 0, count: 1 << 15 / 64)

  /// Admits no word.
  package init() {}

  /// Admits the words whose term this is, by a lemma, a stem or any other rule.
  ///
  /// - Parameter term: Its bytes; those of a name with its capital.
  package mutating func insertWords(withTerm term: [UInt8]) {
    guard let first = term.first else { return }
    if first &- UInt8(ascii: "0") < 10 {
      for figure in "ivx".utf8 { insertWords(beginningWith: [figure]) }
    }
    let key = Self.key(of: term)
    for other in Self.exceptions[key] ?? [] { insert(other) }
    guard term.count > 1 else {
      // An s that is cut off.
      for second in 0..<32 { insert(key | second << 5) }
      return
    }
    // The stemmer makes an i of a y.
    for second in Self.written(term[1]) {
      for third in term.count > 2 ? Self.written(term[2]) : Self.cutOff(behind: term[1]) {
        insert(Self.key(of: [first, second, third]))
      }
    }
  }

  /// Admits the words that begin so.
  ///
  /// - Parameter beginning: Folded, not empty.
  package mutating func insertWords(beginningWith beginning: [UInt8]) {
    let key = Self.key(of: beginning)
    // The letters that are left open.
    let count = 1 << (5 * max(3 - beginning.count, 0))
    for rest in 0..<count { insert(key | rest) }
  }

  /// The letters that may stand where a term has one.
  private static func written(_ letter: UInt8) -> [UInt8] {
    letter == UInt8(ascii: "i") ? [letter, UInt8(ascii: "y")] : [letter]
  }

  /// What may stand behind the two letters of a whole term: nothing, the beginning of an ending, the last letter doubled.
  private static func cutOff(behind last: UInt8) -> [UInt8] { [0, last] + Array("aeiouys".utf8) }

  private mutating func insert(_ key: Int) {
    bits[key >> 6] |= 1 << UInt64(key & 63)
  }

  private static func key(of word: [UInt8]) -> Int {
    (0..<3).reduce(0) { $0 << 5 | ($1 < word.count ? Int(word[$1] & 0x1F) : 0) }
  }

  /// For beginnings of terms the other beginnings that their words may have.
  private static let exceptions: [Int: [Int]] = {
    var exceptions: [Int: [Int]] = [:]
    for entry in irregular.split(separator: " ") {
      let parts = entry.split(separator: ":")
      exceptions[key(of: Array(parts[0].utf8))] = parts[1].split(separator: ",").map {
        key(of: Array($0.utf8))
      }
    }
    for (word, term) in Respelling.terms {
      exceptions[key(of: Array(term.utf8)), default: []].append(key(of: Array(word.utf8)))
    }
    return exceptions
  }()

  /// The beginnings of the lexicon's lemmas, each with those of its forms that have others; a test compares them with it.
  private static let irregular = """
    ai:ais all:ail,ira,ire,iri,iro,va,vai,vas,von an:ans au:aux aud:aux \
    avo:ai,aie,ait,as,aur,ava,ave,avi,aya,aye,ayo,eu,eue,eum,eur,eus,eut,ont axe:axa,axi,axo bai:bau \
    bay:bai bea:bel bee:bea,bei,beo boi:bu,bue,bum,bur,bus,buv cho:che,chu cro:cru \
    dev:doi,due,dum,dus,dut dir:dis,dit dr:drs dud:des eli:elu eme:emi emo:eme,emu \
    etr:es,est,eta,ete,eti,fur,fus,fut,ser,soi,son,soy,sui fai:fas,fer,fim,fir,fis,fit,fon fal:fau \
    fie:fia,fii fou:fof,fol fui:fuy ges:gis,git hue:hua,hui,huo if:ifs lay:lai le:la,les led:lad,les \
    lie:lia,lii lir:lis,lu,lue,lum,lur,lus,lut mad:mes mal:mau met:mir,mis,mit mon:mes \
    mou:meu,mol,mum,mur,mus,mut mue:mua,mui nai:naq,nee,nes nie:nia,nii,nio noy:noi nu:nus \
    nue:nua,nui,nuo oei:yeu oin:oig ome:omi or:ors ose:osa,osi,oso ote:ota,oti,oto \
    oui:oie,ois,oit,orr,oya,oye,oyi,oyo pay:pai pla:plu pou:peu,pu,pui,pum,pur,pus,put pr:prs pre:pri \
    pt:pts pue:pua,pui,puo rai:ray ray:rai ree:rea,rei,reo rir:ri,ria,rie,rii,rio,ris,rit ru:rus \
    rue:rua,rui,ruo sav:sac,sai,sau,su,sue,sum,sur,sus,sut seo:sey,sie,sis sue:sua,sui,suo \
    tai:tum,tur,tus,tut ten:tie,tin tue:tua,tui,tuo un:une,uns use:usa,usi,uso val:vai,vau ve:ves \
    ven:vie,vin viv:vec,vis,vit voi:ver,vim,voy,vu,vus vou:veu vu:vue vx:sou wu:wus
    """
}

extension WordBeginnings {
  /// The beginnings where a scanner looks them up.
  struct Lookup {
    /// Invariant: all of ``WordBeginnings/bits``, which outlive it: any fifteen bits are a place in them.
    fileprivate let bits: UnsafeBufferPointer<UInt64>

    /// Whether a word of letters may have one of the terms.
    @inline(__always)
    func admits(_ word: ShortWord) -> Bool {
      admits(word.low & 0x1F, word.low >> 8 & 0x1F, word.low >> 16 & 0x1F)
    }

    /// Whether any word may have one of the terms; one that does not begin with a letter of a to z always may.
    func admits(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = word.first, first &- UInt8(ascii: "a") < 26 else { return true }
      return admits(
        UInt64(first & 0x1F), word.count > 1 ? UInt64(word[1] & 0x1F) : 0,
        word.count > 2 ? UInt64(word[2] & 0x1F) : 0)
    }

    @inline(__always)
    private func admits(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> Bool {
      let key = first << 10 | second << 5 | third
      return bits[Int(truncatingIfNeeded: key >> 6)] &>> (key & 63) & 1 != 0
    }
  }

  /// Calls `body` with what a scanner needs, valid in it.
  @inline(__always)
  func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
    bits.withUnsafeBufferPointer { body(Lookup(bits: $0)) }
  }
}
