public import ArgumentParser
import WireReports
public import WireRights
import WireText
import Wirecheck

/// The flags that describe a use, for commands that decide one.
struct UseFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Purpose: news-reporting (the default), commentary, advertising …; may be repeated."))
  var purpose: [Purpose] = []
  @Option(help: ArgumentHelp("Words that are taken of the item.", valueName: "number"))
  var words: Int?
  @Option(help: ArgumentHelp("Words of the whole item.", valueName: "number"))
  var sourceWords: Int?
  @Flag(help: "The words stand in quotation marks.")
  var quoted = false
  @Option(help: ArgumentHelp("Being prepared or made public: draft or publish.", valueName: "stage"))
  var stage = Use.Stage.publish
  @Option(
    help: ArgumentHelp("Whether the site earns money (default: as configured).", valueName: "true|false"))
  var commercial: Bool?
  @Option(
    help: ArgumentHelp("The agency's service that carried the item; may be repeated.", valueName: "name"))
  var service: [String] = []
  @Option(help: ArgumentHelp("The credit as it stands with the copy; empty for none.", valueName: "text"))
  var credit: String?
  @Option(
    help: ArgumentHelp("A permission on file, by its reference.", valueName: "reference"))
  var permission: String?

  @Option(help: ArgumentHelp("When the permission was given in writing, with a zone.", valueName: "time"))
  var written: String?
  @Option(
    help: ArgumentHelp("A duty beside the credit that is met, for instance link-back; may be repeated."))
  var met: [Duty.Kind] = []

  func validate() throws {
    if written != nil, permission == nil { throw ValidationError("--written needs --permission") }
    _ = try written.map { try UseArguments.instant($0, flag: "--written") }
    for (name, number) in [("words", words), ("source-words", sourceWords)] {
      if let number, !(0...10_000_000).contains(number) {
        throw ValidationError("`--\(name) \(number)` is no number of words")
      }
    }
  }

  /// A use by these flags.
  ///
  /// - Parameter site: what is known of the newsroom; nil where there is no configuration.
  func use(
    _ actions: [Action], on channels: [String], in territories: [String], at instant: Instant, site: Site?
  ) -> Use {
    var use = Use(
      actions, on: channels, in: territories, at: instant, stage: stage,
      isCommercial: commercial ?? site?.isCommercial,
      // Nothing is known of the longest run but that it is no longer than the whole.
      extent: Extent(
        words: words, sourceWords: sourceWords, longestRun: words, longestQuotation: quoted ? words : nil,
        isQuoted: words == nil && !quoted ? nil : quoted))
    if !purpose.isEmpty { use.purposes = Set(purpose) }
    if let site { use.recipients.append(.named(site.id)) }
    return use
  }

  /// What the flags say of credits, duties and permissions.
  ///
  /// - Parameter grantor: the agency or holder that a permission comes from.
  func evidence(grantor: String?) throws -> Evidence {
    var evidence = Evidence(credits: credit.map { $0.isEmpty ? [] : [CreditText($0, in: .field)] })
    for duty in met { evidence.duties[duty] = true }
    if let permission, let grantor {
      let granted = try written.map { try UseArguments.instant($0, flag: "--written") }
      evidence.permissions = [
        Permission(reference: permission, grantor: grantor, isWritten: granted != nil, granted: granted)
      ]
    }
    return evidence
  }
}

extension Purpose: ExpressibleByArgument {}
extension Duty.Kind: ExpressibleByArgument {}

/// Words of the command line for what is done, where and when.
enum UseArguments {
  /// The actions of words such as `republish`; a word that is not known is wrong use.
  static func actions(_ words: [String], on channels: [String]) throws -> [Action] {
    var actions: [Action] = []
    for word in words {
      guard let named = Use.actions(named: word, on: channels) else {
        throw ValidationError(
          "`\(TerminalText.escaped(word))` is no use; one of: \(uses)")
      }
      actions += named.filter { !actions.contains($0) }
    }
    return actions
  }

  /// The names of all channels, for help and errors.
  static var channels: String { Channel.allCases.map(\.rawValue).joined(separator: ", ") }
  /// The words for all uses.
  static var uses: String { Use.words.joined(separator: ", ") }

  /// Refuses channels and territories that do not exist.
  static func demand(channels: [String], territories: [String]) throws {
    for name in channels where Channel(rawValue: name) == nil {
      throw ValidationError("there is no channel `\(TerminalText.escaped(name))`; one of: \(Self.channels)")
    }
    for code in territories where Territory(code) == nil {
      let next = Territory.usual(for: code).map { "did you mean `\($0)`?" }
      throw ValidationError(
        "`\(TerminalText.escaped(code))` is no territory; \(next ?? "write an ISO 3166 code such as BG or CA-QC, a region such as EU, or worldwide")"
      )
    }
  }

  /// The instant of `--at`, or of another flag.
  static func instant(_ text: String, flag: String = "--at") throws -> Instant {
    if let instant = Instant(iso8601: text) { return instant }
    throw ValidationError(
      "`\(flag) \(TerminalText.escaped(text))` is no time with a zone (write for instance 2026-11-20T10:00:00Z)"
    )
  }
}
