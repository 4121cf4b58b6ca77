/// What letters beyond ASCII fold to: case, accents and ligatures taken away.
///
/// Each entry holds three bytes: the folded letters in UTF-8, padded with spaces; all spaces where the code point is
/// no letter. The letters are those of Unicode's compatibility decomposition (UAX #15, NFKD) without their marks, in
/// lower case. Where Unicode decomposes nothing the customary spelling stands: ß ss, æ ae, œ oe, ø o, þ th, ð d, ł l.
///
/// The dot that ends a table keeps the spaces before it.
///
/// Static strings live in the binary's read-only data: the tables cost nothing when a program starts.
enum FoldTables {
  /// What an ASCII letter or digit folds to; 0 for any other byte.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    let lowered = byte | 0x20
    if lowered &- UInt8(ascii: "a") < 26 { return lowered }
    return byte &- UInt8(ascii: "0") < 10 ? byte : 0
  }

  /// U+00C0 to U+024F.
  static let latin: StaticString = """
    a  a  a  a  a  a  ae c  e  e  e  e  i  i  i  i  \
    d  n  o  o  o  o  o     o  u  u  u  u  y  th ss \
    a  a  a  a  a  a  ae c  e  e  e  e  i  i  i  i  \
    d  n  o  o  o  o  o     o  u  u  u  u  y  th y  \
    a  a  a  a  a  a  c  c  c  c  c  c  c  c  d  d  \
    d  d  e  e  e  e  e  e  e  e  e  e  g  g  g  g  \
    g  g  g  g  h  h  h  h  i  i  i  i  i  i  i  i  \
    i  i  ij ij j  j  k  k  k  l  l  l  l  l  l  l  \
    l  l  l  n  n  n  n  n  n  n  n  n  o  o  o  o  \
    o  o  oe oe r  r  r  r  r  r  s  s  s  s  s  s  \
    s  s  t  t  t  t  t  t  u  u  u  u  u  u  u  u  \
    u  u  u  u  w  w  y  y  y  z  z  z  z  z  z  s  \
    b  b  ƃ ƃ ƅ ƅ ɔ c  c  d  d  d  d  ƍ e  e  \
    ɛ f  f  g  ɣ ƕ ɩ i  k  k  l  ƛ ɯ n  n  o  \
    o  o  ƣ ƣ p  p  ʀ ƨ ƨ ʃ ƪ t  t  t  t  u  \
    u  ʊ v  y  y  z  z  ʒ ƹ ƹ ƺ ƻ ƽ ƽ ƾ ƿ \
    ǀ ǁ ǂ ǃ dz dz dz lj lj lj nj nj nj a  a  i  \
    i  o  o  u  u  u  u  u  u  u  u  u  u  e  a  a  \
    a  a  ae ae g  g  g  g  k  k  o  o  o  o  ʒ ʒ \
    j  dz dz dz g  g  ƕ ƿ n  n  a  a  ae ae o  o  \
    a  a  a  a  e  e  e  e  i  i  i  i  o  o  o  o  \
    r  r  r  r  u  u  u  u  s  s  t  t  ȝ ȝ h  h  \
    n  ȡ ȣ ȣ z  z  a  a  e  e  o  o  o  o  o  o  \
    o  o  y  y  ȴ ȵ ȶ j  ȸ ȹ ⱥc  c  l  t  s  \
    z  ɂ ɂ b  ʉ ʌ e  e  j  j  ɋ ɋ r  r  y  y  \
    .
    """

  /// U+0370 to U+052F.
  static let greekAndCyrillic: StaticString = """
    ͱ ͱ ͳ ͳ ʹ    ͷ ͷ          ͻ ͼ ͽ    ϳ \
                      α    ε η ι    ο    υ ω \
    ι α β γ δ ε ζ η θ ι κ λ μ ν ξ ο \
    π ρ    σ τ υ φ χ ψ ω ι υ α ε η ι \
    υ α β γ δ ε ζ η θ ι κ λ μ ν ξ ο \
    π ρ σ σ τ υ φ χ ψ ω ι υ ο υ ω ϗ \
    β θ υ υ υ φ π ϗ ϙ ϙ ϛ ϛ ϝ ϝ ϟ ϟ \
    ϡ ϡ ϣ ϣ ϥ ϥ ϧ ϧ ϩ ϩ ϫ ϫ ϭ ϭ ϯ ϯ \
    κ ρ σ ϳ θ ε    ϸ ϸ σ ϻ ϻ ϼ ͻ ͼ ͽ \
    е е ђ г є ѕ і і ј љ њ ћ к и у џ \
    а б в г д е ж з и и к л м н о п \
    р с т у ф х ц ч ш щ ъ ы ь э ю я \
    а б в г д е ж з и и к л м н о п \
    р с т у ф х ц ч ш щ ъ ы ь э ю я \
    е е ђ г є ѕ і і ј љ њ ћ к и у џ \
    ѡ ѡ ѣ ѣ ѥ ѥ ѧ ѧ ѩ ѩ ѫ ѫ ѭ ѭ ѯ ѯ \
    ѱ ѱ ѳ ѳ ѵ ѵ ѵ ѵ ѹ ѹ ѻ ѻ ѽ ѽ ѿ ѿ \
    ҁ ҁ                         ҋ ҋ ҍ ҍ ҏ ҏ \
    ґ ґ ғ ғ ҕ ҕ җ җ ҙ ҙ қ қ ҝ ҝ ҟ ҟ \
    ҡ ҡ ң ң ҥ ҥ ҧ ҧ ҩ ҩ ҫ ҫ ҭ ҭ ү ү \
    ұ ұ ҳ ҳ ҵ ҵ ҷ ҷ ҹ ҹ һ һ ҽ ҽ ҿ ҿ \
    ӏ ж ж ӄ ӄ ӆ ӆ ӈ ӈ ӊ ӊ ӌ ӌ ӎ ӎ ӏ \
    а а а а ӕ ӕ е е ә ә ә ә ж ж з з \
    ӡ ӡ и и и и о о ө ө ө ө э э у у \
    у у у у ч ч ӷ ӷ ы ы ӻ ӻ ӽ ӽ ӿ ӿ \
    ԁ ԁ ԃ ԃ ԅ ԅ ԇ ԇ ԉ ԉ ԋ ԋ ԍ ԍ ԏ ԏ \
    ԑ ԑ ԓ ԓ ԕ ԕ ԗ ԗ ԙ ԙ ԛ ԛ ԝ ԝ ԟ ԟ \
    ԡ ԡ ԣ ԣ ԥ ԥ ԧ ԧ ԩ ԩ ԫ ԫ ԭ ԭ ԯ ԯ \
    .
    """

  /// U+1E00 to U+1EFF.
  static let latinAdditional: StaticString = """
    a  a  b  b  b  b  b  b  c  c  d  d  d  d  d  d  \
    d  d  d  d  e  e  e  e  e  e  e  e  e  e  f  f  \
    g  g  h  h  h  h  h  h  h  h  h  h  i  i  i  i  \
    k  k  k  k  k  k  l  l  l  l  l  l  l  l  m  m  \
    m  m  m  m  n  n  n  n  n  n  n  n  o  o  o  o  \
    o  o  o  o  p  p  p  p  r  r  r  r  r  r  r  r  \
    s  s  s  s  s  s  s  s  s  s  t  t  t  t  t  t  \
    t  t  u  u  u  u  u  u  u  u  u  u  v  v  v  v  \
    w  w  w  w  w  w  w  w  w  w  x  x  x  x  y  y  \
    z  z  z  z  z  z  h  t  w  y  aʾs  ẜẝss ẟ\
    a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  \
    a  a  a  a  a  a  a  a  e  e  e  e  e  e  e  e  \
    e  e  e  e  e  e  e  e  i  i  i  i  o  o  o  o  \
    o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  o  \
    o  o  o  o  u  u  u  u  u  u  u  u  u  u  u  u  \
    u  u  y  y  y  y  y  y  y  y  ỻỻỽỽỿỿ\
    .
    """

  /// U+1F00 to U+1FFF.
  static let greekExtended: StaticString = """
    α α α α α α α α α α α α α α α α \
    ε ε ε ε ε ε       ε ε ε ε ε ε       \
    η η η η η η η η η η η η η η η η \
    ι ι ι ι ι ι ι ι ι ι ι ι ι ι ι ι \
    ο ο ο ο ο ο       ο ο ο ο ο ο       \
    υ υ υ υ υ υ υ υ    υ    υ    υ    υ \
    ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω \
    α α ε ε η η ι ι ο ο υ υ ω ω       \
    α α α α α α α α α α α α α α α α \
    η η η η η η η η η η η η η η η η \
    ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω ω \
    α α α α α    α α α α α α α    ι    \
          η η η    η η ε ε η η η          \
    ι ι ι ι       ι ι ι ι ι ι             \
    υ υ υ υ ρ ρ υ υ υ υ υ υ ρ          \
          ω ω ω    ω ω ο ο ω ω ω          \
    .
    """
}
