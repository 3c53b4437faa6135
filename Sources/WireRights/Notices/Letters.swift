/// Folds letters that are used interchangeably in Arabic, Indic and East Asian scripts.
enum Letters {
  /// The letter to which a scalar is folded: the scalar itself unless it is a variant.
  ///
  /// A sign that is dropped becomes one that the lexer ignores.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x321C: 0xC8FC  // the sign of Korean companies
    case 0x3231: 0x682A  // and of Japanese ones
    case 0x0622, 0x0623, 0x0625, 0x0671: 0x0627  // alef with its signs
    case 0x0649, 0x06CC, 0x06D2: 0x064A  // yeh as Arabic, Persian and Urdu write it
    case 0x06A9: 0x0643  // kaf
    case 0x0629, 0x06C0, 0x06C1, 0x06C2, 0x06D5: 0x0647  // heh and the feminine ending
    case 0x0654, 0x0655: 0x064B  // hamza set above or below
    case 0x0901: 0x0902  // nasal signs of Devanagari
    case 0x093C: 0x200B  // the dot below, which is often left out
    case 0x0958...0x095F: dotless[Int(scalar - 0x0958)]
    default: scalar
    }
  }

  /// The letters of U+0958…U+095F without the dot.
  private static let dotless: [UInt32] = [0x915, 0x916, 0x917, 0x91C, 0x921, 0x922, 0x92B, 0x92F]
}
