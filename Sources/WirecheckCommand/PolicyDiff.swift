import ArgumentParser
import Foundation
import WireReports
import WireRights
import WireText
import WireYAML
import Wirecheck

/// `wirecheck policy diff`: which terms changed, and which decisions flip.
struct PolicyDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two configurations or contract files: changed terms, and decisions that flip.",
    discussion: """
      Contracts are told by agency and agreement, clauses by number. Uses that are not named are taken from the two \
      files: every action, channel, territory, purpose and service that their clauses tell apart, just before and at \
      each first and last moment of a contract. A flip shows the decision and the clause on either side. Exit status: \
      0 no difference, 1 differences, 2 a file that is invalid.
      """)

  @Option(help: ArgumentHelp("What is done; may be repeated.", valueName: "use"))
  var use: [String] = []
  @Option(help: ArgumentHelp("Channel; may be repeated.", valueName: "name"))
  var channel: [String] = []
  @Option(help: ArgumentHelp("Territory; may be repeated.", valueName: "code"))
  var territory: [String] = []
  @Option(help: ArgumentHelp("When, with a zone; may be repeated.", valueName: "time"))
  var at: [String] = []
  @Option(
    help: ArgumentHelp(
      "The configuration that contract files belong to (default: the nearest).", valueName: "file"))
  var config: String?
  @Flag(help: "Print the changes and flips as one line of JSON.")
  var json = false
  @Argument(help: ArgumentHelp("The old configuration or contract file.", valueName: "old"))
  var old: String
  @Argument(help: ArgumentHelp("The new one.", valueName: "new"))
  var new: String

  func validate() throws {
    try UseArguments.demand(channels: channel, territories: territory)
    _ = try UseArguments.actions(use, on: channel)
    _ = try at.map { try UseArguments.instant($0) }
  }

  func run() throws {
    let files = TermsFiles(config: config)
    var choice = UseGrid.Choice()
    choice.actions = try UseArguments.actions(use, on: channel)
    choice.channels = channel
    choice.territories = territory
    choice.instants = try at.map { try UseArguments.instant($0) }
    let comparison = PolicyComparison(
      from: try files.side(old), to: try files.side(new), choice: choice,
      at: try Clock.instant(given: nil).instant)
    var output = Output.standard
    if json {
      try output.writeLine(try JSONNode(encoding: DiffRecord(comparison)).line)
    } else {
      try output.write(DiffText.text(comparison))
    }
    try output.flush()
    if !comparison.changes.isEmpty || !comparison.flips.isEmpty { throw ExitCode(ExitStatus.findings) }
  }
}

/// Configurations and files of contracts, as the command line names them.
struct TermsFiles {
  let config: String?

  /// The contracts of a file, and what decides on them.
  func side(_ path: String) throws(CommandFailure) -> PolicyComparison.Side {
    let text = try Workspace.text(of: path)
    let value = try reading { () throws(YAMLFault) in try YAMLValue(parsing: text, name: path) }
    if value.has("schema") {
      let newsroom = try Workspace.open(config: path, inputs: []).newsroom
      return PolicyComparison.Side(contracts: newsroom.contracts, engine: newsroom.engine)
    }
    let newsroom = try Workspace.newsroom(config: config)
    // A file that stands alone may name an agency that only its newsroom knows.
    let agencies = newsroom.agencies.agencies.map(\.id) + value.agencies
    let contracts = try reading { () throws(YAMLFault) in
      try ContractReader(agencies: agencies, days: DayBoundary(newsroom.site.timeZone))
        .contracts(in: YAMLField(name: "contracts", value: value, file: path))
    }
    return PolicyComparison.Side(contracts: contracts, engine: newsroom.engine)
  }
}

extension YAMLValue {
  /// Whether it is a mapping with a key.
  fileprivate func has(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == key }
  }

  /// The agencies that contracts name.
  fileprivate var agencies: [String] {
    switch content {
    case .scalar: return []
    case .sequence(let values): return values.flatMap(\.agencies)
    case .mapping(let entries):
      return entries.compactMap { entry in
        guard entry.key == "agency", case .scalar(let text) = entry.value.content else { return nil }
        return text
      }
    }
  }
}

/// A comparison as a record.
struct DiffRecord: Encodable {
  struct Change: Encodable {
    var subject: String
    var key: String
    var old: String?
    var new: String?
    var oldPlace: String?
    var newPlace: String?
  }
  var schema = "wirecheck/policy-diff/1"
  var changes: [Change]
  var flips: [PolicyComparison.Flip]
  var uses: Int
  var complete: Bool

  init(_ comparison: PolicyComparison) {
    changes = comparison.changes.map {
      Change(
        subject: $0.subject, key: $0.key, old: $0.old, new: $0.new, oldPlace: $0.oldPlace?.words,
        newPlace: $0.newPlace?.words)
    }
    flips = comparison.flips
    uses = comparison.uses
    complete = !comparison.isCut
  }
}

/// A comparison in words for people.
enum DiffText {
  static func text(_ comparison: PolicyComparison) -> String {
    var lines = comparison.changes.flatMap(change)
    for flip in comparison.flips { lines += self.flip(flip) }
    lines.append(
      "\(count(comparison.changes.count, "term")) changed, \(count(comparison.flips.count, "decision")) flipped, "
        + "\(count(comparison.uses, "use")) decided on either side")
    if comparison.isCut {
      lines.append("there are more uses than are decided: name some with --use, --channel, --territory, --at")
    }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func change(_ change: TermChange) -> [String] {
    var lines = ["changed: \(change.subject): \(change.key)"]
    func side(_ mark: String, _ value: String?, _ place: PolicyPlace?) {
      guard let value else { return }
      lines.append("  \(mark) \(value)\(place.map { "  (\($0.words))" } ?? "")")
    }
    side("-", change.old, change.oldPlace)
    side("+", change.new, change.newPlace)
    return lines
  }

  private static func flip(_ flip: PolicyComparison.Flip) -> [String] {
    var use =
      "\(flip.action) on \(list(flip.channels)) in \(list(flip.territories)) for \(list(flip.purposes))"
    if !flip.services.isEmpty { use += ", services \(list(flip.services))" }
    if !flip.words.isEmpty { use += ", \(list(flip.words.map(String.init))) words" }
    return [
      "flips: \(flip.agency): \(use), at \(list(flip.instants))", "  - " + verdict(flip.old),
      "  + " + verdict(flip.new),
    ]
  }

  private static func verdict(_ verdict: PolicyComparison.Verdict) -> String {
    var text = "\(verdict.outcome) by \(verdict.basis)"
    if !verdict.duties.isEmpty { text += ", with \(verdict.duties.joined(separator: " and "))" }
    guard let term = verdict.term else { return text }
    let place = [term.path, term.line.map(String.init)].compactMap(\.self).joined(separator: ":")
    return text + (place.isEmpty ? "" : " (\(place))") + " “\(term.words)”"
  }

  /// The first values of a list, and how many more there are.
  private static func list(_ values: [String]) -> String {
    let shown = 8
    guard values.count > shown else { return values.joined(separator: ", ") }
    return values.prefix(shown).joined(separator: ", ") + " and \(values.count - shown) more"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension PolicyPlace {
  /// `file:line:column`.
  var words: String { "\(file):\(position.line):\(position.column)" }
}
