import WireText
import WireYAML

/// Front matter in YAML: parsed strictly if possible, otherwise line by line.
///
/// Hand-written files contain unquoted colons, tabs and duplicate keys; then every line of the form `key: value` is
/// still read, and a problem reports that the YAML is malformed.
enum FrontMatterYAML {
  /// Reads the bytes between two fences.
  static func read(_ utf8: [UInt8], _ range: Range<Int>, into matter: inout FrontMatter) {
    let lines = LineBreaks.lines(of: utf8, in: range).map(\.line)
    let blank = range.allSatisfy { utf8[$0] <= 0x20 }
    guard !blank else { return }
    do throws(YAMLFault) {
      let value = try YAMLValue(parsing: String(decoding: utf8[range], as: UTF8.self), name: "front matter")
      if case .mapping(let entries) = value.content {
        matter.entries = entries.enumerated().map { index, entry in
          let next = index + 1 < entries.count ? entries[index + 1].position.line - 1 : lines.count
          return FrontMatter.Entry(
            key: entry.key, value: convert(entry.value),
            range: place(of: entry.position.line - 1, before: next, lines))
        }
        return
      }
      matter.problems.append(
        Problem("front-matter", "the front matter has no keys", line: 2, losesText: true))
    } catch {
      matter.problems.append(problem(of: error))
      readLines(utf8, lines, into: &matter)
    }
  }

  /// The problem of a block that is read line by line, with the line in the file; the fence is line 1.
  private static func problem(of fault: YAMLFault) -> Problem {
    let line = fault.position.line + 1
    return fault.isRefusal
      ? Problem(
        "front-matter", "the front matter was read line by line: \(fault.message)", line: line,
        losesText: true)
      : Problem(
        "front-matter", "the front matter breaks the rules of YAML and was read line by line", line: line)
  }

  private static func convert(_ value: YAMLValue) -> FrontMatter.Value {
    switch value.content {
    case .scalar(let text): return .text(text == "~" || text == "null" ? "" : String(text))
    case .sequence(let values): return .list(values.map(convert))
    case .mapping(let entries):
      return .map(entries.map { FrontMatter.Entry(key: $0.key, value: convert($0.value), range: 0..<0) })
    }
  }

  private static func place(of line: Int, before next: Int, _ lines: [Range<Int>]) -> Range<Int> {
    guard lines.indices.contains(line) else { return 0..<0 }
    let last = min(max(line, next - 1), lines.count - 1)
    return lines[line].lowerBound..<lines[last].upperBound
  }
}

extension FrontMatterYAML {
  /// Reads `key: value` lines, lists and indented lines below a key.
  private static func readLines(_ utf8: [UInt8], _ lines: [Range<Int>], into matter: inout FrontMatter) {
    var seen: Set<String> = []
    var anchors: [String: String] = [:]
    var unread = 0
    for line in lines {
      let bytes = utf8[line]
      guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else { continue }
      let isIndented = (bytes.first ?? 0) <= 0x20 || first == UInt8(ascii: "-")
      if !isIndented, let (key, value) = keyAndValue(bytes) {
        if !seen.insert(key).inserted {
          matter.report(
            "duplicate-key", "a key stands twice in the front matter", at: line.lowerBound, in: utf8)
        }
        let value = scalar(resolved(value, &anchors))
        matter.entries.append(FrontMatter.Entry(key: key, value: value, range: line))
      } else if !addToLast(bytes, upTo: line.upperBound, in: &matter) {
        unread += 1
      }
    }
    if unread > 0 {
      matter.problems.append(
        Problem("front-matter", "\(unread) lines of the front matter were not understood", losesText: true))
    }
  }

  private static func keyAndValue(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      colon + 1 == line.endIndex || line[colon + 1] <= 0x20, colon - line.startIndex < 80
    else { return nil }
    let key = unquoted(oneLine(String(decoding: line[..<colon], as: UTF8.self)))
    return key.isEmpty ? nil : (key, oneLine(String(decoding: line[(colon + 1)...], as: UTF8.self)))
  }

  /// A value without its anchor, which it is noted under, or the one that an alias repeats: `&desk Jo Bell`, `*desk`.
  private static func resolved(_ text: String, _ anchors: inout [String: String]) -> String {
    guard let sign = text.first, sign == "&" || sign == "*" else { return text }
    let name = String(text.dropFirst().prefix { $0 != " " })
    guard sign == "&", !name.isEmpty else { return anchors[name] ?? text }
    let value = String(text.dropFirst(name.count + 1).drop { $0 == " " })
    anchors[name] = value
    return value
  }

  /// A value on its line: quotes removed, `[a, b]` split at commas, a comment left out.
  private static func scalar(_ text: String) -> FrontMatter.Value {
    if text.isEmpty || ["|", ">", "|-", ">-", "|+", ">+", "~", "null"].contains(text) { return .list([]) }
    if text.hasPrefix("["), text.hasSuffix("]") {
      return .list(
        text.dropFirst().dropLast().split(separator: ",").map { .text(unquoted(oneLine(String($0)))) })
    }
    return .text(unquoted(text))
  }

  private static func unquoted(_ text: String) -> String {
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) {
      let inner = text.dropFirst()
      guard let end = inner.lastIndex(of: Character(quote)) else { continue }
      // In single quotes one is written twice.
      let bare = String(inner[..<end])
      return quote == "'" ? bare.replacing("''", with: "'") : bare
    }
    let utf8 = Array(text.utf8)
    if let comment = HTMLScanner.find(" #", in: utf8, from: 0) {
      return oneLine(String(decoding: utf8[..<comment], as: UTF8.self))
    }
    return text
  }

  /// Adds an indented line to the value before it.
  private static func addToLast(
    _ line: ArraySlice<UInt8>, upTo end: Int, in matter: inout FrontMatter
  ) -> Bool {
    guard let last = matter.entries.indices.last else { return false }
    var text = oneLine(String(decoding: line, as: UTF8.self))
    let isItem = text.hasPrefix("- ") || text == "-"
    if isItem { text = String(text.dropFirst(1).drop { $0 == " " }) }
    matter.entries[last].range = matter.entries[last].range.lowerBound..<end
    if let (key, value) = keyAndValue(Array(text.utf8)[...]), key == "name" { text = value }
    if case .list(var values) = matter.entries[last].value {
      matter.entries[last].value = .list([])
      values.append(.text(unquoted(text)))
      matter.entries[last].value = .list(values)
    } else if case .text(var whole) = matter.entries[last].value {
      // Cleared first, as above, so that appending does not copy the text.
      matter.entries[last].value = .list([])
      whole += " " + text
      matter.entries[last].value = .text(whole)
    }
    return true
  }
}
