internal import Policies
internal import WireText
public import WireYAML

/// robots.txt as a statement of rights: its prose, its signals and its rules for crawlers.
///
/// A rule for a crawler applies to that crawler, which is the recipient in the clause. Ordinary rules, for search
/// engines, state nothing about rights.
public struct RobotsText: Sendable {
  private let parser: NoticeParser
  /// Agents that collect data for machine learning, in lower case.
  private let agents: Set<String>
  /// The most bytes of a file that are read, as crawlers do.
  static let longestText = 1 << 19

  /// A reader that knows the crawlers of `Policies/Crawlers/`.
  ///
  /// - Throws: `YAMLFault` if an embedded file is faulty.
  public init(_ parser: NoticeParser) throws(YAMLFault) {
    self.parser = parser
    var agents: Set<String> = []
    for file in PolicyFile.all(in: "Crawlers") {
      var reader = try YAMLReader(try file.tree(), file: file.path)
      agents.formUnion(try reader.required("agents").texts().map { $0.lowercased() })
      try reader.finish()
    }
    self.agents = agents
  }

  /// Whether a text is a robots.txt: its first line that is not a comment is one of the format's own fields.
  ///
  /// Licence fields before it are skipped, since many ordinary lines begin with that word.
  public static func recognises(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(1 << 16))
    for line in PlacedLines(bytes) {
      guard bytes[line.indices].contains(where: { $0 > 0x20 }) else { continue }
      guard bytes[line.indices].first(where: { $0 > 0x20 }) != 0x23 else { continue }
      guard let signal = SignalLine(line, in: bytes) else { return false }
      if Self.isLicence(signal.name) { continue }
      return ["user-agent", "sitemap", "content-signal", "content-usage", "crawl-delay", "host"].contains(
        signal.name)
    }
    return false
  }

  /// Whether it is the field that RSL adds.
  private static func isLicence(_ name: String) -> Bool { name == "license" || name == "licence" }

  /// The statements of the file: first those of its prose, one for each block of comments that states something,
  /// then those of its rules.
  public func statements(of text: String) -> [RightsStatement] {
    let bytes = Array(text.utf8.prefix(Self.longestText))
    var found = comments(in: bytes).compactMap { block -> RightsStatement? in
      var words = Array(bytes[block.indices])
      // Comment marks become spaces, so that every offset stays the same.
      var isAtStart = true
      for index in words.indices {
        if words[index] == 0x23, isAtStart { words[index] = 0x20 }
        if words[index] > 0x20 { isAtStart = false }
        if words[index] == 0x0A || words[index] == 0x0D { isAtStart = true }
      }
      let areSignalsDefined = ContentSignals.areDefined(in: words)
      ContentSignals.blankExplanations(in: &words)
      var statement = parser.parse(String(decoding: words, as: UTF8.self))
      if areSignalsDefined {
        statement.clauses.removeAll { $0.condition == .beyondScope }
        statement.isNotice = statement.isNotice && !(statement.statesNothing && statement.holder == nil)
      }
      return statement.isNotice || !statement.residue.isEmpty ? statement : nil
    }
    let rules = rules(in: bytes, text)
    if rules.isNotice { found.append(rules) }
    return found
  }

  /// Blocks of comment lines.
  private func comments(in bytes: [UInt8]) -> [TextRange] {
    var blocks: [TextRange] = []
    var isOpen = false
    for line in PlacedLines(bytes) {
      guard let first = bytes[line.indices].firstIndex(where: { $0 > 0x20 }), bytes[first] == 0x23 else {
        if bytes[line.indices].contains(where: { $0 > 0x20 }) || !line.isEmpty { isOpen = false }
        continue
      }
      if isOpen, let last = blocks.last {
        blocks[blocks.count - 1] = TextRange(last.lower, line.upper)
      } else {
        blocks.append(line)
        isOpen = true
      }
    }
    return blocks
  }

  // MARK: Rules

  private func rules(in bytes: [UInt8], _ text: String) -> RightsStatement {
    var reservation = Reservation(text)
    var group = CrawlerGroup()
    var isNaming = false
    for line in PlacedLines(bytes) {
      guard let signal = SignalLine(line, in: bytes) else { continue }
      switch signal.name {
      case "user-agent":
        if !isNaming { group = CrawlerGroup() }
        isNaming = true
        if !group.add(signal) { reservation.leave(signal.range) }
        continue
      // Further rules of the group against the whole site say nothing new.
      case "disallow" where (signal.value == "/" || signal.value == "/*") && !group.isBarred:
        group.isBarred = true
        for agent in group.agents where agents.contains(agent.value.lowercased()) {
          reservation.reserve(
            [.scrape], where: [Constraint(.recipient, agent.value)],
            at: TextRange(agent.range.lower, signal.range.upper))
        }
      case let name where Self.isLicence(name): reservation.leave(signal.range)
      case let name where ContentSignals.isName(name):
        ContentSignals.read(signal, where: group.recipients, into: &reservation)
      default: break
      }
      isNaming = false
    }
    return reservation.statement
  }
}

/// The crawlers that some rules of a robots.txt are for.
private struct CrawlerGroup {
  /// The lines that name them.
  private(set) var agents: [SignalLine] = []
  /// The group as limits of a clause; empty if it applies to all.
  private(set) lazy var recipients: [Constraint] = limits
  /// Whether a rule keeps them from the whole site.
  var isBarred = false
  /// The most crawlers of one group that are told apart, since each rule of it is about all of them.
  private static let mostAgents = 300

  /// Adds the line that names a crawler; false if there are too many.
  mutating func add(_ line: SignalLine) -> Bool {
    guard agents.count < Self.mostAgents else { return false }
    agents.append(line)
    return true
  }

  private var limits: [Constraint] {
    let names = agents.map(\.value).filter { !$0.isEmpty && !$0.utf8.contains(0x7C) }
    return names.isEmpty || names.contains("*") ? [] : [Constraint(.recipient, names.joined(separator: "|"))]
  }
}
