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

    init(_ letter: String) {
      for byte in letter.utf8.prefix(8) {
        bytes |= UInt64(AnchorForms.fold(byte)) << UInt64(count * 8)
        count += 1
      }
    }

    /// Writes it at an offset and returns the one after it; all eight bytes are written, which takes less time than
    /// one by one.
    @inline(__always)
    func write(to word: UnsafeMutableBufferPointer<UInt8>, at offset: Int) -> Int {
      UnsafeMutableRawBufferPointer(word).storeBytes(
        of: bytes.littleEndian, toByteOffset: offset, as: UInt64.self)
      return offset + count
    }
  }

  private var letters: [Letter] = []
  /// By value of a letter: its place in `letters`, −1 if it has not occurred yet.
  ///
  /// The Unicode properties of letters other than Latin, Greek, Cyrillic and Armenian ones are looked up each time.
  private var places = [Int](repeating: -1, count: 0x600)
  /// The forms of the last word, each with room for eight bytes a letter, and for the last one to be written whole.
  private var forms: [UInt8] = []

  /// Passes on the forms of a word in UTF-8; a single one if its script has no case.
  mutating func forEach(
    of word: UnsafeBufferPointer<UInt8>, _ body: (_ form: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let room = (word.count + 1) * 8
    if forms.count < room * 3 { forms = Array(repeating: 0, count: room * 3) }
    // So that the letters can be looked up while they are written.
    var bytes: [UInt8] = []
    swap(&bytes, &forms)
    defer { swap(&bytes, &forms) }
    bytes.withUnsafeMutableBufferPointer { bytes in
      if word.allSatisfy({ $0 < 0xC0 || Self.isCaseless($0) }) {
        for at in word.indices { bytes[at] = Self.fold(word[at]) }
        return body(UnsafeBufferPointer(rebasing: bytes[..<word.count]))
      }
      var (small, title, capital) = (0, room, room * 2)
      var at = 0
      while at < word.count {
        let (scalar, width) = word[at] < 0x80 ? (Unicode.Scalar(word[at]), 1) : Lexer.scalar(word, at)
        let letter = letters[place(of: scalar)]
        small = letter.small.write(to: bytes, at: small)
        title = (at == 0 ? letter.capital : letter.plain).write(to: bytes, at: title)
        capital = letter.capital.write(to: bytes, at: capital)
        at += width
      }
      let inSmall = UnsafeBufferPointer(rebasing: bytes[..<small])
      let inTitle = UnsafeBufferPointer(rebasing: bytes[room..<title])
      let inCapitals = UnsafeBufferPointer(rebasing: bytes[(room * 2)..<capital])
      body(inSmall)
      if !inTitle.elementsEqual(inSmall) { body(inTitle) }
      if !inCapitals.elementsEqual(inSmall), !inCapitals.elementsEqual(inTitle) { body(inCapitals) }
    }
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
