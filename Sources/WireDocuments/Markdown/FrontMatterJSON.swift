import WireText
import WireTrees

/// Front matter in JSON.
enum FrontMatterJSON {
  /// Reads an object at the start of the file that is followed by the text; nil if there is none.
  static func readObject(_ utf8: [UInt8], limits: Limits) -> FrontMatter? {
    var reader = JSONReader(utf8, maximumDepth: limits.depth, takesMany: true)
    do {
      guard try reader.next() == .beginObject else { return nil }
      let value = try JSONValue.read(.beginObject, from: &reader)
      guard !value.members.isEmpty else { return nil }
      var matter = FrontMatter(
        syntax: .json, bodyStart: LineBreaks.end(utf8, value.range.upperBound).next)
      let rest = utf8[value.range.upperBound..<matter.bodyStart]
      // Text after the object on its line belongs to the body.
      if rest.contains(where: { $0 > 0x20 }) { matter.bodyStart = value.range.upperBound }
      fill(&matter, value, JSONSource(utf8))
      return matter
    } catch {
      return nil
    }
  }

  /// Reads the bytes between two fences.
  static func read(_ utf8: [UInt8], _ range: Range<Int>, limits: Limits, into matter: inout FrontMatter) {
    var reader = JSONReader(utf8, range: range, maximumDepth: limits.depth)
    do {
      let value = try JSONValue.read(try reader.next(), from: &reader)
      while try reader.next() != .end {}
      fill(&matter, value, JSONSource(utf8))
    } catch {
      matter.report(
        "front-matter", "the JSON front matter breaks off: \(error.message)", at: error.offset, in: utf8,
        losesText: true)
    }
  }

  private static func fill(_ matter: inout FrontMatter, _ value: JSONValue, _ source: JSONSource) {
    var seen: Set<String> = []
    for member in value.members {
      if !seen.insert(member.key).inserted {
        matter.report(
          "duplicate-key", "a key stands twice in the front matter", at: member.value.range.lowerBound,
          in: source.bytes)
      }
      matter.entries.append(entry(member, source.bytes))
    }
  }

  private static func entry(_ member: JSONValue.Member, _ bytes: [UInt8], depth: Int = 0) -> FrontMatter.Entry
  {
    FrontMatter.Entry(
      key: member.key, value: convert(member.value, bytes, depth: depth), range: member.value.range)
  }

  /// Values nested more deeply than in any real front matter are left empty; nothing is read from them.
  private static func convert(_ value: JSONValue, _ bytes: [UInt8], depth: Int) -> FrontMatter.Value {
    guard depth < 16 else { return .list([]) }
    switch value.content {
    case .array(let values): return .list(values.map { convert($0, bytes, depth: depth + 1) })
    case .object(let members): return .map(members.map { entry($0, bytes, depth: depth + 1) })
    default: return .text(value.text(in: bytes) ?? "")
    }
  }
}
