/// The case variants of an anchor: in lower case, capitalised, and in capitals.
///
/// ASCII letters, whose case is ignored, are in lower case in all of them. The Unicode properties of each letter
/// are looked up only once, since this takes longer than everything else done with an anchor.
struct AnchorForms {
  /// A letter as written and in both cases.
  private struct Letter {
    var plain: Spelling
    var small: Spelling
    var capital: Spelling

    init(_ scalar: Unicode.Scalar) {
      plain = Spelling(String(scalar))
      small = Spelling(scalar.properties.lowercaseMapping)
      capital = Spelling(scalar.properties.uppercaseMapping)
    }
  }

  /// The folded UTF-8 of a letter as a number, the first byte lowest: no mapping of a letter takes more than six bytes.
  private struct Spelling {
    private var bytes: UInt64 = 0
    private var count = 0

    init(_ letter: String) {
      for byte in letter.utf8.prefix(8) {
        bytes |= UInt64(AnchorForms.fold(byte)) << UInt64(count * 8)
        count += 1
      }
    }

    @inline(__always)
    func append(to word: inout [UInt8]) {
      var rest = bytes
      for _ in 0..<count {
        word.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  private var letters: [Letter] = []
  /// By value of a letter: its place in `letters`, −1 if it has not occurred yet.
  ///
  /// The Unicode properties of letters other than Latin, Greek, Cyrillic and Armenian ones are looked up each time.
  private var places = [Int](repeating: -1, count: 0x600)
  private var small: [UInt8] = []
  private var title: [UInt8] = []
  private var capital: [UInt8] = []

  /// Passes on the forms of a word in UTF-8; a single one if its script has no case.
  mutating func forEach(
    of word: UnsafeBufferPointer<UInt8>, _ body: (_ form: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    small.removeAll(keepingCapacity: true)
    if word.allSatisfy({ $0 < 0xC0 || Self.isCaseless($0) }) {
      for byte in word { small.append(Self.fold(byte)) }
      return small.withUnsafeBufferPointer(body)
    }
    title.removeAll(keepingCapacity: true)
    capital.removeAll(keepingCapacity: true)
    var at = 0
    while at < word.count {
      let (scalar, width) = word[at] < 0x80 ? (Unicode.Scalar(word[at]), 1) : Lexer.scalar(word, at)
      add(scalar)
      at += width
    }
    small.withUnsafeBufferPointer(body)
    if title != small { title.withUnsafeBufferPointer(body) }
    if capital != small, capital != title { capital.withUnsafeBufferPointer(body) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = Self.fold(UInt8(truncatingIfNeeded: scalar.value))
      title.append(byte)
      small.append(byte)
      capital.append(byte)
      return
    }
    let place = place(of: scalar)
    let letter = letters[place]
    (title.isEmpty ? letter.capital : letter.plain).append(to: &title)
    letter.small.append(to: &small)
    letter.capital.append(to: &capital)
  }

  private mutating func place(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value < places.count, places[value] >= 0 { return places[value] }
    letters.append(Letter(scalar))
    if value < places.count { places[value] = letters.count - 1 }
    return letters.count - 1
  }

  /// A byte, with ASCII letters in lower case.
  static func fold(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// Whether a byte starts letters of scripts without case: Hebrew, Arabic, those of India, China, Japan and Korea.
  private static func isCaseless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xD7...0xDB, 0xE0, 0xE3...0xE9, 0xEB, 0xEC: true
    default: false
    }
  }
}
