import WireText

/// Movable Type's export: text entries, separated by lines of dashes.
///
/// Source of the format: Movable Type's "Import/Export format" manual. A line of eight dashes ends an entry, one of
/// five a part of it; the first part holds keys with values, the others begin with their name.
struct MovableTypeReader: DocumentReader {
  static let format = Format(name: "movabletype", title: "Movable Type: export of entries")

  static func recognises(_ probe: Probe) -> Bool {
    let key = probe.utf8.drop { $0 == 0x0A || $0 == 0x0D }.prefix(longestKey + 1)
      .prefix { $0 != UInt8(ascii: ":") }
    guard keys.contains(String(decoding: key, as: UTF8.self)) else { return false }
    return lines(of: probe.utf8).contains { line in
      isDashes(probe.utf8[line], 5) || isDashes(probe.utf8[line], 8)
    }
  }

  private static let keys: Set<String> = [
    "AUTHOR", "TITLE", "BASENAME", "STATUS", "DATE", "ALLOW COMMENTS", "ALLOW PINGS", "CONVERT BREAKS",
    "PRIMARY CATEGORY", "CATEGORY", "UNIQUE URL", "NO ENTRY", "TAGS",
  ]
  private static let longestKey = "PRIMARY CATEGORY".utf8.count

  private let input: ByteInput
  private let origin: Origin
  private let limits: Limits
  private var decoded: Decoded?
  /// The lines of the input.
  private var lines: [Range<Int>] = []
  private var at = 0
  private var item = 0

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.input = input
    self.origin = origin
    self.limits = limits
  }

  mutating func next() throws(ReadingFault) -> Document? {
    if decoded == nil {
      let bytes = try input.readAll(limit: limits.wholeInputBytes, path: origin.path)
      let decoded = Decoded(bytes)
      lines = Self.lines(of: decoded.utf8)
      self.decoded = decoded
    }
    guard let decoded else { return nil }
    while at < lines.count {
      let start = at
      while at < lines.count, !Self.isDashes(decoded.utf8[lines[at]], 8) { at += 1 }
      let entry = Array(lines[start..<at])
      let isClosed = at < lines.count
      at += 1
      guard entry.contains(where: { decoded.utf8[$0].contains { $0 > 0x20 && $0 != 0x2D } }) else { continue }
      item += 1
      var document = Document(origin: origin)
      document.origin.item = item
      document.problems = item == 1 ? decoded.problems : []
      var reader = MovableTypeEntry(decoded: decoded, limits: limits, document: document)
      document = reader.read(entry)
      if !isClosed {
        document.problems.append(
          Problem("truncated", "no line of dashes ends the entry", line: lines.count, losesText: true))
      }
      return document
    }
    return nil
  }

  static func isDashes(_ line: ArraySlice<UInt8>, _ count: Int) -> Bool {
    line.count == count && line.allSatisfy { $0 == 0x2D }
  }

  /// The lines without the blanks at their ends.
  private static func lines(of utf8: [UInt8]) -> [Range<Int>] {
    LineBreaks.lines(of: utf8).map { line, _ in
      let last = utf8[line].lastIndex { $0 != 0x20 && $0 != 0x09 }
      return line.lowerBound..<(last.map { $0 + 1 } ?? line.lowerBound)
    }
  }
}
