internal import WireDocuments
internal import WireRights
internal import WireText

/// What advisories under other identifiers say about an item, apart from withdrawing it.
struct ItemNotes: Sendable {
  /// The advisories that apply to the item as it is now.
  private let notes: [WireItem]
  /// The corrections that name the item.
  private let allCorrections: [WireItem]
  /// The words of an advisory that may withdraw the item and names no known item.
  let mayBeWithdrawn: String?
  /// When the agency last released the item, unless it was restricted again since.
  let released: Instant?

  /// Collects the notes on an item.
  ///
  /// - Parameters:
  ///   - versions: all entries that the index has under its identifier.
  ///   - newest: its newest version.
  ///   - withdrawals: the withdrawals in force.
  init(_ versions: [WireItem], newest: WireItem, withdrawals: [WireItem]) {
    let foreign = versions.filter { $0.isForeign && $0.status == .usable }
    notes = foreign.filter { $0.isPossible != true && Self.holds($0, for: newest) }
    allCorrections = foreign.filter { $0.isPossible != true && $0.advisoryKind == .correction }
    mayBeWithdrawn = foreign.first { $0.isPossible == true && $0.advisoryKind != nil }.map { note in
      let words = note.advisory.map(oneLine) ?? ""
      return "advisory \(note.withdrawnBy ?? ""): \(words.prefix(Self.longestWords))"
    }
    let own = versions.filter { !$0.isForeign }
    let isClosing = { (item: WireItem) in item.embargo != nil || item.advisoryKind == .embargo }
    let releases = (notes + own).filter { $0.advisoryKind == .release && !isClosing($0) }
      .compactMap(\.changed)
    let closings = ((notes + own).filter(isClosing) + withdrawals).compactMap(\.changed)
    released = releases.max().flatMap { release in
      closings.allSatisfy { $0 <= release } ? Instant(seconds: release) : nil
    }
  }

  /// Until when advisories put the item under embargo, in seconds since 1970.
  var secretUntil: Int64? { notes.compactMap(\.secretUntil).max() }

  /// Whether they put the item under embargo, correct it, or possibly withdraw it.
  var isWarning: Bool { mayBeWithdrawn != nil || secretUntil != nil || !corrections.isEmpty }

  /// The corrections that came after the newest version.
  var corrections: [WireItem] { notes.filter { $0.advisoryKind == .correction } }

  /// The corrections that came between two versions.
  func corrections(of earlier: WireItem, before later: WireItem) -> [WireItem] {
    allCorrections.filter { Self.holds($0, for: earlier) && !Self.holds($0, for: later) }
  }

  /// Their statements, each valid from its own time on.
  func statements(_ newsroom: Newsroom) -> [SourcedStatement] {
    notes.filter { $0.advisoryKind != .release }.flatMap { note in
      (note.orders ?? []).map { words in
        SourcedStatement(
          Self.statement(words, of: note, newsroom), source: "advisory \(note.withdrawnBy ?? "")",
          issued: note.changed.map { Instant(seconds: $0) })
      }
    }
  }

  /// The statement of a note; a note that asks for something in words without clauses or duties is marked as
  /// not understood.
  private static func statement(_ words: String, of note: WireItem, _ newsroom: Newsroom) -> RightsStatement {
    var statement = newsroom.notices.parse(words)
    guard note.advisoryKind == .internal, statement.clauses.isEmpty, statement.duties.isEmpty else {
      return statement
    }
    statement.isNotice = true
    statement.residue = [TextRange(0, words.utf8.count)]
    return statement
  }

  /// The most characters of an advisory that are shown.
  private static let longestWords = 200
  /// How long an announced embargo applies to copy that arrives later, in seconds: 45 days.
  private static let longestAnnouncement: Int64 = 45 * 86_400

  /// Whether an advisory applies to an item as it is now; a correction or update applies only to earlier versions.
  private static func holds(_ note: WireItem, for item: WireItem) -> Bool {
    guard let said = note.changed, let made = item.changed, made > said else { return true }
    switch note.advisoryKind {
    case .embargo: return made - said <= longestAnnouncement
    case .correction, .update: return false
    default: return true
    }
  }
}
