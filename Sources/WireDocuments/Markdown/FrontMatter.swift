import WireText
import WireYAML

/// The block of metadata before the text of a site file.
struct FrontMatter {
  /// The syntax of a block.
  enum Syntax: String {
    case yaml, toml, json
    /// Lines of `Key: value`, without a fence.
    case lines = "multimarkdown"
    /// The same lines in a comment.
    case comment = "nikola"
  }

  /// A value as written.
  indirect enum Value {
    case text(String)
    case list([Value])
    case map([Entry])

    /// The texts in the value, including those of lists and of the members of maps.
    var texts: [String] {
      switch self {
      case .text(let text): return text.isEmpty ? [] : [text]
      case .list(let values): return values.flatMap(\.texts)
      case .map(let entries):
        let named = entries.filter {
          ["name", "title", "text", "value", "url"].contains($0.key.lowercased())
        }
        return (named.isEmpty ? entries : Array(named.prefix(1))).flatMap(\.value.texts)
      }
    }
  }

  /// A key with its value and its range in the decoded file.
  struct Entry {
    var key: String
    var value: Value
    var range: Range<Int>
  }

  /// The largest block that is read, in bytes.
  static let maximumBytes = YAMLValue.maximumBytes

  /// The syntax of the block.
  var syntax: Syntax
  /// Its entries; a key may occur twice.
  var entries: [Entry] = []
  /// The offset at which the text begins.
  var bodyStart: Int
  /// What could not be read.
  var problems: [Problem] = []

  /// Reads the block at the start of a file; nil if there is none.
  ///
  /// - Parameters:
  ///   - utf8: the decoded file.
  ///   - takesObject: whether a block without a fence is accepted: an object that starts with `{`, or lines of keys.
  static func read(_ utf8: [UInt8], takesObject: Bool, limits: Limits) -> FrontMatter? {
    guard let fence = FrontMatterFence(utf8) else {
      guard takesObject else { return nil }
      return utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
        ? FrontMatterJSON.readObject(utf8, limits: limits) : FrontMatterLines.read(utf8)
    }
    var matter = FrontMatter(syntax: fence.syntax, bodyStart: fence.bodyStart)
    guard fence.content.count <= maximumBytes else {
      matter.report(
        "limit-front-matter", "the front matter is larger than \(maximumBytes) bytes and was not read",
        at: fence.content.lowerBound, in: utf8, losesText: true)
      return matter
    }
    switch fence.syntax {
    case .yaml: FrontMatterYAML.read(utf8, fence.content, into: &matter)
    case .toml:
      var reader = FrontMatterTOML(utf8, fence.content)
      reader.read(into: &matter)
    case .json: FrontMatterJSON.read(utf8, fence.content, limits: limits, into: &matter)
    case .lines, .comment: break
    }
    return fence.isNamed && !matter.isOfPage ? nil : matter
  }

  /// Whether it has a key that sites use to publish; texts about front matter show blocks with a title and others.
  private var isOfPage: Bool {
    entries.contains {
      let key = StoryKeys.normal($0.key)
      return Self.keysOfPages.contains(key) || RightsKeys.kinds[key] != nil
    }
  }

  private static let keysOfPages: Set = [
    "aliases", "author", "authors", "categories", "date", "draft", "expirydate", "layout", "permalink",
    "published", "publishdate", "slug", "source", "status", "tags", "updated", "weight",
  ]

  /// Adds a problem with its line; after twenty, one problem says that there are more.
  mutating func report(
    _ code: String, _ message: String, at offset: Int, in utf8: [UInt8], losesText: Bool = false
  ) {
    if problems.count < 20 {
      let line = Self.line(of: offset, in: utf8)
      problems.append(Problem(code, message, line: line, losesText: losesText))
    } else if problems.count == 20 {
      problems.append(Problem("front-matter", "further faults are not listed", losesText: true))
    }
  }

  /// The line number of a byte offset, from 1.
  static func line(of offset: Int, in utf8: [UInt8]) -> Int {
    1 + LineBreaks.count(in: utf8, to: offset)
  }
}

/// The lines that separate a block from the text: `---`, `+++` or `;;;`, the first with the name of another syntax or a
/// comment behind it: `---json`.
struct FrontMatterFence {
  /// The syntax of the block.
  var syntax: FrontMatter.Syntax
  /// The bytes between the lines.
  var content: Range<Int>
  /// The offset at which the text begins.
  var bodyStart: Int
  /// Whether the first line names the syntax.
  var isNamed: Bool

  /// The fence of a file; nil if the first line is not a fence or no line closes it.
  init?(_ utf8: [UInt8]) {
    guard let syntax = Self.opening(utf8), let mark = utf8.first else { return nil }
    let first = LineBreaks.end(utf8, 0)
    let lines = LineBreaks.lines(of: utf8, in: first.next..<utf8.count)
    guard let close = lines.first(where: { Self.isClosing(utf8[$0.line], mark) }) else { return nil }
    self.syntax = syntax
    isNamed = Self.trimmed(utf8[..<first.end]).count > 3
    content = first.next..<close.line.lowerBound
    bodyStart = close.next
  }

  /// The syntax that the first line announces.
  static func opening(_ utf8: [UInt8]) -> FrontMatter.Syntax? {
    let line = utf8[..<LineBreaks.end(utf8, 0).end]
    switch trimmed(line) {
    case Array("---".utf8): return .yaml
    case Array("+++".utf8): return .toml
    case Array(";;;".utf8): return .json
    default: return named(behindDashes: line)
    }
  }

  /// The syntax of a block that opens with dashes and a word or a comment behind them.
  private static func named(behindDashes line: ArraySlice<UInt8>) -> FrontMatter.Syntax? {
    guard line.starts(with: "---".utf8), line.count < 100 else { return nil }
    let rest = line.dropFirst(3).drop { $0 == 0x20 || $0 == 0x09 }
    if rest.first == UInt8(ascii: "#"), rest.startIndex > line.startIndex + 3 { return .yaml }
    switch word(behindDashes: line) {
    case "yaml", "yml": return .yaml
    case "toml": return .toml
    case "json", "json5": return .json
    default: return nil
    }
  }

  /// Whether a file opens with a program that makes its metadata: `---js`.
  static func opensProgram(_ utf8: [UInt8]) -> Bool {
    let line = utf8[..<LineBreaks.end(utf8, 0).end]
    guard line.starts(with: "---".utf8), line.count < 100 else { return false }
    return ["js", "javascript", "node", "coffee", "coffeescript"].contains(word(behindDashes: line))
  }

  private static func word(behindDashes line: ArraySlice<UInt8>) -> String {
    let rest = line.dropFirst(3).drop { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: rest.prefix { $0 > 0x20 }, as: UTF8.self).lowercased()
  }

  private static func isClosing(_ line: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    guard let first = line.first, line.count < 100 else { return false }
    let isEnd = first == mark || mark == UInt8(ascii: "-") && first == UInt8(ascii: ".")
    return isEnd && trimmed(line) == [first, first, first]
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    Array(line.prefix { $0 > 0x20 }) + line.drop { $0 > 0x20 }.filter { $0 > 0x20 }
  }
}
