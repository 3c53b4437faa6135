import WireText

/// Decodes bytes to UTF-8 chunk by chunk; the order of detection is the same for all formats.
///
/// 1. A byte order mark. 2. The zero-byte pattern of UTF-16 and UTF-32. 3. The declared label, except that bytes that
/// are valid UTF-8 are UTF-8 even if labelled with an 8-bit encoding: 4 of 17 wire files are mislabelled so.
/// 4. Without a label, UTF-8; if more sequences are broken than valid, windows-1252, with loss if the accented letters
/// form sequences that occur in no language that is written in it. 5. The escape sequences of ISO-2022-JP in text that
/// is ASCII otherwise, whatever its label.
/// The choice is made at the first bytes that are not ASCII, or that shift to Japanese. What cannot be decoded becomes
/// U+FFFD and is counted.
struct TextDecoder {
  /// One decoded chunk.
  struct Piece {
    /// Valid UTF-8.
    var utf8: [UInt8]
    /// Where the text is in the file; nil if it is the file's bytes from `offset` on.
    var map: SourceMap?
    /// The file offset of the first byte.
    var offset: Int
  }

  private let label: String?
  private var chosen: TextEncoding?
  private var isStarted = false
  private var carried: [UInt8] = []
  private var offset = 0
  private var replaced = 0
  private var nulls = 0
  private var remarks: [Problem] = []
  private var iconv: Iconv?
  private var hz = HZText()

  /// A decoder for bytes with an optional label.
  init(label: String?) { self.label = label }

  /// A decoder for bytes that are known to be in an encoding, whatever they look like.
  init(encoding: TextEncoding) {
    label = nil
    chosen = encoding
    isStarted = true
    if case .named(let name) = encoding { iconv = Iconv(name) }
  }

  /// The number of bytes that could not be decoded so far.
  var replacedBytes: Int { replaced }

  /// How the bytes are read.
  var encoding: TextEncoding { chosen ?? .utf8 }

  /// Everything that was guessed or replaced so far.
  var problems: [Problem] {
    var all = remarks
    if replaced > 0 {
      all.append(
        Problem(
          "bytes-replaced", "\(replaced) bytes are not \(encoding) and were replaced", losesText: true))
    }
    if nulls > 0 { all.append(Problem("nul-replaced", "\(nulls) NUL characters were replaced")) }
    return all
  }

  /// Decodes the next bytes.
  ///
  /// - Parameters:
  ///   - bytes: the next bytes of the input.
  ///   - isLast: whether nothing follows, so that an incomplete character is broken.
  mutating func decode(_ bytes: [UInt8], isLast: Bool) -> Piece {
    var bytes = carried.isEmpty ? bytes : carried + bytes
    carried = []
    var at = 0
    if !isStarted, isLast || bytes.count >= 4 {
      isStarted = true
      if let (encoding, mark) = TextEncoding.marked(bytes) {
        chosen = encoding
        at = mark
        if mark == 0 {
          remarks.append(
            Problem("encoding-guessed", "no byte order mark; read as \(encoding) by its zero bytes"))
        }
      }
    } else if !isStarted {
      carried = bytes
      return Piece(utf8: [], map: nil, offset: offset)
    }
    if chosen == nil { choose(bytes, isLast: isLast) }
    let cut = isLast || chosen != nil ? [] : Array(bytes.suffix(TextEncoding.cutEscape(in: bytes)))
    bytes.removeLast(cut.count)
    var output = DecodedOutput(offset: offset)
    let start = offset
    let end = decode(bytes, from: at, isLast: isLast, into: &output)
    output.flush()
    carried = bytes[end...] + cut
    offset += end
    let isIdentity = at == 0 && output.utf8.count == end && output.isExact
    return Piece(utf8: output.utf8, map: isIdentity && start == 0 ? nil : output.map, offset: start)
  }

  /// Chooses the encoding at the first non-ASCII bytes.
  private mutating func choose(_ bytes: [UInt8], isLast: Bool) {
    let declared = label.flatMap(TextEncoding.init(label:))
    if let declared, declared.isShifted {
      chosen = declared
    } else if let first = bytes.firstIndex(where: { $0 >= 0x80 }) {
      let (whole, broken) = Self.sequences(in: bytes, from: first, isLast: isLast)
      if whole == 0, broken == 0 { return }
      if broken == 0 || (declared == .utf8 || declared == nil) && whole > broken {
        chosen = .utf8
        if let declared, declared != .utf8 {
          remarks.append(Problem("encoding-guessed", "declared as \(declared), but the bytes are UTF-8"))
        }
      } else if let declared, declared != .utf8 {
        chosen = declared
      } else {
        chosen = .windows1252
        let isLatin = Windows1252.mayBe(bytes)
        let doubt = isLatin ? "" : ", which it is not: save it as UTF-8, or declare its encoding"
        remarks.append(
          Problem(
            "encoding-guessed", "not UTF-8; read as windows-1252\(doubt)", line: line(of: first, in: bytes),
            losesText: !isLatin))
      }
      if declared == .windows1252, chosen == .windows1252, !Windows1252.mayBe(bytes) {
        remarks.append(
          Problem(
            "encoding-wrong", "declared as windows-1252, which its letters are not",
            line: line(of: first, in: bytes), losesText: true))
      }
    }
    if chosen == nil, TextEncoding.isJapanese(bytes, isLast: isLast), !bytes.contains(where: { $0 >= 0x80 }) {
      chosen = .named("ISO-2022-JP")
      remarks.append(
        Problem("encoding-guessed", "not declared; read as ISO-2022-JP by its escape sequences"))
    } else if chosen == nil, declared == nil, let label, TextEncoding.isShifted(bytes, as: label) {
      chosen = .utf8
      remarks.append(
        Problem(
          "encoding-unknown",
          "the declared encoding writes letters as ASCII and is not read: save it as UTF-8",
          losesText: true))
    } else if let label, declared == nil, chosen != nil {
      remarks.append(
        Problem("encoding-unknown", "the declared encoding (\(label.utf8.count) letters) is not known"))
    }
    if case .named(let name) = chosen { iconv = Iconv(name) }
  }

  /// The line of a byte offset, from 1; nil if these are not the first bytes of the input.
  private func line(of at: Int, in bytes: [UInt8]) -> Int? {
    offset > 0 ? nil : 1 + LineBreaks.count(in: bytes, to: at)
  }

  /// The number of valid and of broken multi-byte sequences; one that the end of the chunk cuts off does not count.
  private static func sequences(
    in bytes: [UInt8], from first: Int, isLast: Bool
  ) -> (whole: Int, broken: Int) {
    var whole = 0
    var broken = 0
    var at = first
    while at < bytes.count {
      at = Self.asciiRun(bytes, from: at)
      guard at < bytes.count else { break }
      let length = UTF8Sequence.length(in: bytes, at: at, end: bytes.count)
      if length > 1 { whole += 1 }
      if length == 0, isLast || !Self.mayBeCutOff(bytes, at: at) { broken += 1 }
      at += max(1, length)
    }
    return (whole, broken)
  }

  /// Whether a multi-byte sequence that starts here may continue in the next chunk.
  private static func mayBeCutOff(_ bytes: [UInt8], at: Int) -> Bool {
    bytes[at] >= 0xC2 && at + 3 >= bytes.count
  }

  private mutating func decode(
    _ bytes: [UInt8], from: Int, isLast: Bool, into output: inout DecodedOutput
  ) -> Int {
    switch encoding {
    case .utf8: return decodeUTF8(bytes, from: from, isLast: isLast, into: &output)
    case .windows1252:
      var at = from
      while at < bytes.count {
        let run = Self.asciiRun(bytes, from: at)
        output.exact(bytes, at..<run)
        at = run
        if at < bytes.count { at += put(Windows1252.scalar(bytes[at]), bytes: 1, at: at, into: &output) }
      }
      return at
    case .utf16(let big): return decodeUnits(2, big, bytes, from: from, isLast: isLast, into: &output)
    case .utf32(let big): return decodeUnits(4, big, bytes, from: from, isLast: isLast, into: &output)
    case .hz: return hz.decode(bytes, from: from, isLast: isLast, into: &output, replaced: &replaced)
    case .named: return decodeNamed(bytes, from: from, isLast: isLast, into: &output)
    }
  }

  private mutating func decodeUTF8(
    _ bytes: [UInt8], from: Int, isLast: Bool, into output: inout DecodedOutput
  ) -> Int {
    var at = from
    var run = from
    while at < bytes.count {
      at = Self.asciiRun(bytes, from: at)
      guard at < bytes.count else { break }
      let length = bytes[at] == 0 ? 0 : UTF8Sequence.length(in: bytes, at: at, end: bytes.count)
      if length > 0 {
        at += length
        continue
      }
      if !isLast, Self.mayBeCutOff(bytes, at: at) { break }
      output.exact(bytes, run..<at)
      at += put(bytes[at] == 0 ? "\0" : nil, bytes: 1, at: at, into: &output)
      run = at
    }
    output.exact(bytes, run..<at)
    return at
  }

  private mutating func decodeUnits(
    _ width: Int, _ big: Bool, _ bytes: [UInt8], from: Int, isLast: Bool, into output: inout DecodedOutput
  ) -> Int {
    func unit(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for index in 0..<width { value = value << 8 | UInt32(bytes[big ? at + index : at + width - 1 - index]) }
      return value
    }
    var at = from
    while at + width <= bytes.count {
      let first = unit(at)
      if width == 2, (0xD800..<0xDC00).contains(first) {
        if at + 4 > bytes.count, !isLast { break }
        if at + 4 <= bytes.count, (0xDC00..<0xE000).contains(unit(at + 2)) {
          let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (unit(at + 2) - 0xDC00))
          at += put(scalar, bytes: 4, at: at, into: &output)
          continue
        }
      }
      at += put(Unicode.Scalar(first), bytes: width, at: at, into: &output)
    }
    if isLast, at < bytes.count { at += put(nil, bytes: bytes.count - at, at: at, into: &output) }
    return at
  }

  private mutating func decodeNamed(
    _ bytes: [UInt8], from: Int, isLast: Bool, into output: inout DecodedOutput
  ) -> Int {
    // ISO-2022 encodes other scripts in ASCII bytes.
    let isASCIICompatible = !encoding.isShifted
    var at = from
    while at < bytes.count {
      if isASCIICompatible {
        let run = Self.asciiRun(bytes, from: at)
        output.exact(bytes, at..<run)
        at = run
        guard at < bytes.count else { break }
      }
      if !isLast, at + 8 > bytes.count { break }
      let before = output.utf8.count
      if let length = iconv?.character(in: bytes, at: at, into: &output.utf8) {
        output.mark(from: before, file: at, count: length)
        at += length
      } else if bytes[at] == 0x1B, !isASCIICompatible, at + 4 >= bytes.count {
        // The escape sequence back to ASCII, with no character after it.
        at = bytes.count
      } else {
        at += put(nil, bytes: 1, at: at, into: &output)
      }
    }
    return at
  }

  /// Writes a decoded character, or U+FFFD for nil and NUL; returns the number of file bytes consumed.
  private mutating func put(
    _ scalar: Unicode.Scalar?, bytes count: Int, at: Int, into output: inout DecodedOutput
  ) -> Int {
    if scalar == nil { replaced += count }
    if scalar == "\0" { nulls += 1 }
    let before = output.utf8.count
    output.utf8.append(scalar.map { $0 == "\0" ? "\u{FFFD}" : $0 } ?? "\u{FFFD}")
    output.mark(from: before, file: at, count: count)
    return count
  }

  /// The end of the run of ASCII, excluding NUL, from `from`.
  ///
  /// Nearly every byte of every input is tested here, so eight bytes are tested at once.
  private static func asciiRun(_ bytes: [UInt8], from: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var at = from
      while at + 8 <= buffer.count {
        let eight = buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // The top bit of a byte is set if the byte is above 0x7F or, because of the borrow, may be zero.
        guard (eight | (eight &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 8
      }
      while at < buffer.count, buffer[at] &- 1 < 0x7F { at += 1 }
      return at
    }
  }
}
