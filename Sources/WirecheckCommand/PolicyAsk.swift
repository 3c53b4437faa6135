import ArgumentParser
import Foundation
import WireDocuments
import WireReports
import WireRights
import WireText
import WireTrees
import WireYAML
import Wirecheck

/// `wirecheck policy ask`: decides one use and answers in words.
struct PolicyAsk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask what may be done with an agency's copy, a document or a notice.",
    discussion: """
      Decides the use against the newsroom's contracts and what the document says, and cites the clause that decided. \
      Of an agency the contracts are looked at, and the terms of its public page where they are known; of a file also \
      its rights fields, notices, advisories and embargo. Where a use is not allowed, it says what to do next. What is not named, such as the channel of a newsroom without a configuration, counts as not known. \
      The exit status is 0 whatever the answer is, 2 where the question cannot be understood, 3 where the file \
      cannot be read.

      Uses, which contracts name under `permit:` and `prohibit:` by the same words: \(UseArguments.uses).

      Channels: \(UseArguments.channels).
      """)

  @Option(help: ArgumentHelp("What is done, for instance republish; may be repeated.", valueName: "use"))
  var use: [String]
  @Option(help: ArgumentHelp("Channel (default: the site's); may be repeated.", valueName: "name"))
  var channel: [String] = []
  @Option(help: ArgumentHelp("Territory (default: the site's); may be repeated.", valueName: "code"))
  var territory: [String] = []
  @Option(help: ArgumentHelp("When, with a zone (default: now).", valueName: "time"))
  var at: String?
  @Option(
    help: ArgumentHelp("The agency that delivered the file (default: as the file says).", valueName: "id"))
  var agency: String?
  @OptionGroup var flags: UseFlags
  @Option(help: ArgumentHelp("The newsroom's configuration.", valueName: "file"))
  var config: String?
  @Option(help: ArgumentHelp("Read the file as this format (see `wirecheck formats`).", valueName: "name"))
  var inputFormat: String?
  @Flag(help: "Print the decision as one line of JSON.")
  var json = false
  @Argument(help: ArgumentHelp("An agency by identifier or name, or a file.", valueName: "agency|file"))
  var subject: String

  func validate() throws {
    try InputFormat.demand(inputFormat)
    try UseArguments.demand(channels: channel, territories: territory)
    if use.isEmpty { throw ValidationError("name the use with --use") }
    _ = try UseArguments.actions(use, on: channel)
    _ = try at.map { try UseArguments.instant($0) }
  }

  func run() throws {
    let workspace = try Workspace.workspace(config: config, inputs: [])
    let newsroom =
      try workspace?.newsroom ?? reading { () throws(YAMLFault) in try Newsroom.unconfigured() }
    let site = workspace.map(\.newsroom.site)
    if let agency, newsroom.agencies.agency(id: agency) == nil {
      throw ValidationError("there is no agency `\(TerminalText.escaped(agency))`")
    }
    let channels = channel.isEmpty ? site?.channels ?? [] : channel
    let question = flags.use(
      try UseArguments.actions(use, on: channels), on: channels,
      in: territory.isEmpty ? site?.territories ?? [] : territory,
      at: try at.map { try UseArguments.instant($0) } ?? Clock.instant(given: nil).instant, site: site)
    let file = Self.bytes(of: subject)
    var output = Output.standard
    var count = 0
    // Print what was decided before a fault, too.
    let fault = try Self.fault {
      try forEachMatter(newsroom, question, file: file) { matter in
        let decision = newsroom.engine.decide(
          on: matter.terms, contracts: newsroom.contracts, use: question,
          evidence: try flags.evidence(grantor: matter.grantor))
        var record = DecisionRecord(decision, on: matter.subject, use: question, newsroom)
        // In an export the same words may occur in many items.
        if count == 0, matter.subject.document != nil, let file {
          record = record.located(in: file, path: subject)
        }
        if json {
          try output.writeLine(try JSONOutput(encoding: record).line)
        } else {
          let advice = DecisionAdvice.lines(
            decision, grantor: matter.otherHolder(in: decision) ?? matter.subject.name ?? matter.grantor)
          try output.write((count == 0 ? "" : "\n") + DecisionText.text(record, advice: advice))
        }
        count += 1
      }
    }
    try output.flush()
    if let fault { throw fault }
  }

  /// The failure that a body throws, if any; other errors are rethrown.
  private static func fault(_ body: () throws -> Void) throws -> CommandFailure? {
    do {
      try body()
      return nil
    } catch let failure as CommandFailure {
      return failure
    }
  }

  /// The bytes of a file that is small enough to search for words; nil for a stream.
  private static func bytes(of path: String) -> [UInt8]? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      (attributes?[.size] as? Int).map({ $0 <= 1 << 22 }) ?? false
    else { return nil }
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  // MARK: The subject of the question

  private struct Matter {
    var terms: ItemTerms
    var subject: DecisionRecord.Subject

    /// The party that can give a permission: the agency, otherwise the first named holder.
    var grantor: String? {
      terms.agency ?? terms.statements.lazy.compactMap { $0.statement.holder?.name }.first
    }

    /// The agency other than the item's own whose notice decided; nil if it was none.
    func otherHolder(in decision: Decision) -> String? {
      guard case .notice(_, let holder?, _)? = decision.deciding.terms.first?.origin else { return nil }
      let holders = terms.statements.flatMap {
        [$0.statement.holder].compactMap(\.self) + $0.statement.coHolders
      }
      let isOther = holders.contains { $0.name == holder && $0.agency != nil && $0.agency != terms.agency }
      return isOther ? holder : nil
    }
  }

  /// Passes the subjects of the question to a body, one document at a time, since a file may be an export.
  private func forEachMatter(
    _ newsroom: Newsroom, _ use: Use, file: [UInt8]?, _ body: (Matter) throws -> Void
  ) throws {
    if let agency = newsroom.agencies.agency(called: subject) {
      var terms = newsroom.terms(of: agency)
      terms.services = flags.service.isEmpty ? nil : flags.service
      terms.published = try flags.publication
      return try body(
        Matter(terms: terms, subject: .init(agency: agency.id, name: agency.name, document: nil)))
    }
    if let terms = try expression(in: file, newsroom, use) {
      let name = terms.agency.flatMap { newsroom.agencies.agency(id: $0)?.name }
      return try body(
        Matter(terms: terms, subject: .init(agency: terms.agency, name: name, document: subject)))
    }
    var source = try open()
    var count = 0
    while let document = try next(&source) {
      count += 1
      try body(try matter(document, newsroom, use))
    }
    guard count > 0 else { throw CommandFailure.incomplete("\(subject): holds no document (check the file)") }
  }

  /// The terms in a machine-readable rights file, unless it is a document whose reader handles such fields itself.
  ///
  /// A policy that breaks off is a file that cannot be read, not one with words for the rights desk.
  private func expression(
    in file: [UInt8]?, _ newsroom: Newsroom, _ use: Use
  ) throws(CommandFailure) -> ItemTerms? {
    guard inputFormat == nil, let file, let text = String(validating: file, as: UTF8.self) else { return nil }
    let format = (try? DocumentSource(path: subject))?.format.name
    guard [nil, "text", "markdown", "jsonl", "xml"].contains(format) else { return nil }
    if format == nil || format == "text", let fault = RightsExpressions.fault(in: text) {
      throw .incomplete(
        "\(subject):\(fault.line):\(fault.column): the policy cannot be read: \(fault.message) (get the whole file from its sender)"
      )
    }
    guard let terms = newsroom.terms(ofFile: text, for: use) else { return nil }
    // JSON Lines that mention permissions need not be a policy.
    let isUnread = terms.statements.allSatisfy {
      $0.statement.clauses.isEmpty && !$0.statement.residue.isEmpty
    }
    return isUnread && format != nil ? nil : terms
  }

  private func matter(_ document: Document, _ newsroom: Newsroom, _ use: Use) throws -> Matter {
    var terms = newsroom.terms(of: document, from: agency, for: use)
    if !flags.service.isEmpty { terms.services = flags.service }
    if let published = try flags.publication { terms.published = published }
    let name = terms.agency.flatMap { newsroom.agencies.agency(id: $0)?.name }
    return Matter(
      terms: terms,
      subject: .init(agency: terms.agency, name: name, document: document.id ?? document.origin.path))
  }

  private func open() throws(CommandFailure) -> DocumentSource {
    do throws(ReadingFault) { return try DocumentSource(path: subject, format: inputFormat) } catch {
      guard error.code == "not-found" else { throw .incomplete(error.description) }
      throw .usage(
        "`\(subject)` is no agency that is known and no file (add it under `agencies:`, or check the path)")
    }
  }

  private func next(_ source: inout DocumentSource) throws(CommandFailure) -> Document? {
    do throws(ReadingFault) { return try source.next() } catch { throw .incomplete(error.description) }
  }
}
