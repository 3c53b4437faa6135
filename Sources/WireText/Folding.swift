/// The role of a scalar beyond ASCII inside a word, and what it is folded to.
///
/// Folding removes what varies between writers and typesetters: case, accents, ligatures, full-width forms, soft
/// hyphens, zero-width characters, vowel points. It is defined for every scalar, keeps no state and never depends
/// on a locale.
public struct Folding {
  /// The role of the scalar in the word that contains it.
  public enum Role: Sendable { case separator, ignored, apostrophe, letter, digit, spaceless }

  /// The role of the scalar.
  public var role: Role
  /// The first folded scalar; zero if there is none.
  public var first: UInt32 = 0
  /// The second folded scalar; zero if there is none.
  public var second: UInt32 = 0
  /// The third folded scalar; zero if there is none.
  public var third: UInt32 = 0
  /// Whether the scalar was a capital letter.
  public var isCapital = false

  /// Whether an invisible scalar between letters of the script of a folded scalar has no use for a reader.
  ///
  /// Arabic and Indic scripts need those that join or part letters; Latin, Greek, Cyrillic, Armenian, Hebrew and
  /// Korean need none.
  static func needsNoMarks(_ folded: UInt32, joiner: Bool) -> Bool {
    folded < 0x600 || (0xAC00...0xD7A3).contains(folded) || !joiner && folded < 0xE00
  }

  /// Whether an ignored scalar is invisible and not needed between letters of most scripts.
  ///
  /// Soft hyphens and direction marks come from typesetting; byte order marks come from concatenated files.
  static func isHiddenMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200B...0x200D, 0x2060...0x2064, 0x115F, 0x1160, 0x3164, 0xFFA0, 0xE0000...0xE01EF: true
    default: false
    }
  }

  /// Whether a scalar after an ideograph selects one of its forms, as names of Japanese people and places need it.
  static func isIdeographicSelector(_ scalar: UInt32) -> Bool { (0xE0100...0xE01EF).contains(scalar) }

  private init(_ role: Role) { self.role = role }

  private init(to first: UInt32, _ second: UInt32 = 0, _ third: UInt32 = 0, capital: Bool = false) {
    role = .letter
    self.first = first
    self.second = second
    self.third = third
    isCapital = capital
  }

  /// The folding of a scalar of at least U+0080.
  public init(_ scalar: UInt32) {
    switch scalar {
    case 0x00C0...0x017F: self = Folding.latin(scalar)
    // Vietnamese ơ and ư: with a tone they are of one scalar, as an accented letter, or of two or three.
    case 0x01A0, 0x01A1: self.init(to: 0x6F, capital: scalar == 0x01A0)
    case 0x01AF, 0x01B0: self.init(to: 0x75, capital: scalar == 0x01AF)
    // Romanian ș and ț, also written with cedillas.
    case 0x0218, 0x0219: self.init(to: 0x73, capital: scalar == 0x0218)
    case 0x021A, 0x021B: self.init(to: 0x74, capital: scalar == 0x021A)
    case 0x0300...0x036F, 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF, 0xFE00...0xFE0F, 0x115F, 0x1160, 0x180B...0x180E, 0x3164, 0xFFA0, 0xE0000...0xE01EF:
      self.init(.ignored)  // among them Hangul fillers, tags and all selectors of variants
    case 0x2019, 0x02BC, 0xFF07, 0x02B9: self.init(.apostrophe)
    case 0x0370...0x03FF: self = Folding.greek(scalar)
    case 0x0400...0x052F: self = Folding.cyrillic(scalar)
    case 0x0591...0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC:
      self.init(.ignored)  // Hebrew points, Arabic vowel signs and the stretching stroke
    case 0x0620...0x064A, 0x0671...0x06D3: self.init(to: Folding.arabic(scalar))
    // The dot of Devanagari and Bengali that writers often leave out.
    case 0x093C, 0x09BC: self.init(.ignored)
    case 0x0901...0x097F, 0x09DC...0x09DF: self = Folding.indic(scalar)
    case 0x0E01...0x0E4E, 0x0E80...0x0EDF, 0x0F40...0x0FBC, 0x1000...0x103F, 0x1780...0x17D3:
      self.init(spaceless: scalar)  // Thai, Lao, Tibetan, Burmese, Khmer
    case 0x1E00...0x1EFF: self = Folding.latinAdditional(scalar)
    case 0x2000...0x206F: self.init(.separator)
    case 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF, 0x3005...0x3007:
      self.init(spaceless: scalar)
    case 0xAC00...0xD7A3: self.init(to: scalar)
    case 0xFB00...0xFB06: self = Folding.ligature(scalar)
    case 0xFF10...0xFF19:
      self.init(to: scalar - 0xFEE0)
      role = .digit
    case 0xFF21...0xFF3A: self.init(to: scalar - 0xFEE0 + 0x20, capital: true)
    case 0xFF41...0xFF5A: self.init(to: scalar - 0xFEE0)
    case 0x249C...0x24E9, 0x1D400...0x1D6A3, 0x1D7CE...0x1D7FF, 0x1F110...0x1F189:
      self = Folding.styled(scalar)
    case 0x0262...0x02A2, 0x1D00...0x1D22, 0xA730, 0xA731:
      self = Folding.smallCapitals[scalar].map { Folding.letter($0) } ?? Folding.byProperties(scalar)
    default: self = Folding.byProperties(scalar)
    }
  }

  private init(spaceless scalar: UInt32) {
    role = .spaceless
    first = scalar
  }

  private static func letter(_ ascii: Unicode.Scalar, _ next: Unicode.Scalar? = nil) -> Folding {
    Folding(to: ascii.value, next?.value ?? 0)
  }

  /// Base letters of U+00C0…U+017F in order; a dot marks those that fold to two letters or are not letters.
  private static let latinBase: [UInt8] = Array(
    ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllll"
      + "lllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static func latin(_ scalar: UInt32) -> Folding {
    let isCapital: Bool
    switch scalar {
    case 0xC0...0xDE: isCapital = true
    case 0x139...0x148, 0x178...0x17E: isCapital = scalar == 0x178 || scalar & 1 == 1
    default: isCapital = scalar >= 0x100 && scalar & 1 == 0
    }
    var folding: Folding
    switch scalar {
    case 0xD7, 0xF7: return Folding(.separator)
    case 0xC6, 0xE6: folding = letter("a", "e")
    case 0x152, 0x153: folding = letter("o", "e")
    case 0x132, 0x133: folding = letter("i", "j")
    case 0xDE, 0xFE: folding = letter("t", "h")
    case 0xDF: folding = letter("s", "s")
    default: folding = Folding(to: UInt32(latinBase[Int(scalar - 0xC0)]))
    }
    folding.isCapital = isCapital
    return folding
  }

  private static func latinAdditional(_ scalar: UInt32) -> Folding {
    let base: Unicode.Scalar
    switch scalar {
    case 0x1EA0...0x1EB7, 0x1E00, 0x1E01: base = "a"
    case 0x1EB8...0x1EC7, 0x1E14...0x1E1D: base = "e"
    case 0x1EC8...0x1ECB: base = "i"
    case 0x1ECC...0x1EE3: base = "o"
    case 0x1EE4...0x1EF1: base = "u"
    case 0x1EF2...0x1EF9: base = "y"
    default: return byProperties(scalar)
    }
    return Folding(to: base.value, capital: scalar & 1 == 0)
  }

  private static func greek(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x37E, 0x387: return Folding(.separator)
    case 0x386: return Folding(to: 0x3B1, capital: true)
    case 0x388: return Folding(to: 0x3B5, capital: true)
    case 0x389: return Folding(to: 0x3B7, capital: true)
    case 0x38A, 0x3AA: return Folding(to: 0x3B9, capital: true)
    case 0x38C: return Folding(to: 0x3BF, capital: true)
    case 0x38E, 0x3AB: return Folding(to: 0x3C5, capital: true)
    case 0x38F: return Folding(to: 0x3C9, capital: true)
    case 0x391...0x3A9: return Folding(to: scalar + 0x20, capital: true)
    case 0x3AC: return Folding(to: 0x3B1)
    case 0x3AD: return Folding(to: 0x3B5)
    case 0x3AE: return Folding(to: 0x3B7)
    case 0x3AF, 0x390, 0x3CA: return Folding(to: 0x3B9)
    case 0x3CC: return Folding(to: 0x3BF)
    case 0x3CD, 0x3B0, 0x3CB: return Folding(to: 0x3C5)
    case 0x3CE: return Folding(to: 0x3C9)
    case 0x3C2: return Folding(to: 0x3C3)
    default: return byProperties(scalar)
    }
  }

  private static func cyrillic(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x401, 0x451: return Folding(to: 0x435, capital: scalar == 0x401)  // ё is often written е
    // й may be written as и with a combining breve
    case 0x419, 0x439: return Folding(to: 0x438, capital: scalar == 0x419)
    case 0x407, 0x457: return Folding(to: 0x456, capital: scalar == 0x407)
    case 0x400...0x40F: return Folding(to: scalar + 0x50, capital: true)
    case 0x410...0x42F: return Folding(to: scalar + 0x20, capital: true)
    case 0x430...0x45F: return Folding(to: scalar)
    case 0x482: return Folding(.separator)
    case 0x483...0x489: return Folding(.ignored)
    default: return byProperties(scalar)
    }
  }

  /// An Arabic letter without its hamza, and in the form that Arabic has where Persian and Egypt have another.
  private static func arabic(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671: 0x0627
    case 0x0624: 0x0648
    case 0x0626, 0x0649, 0x06CC: 0x064A
    case 0x06A9: 0x0643
    case 0x06C0: 0x06D5
    case 0x06C2: 0x06C1
    case 0x06D3: 0x06D2
    default: scalar
    }
  }

  /// A letter of Devanagari or Bengali without its dot; both signs of a nasal vowel are one.
  private static func indic(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x0901: Folding(to: 0x0902)
    case 0x0929, 0x0931, 0x0934: Folding(to: scalar - 1)
    case 0x0958...0x095A: Folding(to: scalar - 0x0958 + 0x0915)
    case 0x095B: Folding(to: 0x091C)
    case 0x095C, 0x095D: Folding(to: scalar - 0x095C + 0x0921)
    case 0x095E: Folding(to: 0x092B)
    case 0x095F, 0x09DF: Folding(to: scalar == 0x095F ? 0x092F : 0x09AF)
    case 0x09DC, 0x09DD: Folding(to: scalar - 0x09DC + 0x09A1)
    default: byProperties(scalar)
    }
  }

  /// Mathematical, circled, squared and parenthesised letters and digits: consecutive alphabets, folded by
  /// Unicode's compatibility mappings.
  private static func styled(_ scalar: UInt32) -> Folding {
    switch scalar {
    case 0x1D7CE...0x1D7FF:
      var folding = Folding(to: 0x30 + (scalar - 0x1D7CE) % 10)
      folding.role = .digit
      return folding
    case 0x1D400...0x1D6A3: return letter((scalar - 0x1D400) % 52)
    case 0x24B6...0x24E9: return letter(scalar - 0x24B6)
    case 0x249C...0x24B5: return letter(scalar - 0x249C + 26)
    // Four alphabets of capitals, each followed by six other signs.
    default:
      let place = (scalar - 0x1F110) % 32
      return place < 26 ? letter(place) : Folding(.separator)
    }
  }

  /// Small capitals of phonetic alphabets, as the letters that readers take them for.
  private static let smallCapitals: [UInt32: Unicode.Scalar] = {
    let letters: [Unicode.Scalar: Unicode.Scalar] = [
      "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i", "ᴊ": "j",
      "ᴋ": "k", "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ʀ": "r", "ꜱ": "s", "ᴛ": "t", "ᴜ": "u",
      "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z",
    ]
    return Dictionary(letters.map { ($0.key.value, $0.value) }) { letter, _ in letter }
  }()

  /// The letter at an index into the capital and then the small letters.
  private static func letter(_ place: UInt32) -> Folding {
    Folding(to: 0x61 + place % 26, capital: place < 26)
  }

  private static func ligature(_ scalar: UInt32) -> Folding {
    let f = UInt32(UInt8(ascii: "f"))
    let i = UInt32(UInt8(ascii: "i"))
    let l = UInt32(UInt8(ascii: "l"))
    switch scalar {
    case 0xFB00: return Folding(to: f, f)
    case 0xFB01: return Folding(to: f, i)
    case 0xFB02: return Folding(to: f, l)
    case 0xFB03: return Folding(to: f, f, i)
    case 0xFB04: return Folding(to: f, f, l)
    default: return letter("s", "t")
    }
  }

  /// Folds every other scalar by its Unicode properties; slow, but rare in the scripts of news copy.
  private static func byProperties(_ value: UInt32) -> Folding {
    guard let scalar = Unicode.Scalar(value) else { return Folding(.separator) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars.prefix(2))
      return Folding(to: lower.first?.value ?? value, capital: true)
    case .lowercaseLetter, .modifierLetter, .otherLetter, .letterNumber, .spacingMark, .nonspacingMark:
      return Folding(to: value)
    case .decimalNumber:
      var folding = Folding(to: scalar.properties.numericType == nil ? value : digit(scalar))
      folding.role = .digit
      return folding
    default: return Folding(.separator)
    }
  }

  /// The ASCII digit with the same value.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt32 {
    guard let worth = scalar.properties.numericValue, (0...9).contains(worth) else { return scalar.value }
    return 0x30 + UInt32(worth)
  }
}
