/// Folds letters that notices use interchangeably, beyond what `Folding` folds in all text.
enum Letters {
  /// The letter to which a scalar is folded: the scalar itself unless it is a variant.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x321C: 0xC8FC  // the sign of Korean companies
    case 0x3231: 0x682A  // and of Japanese ones
    case 0x06D2, 0x06D3: 0x064A  // yeh as Urdu writes it
    case 0x0629, 0x06C0, 0x06C1, 0x06C2, 0x06D5: 0x0647  // heh and the feminine ending
    default: scalar
    }
  }
}
