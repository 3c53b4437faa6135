import WireText
import WireTrees

/// What an input that no reader takes looks like; covers formats that are only recognised, not read.
enum UnknownFormat {
  /// The fault for an input that no reader recognises; for malformed JSON, with the position of the error.
  static func fault(_ probe: Probe, input: ByteInput, limits: Limits) throws(ReadingFault) -> ReadingFault {
    var holdsCopy = false
    if looksLikeJSON(probe) {
      let bytes = try input.readAll(limit: limits.wholeInputBytes, path: probe.path)
      // Decoding removes NUL, which JSON does not allow.
      let decoded = Decoded(bytes)
      let hasNUL = decoded.encoding == .utf8 && bytes.contains(0)
      if let fault = JSONShape.fault(hasNUL ? bytes : decoded.utf8, limits: limits) {
        return fault.readingFault(path: probe.path)
      }
      holdsCopy = JSONShape.holdsCopy(decoded.utf8)
    }
    if looksLikeXML(probe) {
      let bytes = try input.readAll(limit: limits.wholeInputBytes, path: probe.path)
      if let fault = XMLDocument.fault(of: bytes, path: probe.path, limits: limits) { return fault }
    }
    if let reason = XMLReader.reasonToMap(probe) {
      return ReadingFault(
        "unknown-format", path: probe.path, "XML of no known kind, \(reason)", line: 1,
        next:
          "say with --mapping FILE which element is what, or read all of it as one text with --input-format xml"
      )
    }
    if GzipInflater.recognises(probe.bytes) {
      return ReadingFault(
        "packed-twice", path: probe.path, "the file is packed with gzip, and once more inside",
        next: "unpack it once")
    }
    if isEmptyList(probe) { return noItems(path: probe.path) }
    var decoder = TextDecoder(label: nil)
    _ = decoder.decode(probe.bytes, isLast: probe.bytes.count < Probe.size)
    if mark(probe) == nil, let problem = decoder.problems.first(where: \.losesText),
      problem.code == "encoding-guessed"
    {
      return ReadingFault(
        "unknown-encoding", path: probe.path,
        "the file is neither UTF-8 nor windows-1252 and does not say what it is", line: problem.line,
        next: "save it as UTF-8")
    }
    let looked = Format.all.map(\.name).joined(separator: ", ")
    let appearance = guess(probe).map { ": it looks like \($0)" } ?? ""
    // Settings among documents are no loss, but copy is.
    return ReadingFault(
      holdsCopy ? "unknown-copy" : "unknown-format", path: probe.path,
      "no reader recognises this file\(appearance); looked for \(looked)",
      next: "if it is one of these, name the format")
  }

  /// Whether the input is an empty JSON list, as an API returns after its last page.
  static func isEmptyList(_ probe: Probe) -> Bool {
    probe.utf8.lazy.filter { $0 > 0x20 }.prefix(3).elementsEqual("[]".utf8)
  }

  /// The fault for an export without documents.
  static func noItems(path: String) -> ReadingFault {
    ReadingFault(
      "no-items", path: path, "an empty list, with no document in it", line: 1,
      next: "an interface answers so after its last page; leave the file out")
  }

  /// What the start of an input looks like, in a few words; nil for plain text and for unknown content.
  static func guess(_ probe: Probe) -> String? {
    if let name = signature(probe) { return name }
    if looksLikeJSON(probe) {
      let keys = JSONShape.topLevelKeys(probe.utf8).prefix(6).map { "`\(safe($0))`" }
      return keys.isEmpty ? "JSON" : "JSON with the keys \(keys.joined(separator: ", "))"
    }
    if let root = rootElement(probe.utf8) { return "XML with the root element <\(safe(root))>" }
    return looksLikeXML(probe) ? "XML without a root element" : nil
  }

  /// Whether the input can only be XML.
  static func looksLikeXML(_ probe: Probe) -> Bool {
    if probe.pathExtension == "xml" { return true }
    let start = probe.utf8.drop { $0 <= 0x20 }.prefix(9)
    return start.starts(with: "<?xml".utf8) || start.starts(with: "<!DOCTYPE".utf8)
  }

  /// Whether the input can only be JSON.
  static func looksLikeJSON(_ probe: Probe) -> Bool { looksLikeJSON(probe.utf8, probe.pathExtension) }

  /// Whether decoded bytes at the start of an input, with the extension of its path, can only be JSON.
  static func looksLikeJSON(_ utf8: [UInt8], _ pathExtension: String) -> Bool {
    if pathExtension == "json" { return true }
    let start = utf8.drop { $0 <= 0x20 }.prefix(64)
    let second = start.dropFirst().first { $0 > 0x20 }
    switch start.first {
    case 0x7B: return second == 0x22 || second == 0x7D
    case 0x5B: return second == 0x7B || second == 0x5B || second == 0x22
    default: return false
    }
  }

  /// The name of the root element of XML; nil if the input does not start like XML.
  static func rootElement(_ bytes: [UInt8]) -> String? {
    guard bytes.first(where: { $0 > 0x20 }) == 0x3C else { return nil }
    var at = 0
    while let open = bytes[at...].firstIndex(of: 0x3C), open + 1 < bytes.count {
      let next = bytes[open + 1]
      if next != 0x3F && next != 0x21 {
        let name = bytes[(open + 1)...].prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
        return name.isEmpty ? nil : String(decoding: name.prefix(60), as: UTF8.self)
      }
      at = open + 1
      if next == 0x21 { at = endOfDeclaration(bytes, from: open) }
    }
    return nil
  }

  /// The end of a comment or of a document type declaration with its internal subset.
  static func endOfDeclaration(_ bytes: [UInt8], from open: Int) -> Int {
    let isComment = bytes[open...].starts(with: "<!--".utf8)
    var at = open
    var isInSubset = false
    while at < bytes.count {
      if isComment, bytes[at...].starts(with: "-->".utf8) { return at + 3 }
      if bytes[at] == 0x5B { isInSubset = true }
      if bytes[at] == 0x5D { isInSubset = false }
      if !isComment, !isInSubset, bytes[at] == 0x3E { return at + 1 }
      at += 1
    }
    return bytes.count
  }

  /// Makes a name from the file safe to print.
  static func safe(_ name: String) -> String { name.printable("?", limit: 40) }

  /// The binary format that the first bytes identify; nil for others.
  static func mark(_ probe: Probe) -> String? {
    marks.first { probe.bytes.starts(with: $0.bytes) }?.name
  }

  /// The format that the first bytes, the extension or a block of headers identify.
  static func signature(_ probe: Probe) -> String? {
    if let name = mark(probe) { return name }
    if let name = extensions[probe.pathExtension] { return name }
    let lines = probe.utf8.prefix(8192).split(separator: 0x0A, maxSplits: 12).map { Array($0) }
    let words = lines.map { String(decoding: $0.prefix { $0 != 0x3A }, as: UTF8.self).lowercased() }
    let mail: Set = ["received", "mime-version", "message-id", "return-path", "delivered-to", "content-type"]
    if words.filter(mail.contains).count >= 2 { return "an e-mail message" }
    return nil
  }

  private static let marks: [(bytes: [UInt8], name: String)] = [
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive (DOCX, ODT, EPUB or an export)"),
    (Array("PK\u{5}\u{6}".utf8), "an empty ZIP archive"),
    (Array("{\\rtf".utf8), "RTF"),
    (Array("%PDF".utf8), "PDF"),
    (Array("WARC/".utf8), "a WARC web archive"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF8".utf8), "a GIF picture"),
    (Array("BZh".utf8), "bzip2"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]

  private static let extensions = [
    "eml": "an e-mail message", "mbox": "an mbox of e-mail messages", "rtf": "RTF", "csv": "CSV",
    "tsv": "CSV",
    "docx": "a Word document", "odt": "an OpenDocument text", "zip": "a ZIP archive",
    "warc": "a WARC web archive",
    "pdf": "PDF",
  ]
}
