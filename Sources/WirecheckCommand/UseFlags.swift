public import ArgumentParser
import WireReports
public import WireRights
import WireText
import Wirecheck

/// The options that describe a use, for commands that decide on one.
struct UseFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp("Purpose: news-reporting (the default), commentary, advertising …; may be repeated."))
  var purpose: [Purpose] = []
  @Option(help: ArgumentHelp("Words that are taken of the item.", valueName: "number"))
  var words: Int?
  @Option(help: ArgumentHelp("Words of the whole item.", valueName: "number"))
  var sourceWords: Int?
  @Option(help: ArgumentHelp("Characters that are taken of the item, with spaces.", valueName: "number"))
  var characters: Int?
  @Option(help: ArgumentHelp("Sentences of which something is taken.", valueName: "number"))
  var sentences: Int?
  @Option(
    help: ArgumentHelp(
      "Part that is taken: text (the default), image, video, graphic, audio or feed; may be repeated."))
  var part: [String] = []
  @Flag(help: "Copy of the agency is taken in bulk.")
  var systematic = false
  @Option(help: ArgumentHelp("Which use of the item this is, from 1.", valueName: "number"))
  var count: Int?
  @Option(help: ArgumentHelp("When the agency published the item, with a zone.", valueName: "time"))
  var published: String?
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
    _ = try publication
    if let count, !(1...1_000_000).contains(count) {
      throw ValidationError("`--count \(count)` is no number of a use")
    }
    for (name, number) in [
      ("words", words), ("source-words", sourceWords), ("characters", characters), ("sentences", sentences),
    ] {
      if let number, !(0...10_000_000).contains(number) {
        throw ValidationError("`--\(name) \(number)` is no number of what is taken")
      }
    }
    if let unknown = part.first(where: { !Use.media.contains($0) }) {
      throw ValidationError(
        "`--part \(unknown)` is no part of an item: name \(Use.media.sorted().joined(separator: ", "))")
    }
  }

  /// When the agency published the item; nil where that is not said.
  var publication: Instant? {
    get throws { try published.map { try UseArguments.instant($0, flag: "--published") } }
  }

  /// A use by these flags.
  ///
  /// - Parameter site: the newsroom's site; nil if there is no configuration.
  func use(
    _ actions: [Action], on channels: [String], in territories: [String], at instant: Instant, site: Site?
  ) -> Use {
    var use = Use(
      actions, on: channels, in: territories, at: instant, stage: stage,
      isCommercial: commercial ?? site?.isCommercial,
      // The longest run is unknown, but cannot exceed the whole.
      extent: Extent(
        words: words, sourceWords: sourceWords, longestRun: words, longestQuotation: quoted ? words : nil,
        isQuoted: words == nil && !quoted ? nil : quoted, characters: characters, sentences: sentences))
    use.count = count
    if !part.isEmpty { use.parts = Set(part) }
    if systematic { use.isSystematic = true }
    if !purpose.isEmpty { use.purposes = Set(purpose) }
    if let site { use.recipients.append(.named(site.id)) }
    return use
  }

  /// The given credits, duties and permissions.
  ///
  /// - Parameter grantor: the agency or holder that gave the permission.
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

extension Use.Stage: ExpressibleByArgument {}

extension Purpose: ExpressibleByArgument {}

extension Duty.Kind: ExpressibleByArgument {}
