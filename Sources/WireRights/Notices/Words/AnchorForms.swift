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
    var bytes: UInt64 = 0
    var count = 0

    init(_ byte: UInt8) {
      bytes = UInt64(AnchorForms.fold(byte))
      count = 1
    }

    init(_ letter: String) {
      for byte in letter.utf8.prefix(8) {
        bytes |= UInt64(AnchorForms.fold(byte)) << UInt64(count * 8)
        count += 1
      }
    }
  }

  /// A word that grows by whole letters, which takes less time than byte by byte.
  private struct Word: Equatable {
    private var bytes: [UInt8] = []
    private var count = 0

    /// Makes it empty, with room for the letters of a word of some bytes.
    mutating func clear(for length: Int) {
      count = 0
      let room = (length + 1) * 8
      if bytes.count < room { bytes = Array(repeating: 0, count: room) }
    }

    mutating func append(_ letter: Spelling) {
      bytes.withUnsafeMutableBytes {
        $0.storeBytes(of: letter.bytes.littleEndian, toByteOffset: count, as: UInt64.self)
      }
      count += letter.count
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    static func == (a: Self, b: Self) -> Bool {
      a.count == b.count && a.bytes[..<a.count] == b.bytes[..<b.count]
    }
  }

  private var letters: [Letter] = []
  /// By value of a letter: its place in `letters`, −1 if it has not occurred yet.
  ///
  /// The Unicode properties of letters other than Latin, Greek, Cyrillic and Armenian ones are looked up each time.
  private var places = [Int](repeating: -1, count: 0x600)
  private var small = Word()
  private var title = Word()
  private var capital = Word()

  /// Passes on the forms of a word in UTF-8; a single one if its script has no case.
  mutating func forEach(
    of word: UnsafeBufferPointer<UInt8>, _ body: (_ form: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    small.clear(for: word.count)
    if word.allSatisfy({ $0 < 0xC0 || Self.isCaseless($0) }) {
      for byte in word { small.append(Spelling(byte)) }
      return small.withBytes(body)
    }
    title.clear(for: word.count)
    capital.clear(for: word.count)
    var at = 0
    while at < word.count {
      let (scalar, width) = word[at] < 0x80 ? (Unicode.Scalar(word[at]), 1) : Lexer.scalar(word, at)
      let letter = letters[place(of: scalar)]
      small.append(letter.small)
      title.append(at == 0 ? letter.capital : letter.plain)
      capital.append(letter.capital)
      at += width
    }
    small.withBytes(body)
    if title != small { title.withBytes(body) }
    if capital != small, capital != title { capital.withBytes(body) }
  }

  private mutating func place(of scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value < places.count, places[value] >= 0 { return places[value] }
    letters.append(Letter(scalar))
    if value < places.count { places[value] = letters.count - 1 }
    return letters.count - 1
  }

  /// A byte, with ASCII letters in lower case and a space for a line break.
  static func fold(_ byte: UInt8) -> UInt8 {
    if byte == UInt8(ascii: "\n") { return UInt8(ascii: " ") }
    return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Whether a byte starts letters of scripts without case: Hebrew, Arabic, those of India, China, Japan and Korea.
  private static func isCaseless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xD7...0xDB, 0xE0, 0xE3...0xE9, 0xEB, 0xEC: true
    default: false
    }
  }
}
