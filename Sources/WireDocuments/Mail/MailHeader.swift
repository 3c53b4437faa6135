import WireText

/// The header of a message or of a part (RFC 5322), with encoded words decoded (RFC 2047).
struct MailHeader {
  /// A field with its name in lower case.
  struct Field {
    var name: String
    var value: Range<Int>
  }

  private(set) var fields: [Field] = []
  /// The offset at which the body starts.
  private(set) var end: Int
  /// Whether the header ended at a line that is not a field and belongs to the body.
  private(set) var isOpen = false
  private let bytes: [UInt8]

  /// Reads fields up to a blank line, or up to a line that cannot be a field.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    end = range.lowerBound
    while end < range.upperBound {
      let (lineEnd, next) = LineBreaks.end(bytes, end, limit: range.upperBound)
      if lineEnd == end {
        end = next
        return
      }
      if bytes[end] == 0x20 || bytes[end] == 0x09 {
        if let last = fields.indices.last { fields[last].value = fields[last].value.lowerBound..<lineEnd }
      } else if let colon = Self.colon(bytes, end..<lineEnd) {
        let name = String(decoding: bytes[end..<colon].filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        fields.append(Field(name: name, value: colon + 1..<lineEnd))
      } else if !fields.isEmpty || !bytes[end...].starts(with: "From ".utf8) {
        isOpen = true
        return
      }
      end = next
    }
  }

  /// The colon after a field's name; nil if the line is not a field.
  private static func colon(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    guard let colon = bytes[line].prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound else {
      return nil
    }
    let name = bytes[line.lowerBound..<colon].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return !name.isEmpty && name.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? colon : nil
  }

  /// The value of the first field with a name, on one line, with encoded words unchanged.
  func raw(_ name: String) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    return raw(field)
  }

  /// The value of a field on one line, decoded.
  func text(of field: Field) -> String { oneLine(EncodedWords.decoded(raw(field))) }

  private func raw(_ field: Field) -> String {
    // Non-ASCII text should be encoded; if it is not, its encoding is detected.
    oneLine(String(decoding: Decoded(Array(bytes[field.value])).utf8, as: UTF8.self))
  }

  /// The value of the first field with a name, on one line, decoded; nil if there is none or it is empty.
  func text(_ name: String) -> String? {
    guard let raw = raw(name) else { return nil }
    let text = oneLine(EncodedWords.decoded(raw))
    return text.isEmpty ? nil : text
  }

  /// The range of the value of the first field with a name.
  func place(_ name: String) -> Range<Int>? { fields.first { $0.name == name }?.value }
}

/// Encoded words of headers (RFC 2047): `=?charset?B?…?=`.
enum EncodedWords {
  /// A value with its encoded words decoded; other text is unchanged.
  static func decoded(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var result: [UInt8] = []
    // A character may be split between two encoded words.
    var pending: (charset: String, bytes: [UInt8])?
    var gap: [UInt8] = []
    func flush() {
      if let run = pending { result += Decoded(run.bytes, label: run.charset).utf8 }
      pending = nil
    }
    let bytes = Array(value.utf8)
    // No word is looked for behind the last mark that ends one; each of many would be, up to the end of the value.
    let lastMark = bytes.indices.last { bytes[$0...].starts(with: "?=".utf8) } ?? 0
    var at = 0
    while at < bytes.count {
      if at < lastMark, let word = word(bytes, at) {
        if pending == nil { result += gap }
        gap = []
        if pending?.charset != word.charset { flush() }
        if pending == nil { pending = (word.charset, []) }
        pending?.bytes += word.content
        at = word.end
      } else if bytes[at] == 0x20, pending != nil || !gap.isEmpty {
        gap.append(bytes[at])
        at += 1
      } else {
        flush()
        result += gap + [bytes[at]]
        gap = []
        at += 1
      }
    }
    flush()
    return String(decoding: result, as: UTF8.self)
  }

  /// The encoded word at an offset; nil if there is none.
  private static func word(_ bytes: [UInt8], _ at: Int) -> (charset: String, content: [UInt8], end: Int)? {
    guard bytes[at...].starts(with: "=?".utf8) else { return nil }
    let rest = bytes[(at + 2)...]
    guard let first = rest.firstIndex(of: UInt8(ascii: "?")), first > at + 2, first + 2 < bytes.count,
      bytes[first + 2] == UInt8(ascii: "?"), "bq".utf8.contains(bytes[first + 1] | 0x20)
    else { return nil }
    var end = first + 3
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "?") && bytes[end + 1] == UInt8(ascii: "=")) {
      end += 1
    }
    guard end + 1 < bytes.count else { return nil }
    // A language tag may follow the charset (RFC 2231).
    let charset = bytes[(at + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
    let content = first + 3..<end
    let isBase64 = bytes[first + 1] | 0x20 == UInt8(ascii: "b")
    let decoded =
      isBase64
      ? TransferDecoding.base64(bytes, content).bytes
      : TransferDecoding.quotedPrintable(bytes, content).bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    return (String(decoding: charset, as: UTF8.self).lowercased(), decoded, end + 2)
  }
}
