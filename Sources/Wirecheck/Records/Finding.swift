/// A matter that a person has to look at: which rule, where, whose words, which clause, what to do.
///
/// A finding is a plain record; it is written to JSON and read back unchanged. It may be an error only if it cites a
/// term (`term`) or a recorded fact (`fact`).
public struct Finding: Codable, Sendable, Hashable {
  /// The severity of a finding.
  public enum Level: String, Codable, Sendable, Hashable, CaseIterable, Comparable {
    case info, warning, error
    /// Graver levels come last.
    public static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }
  /// Whether it is counted; always `new`, since findings are not compared with an earlier run.
  public enum Status: String, Codable, Sendable, Hashable { case new }

  /// The rule's identifier, for instance `WC101`.
  public var rule: String
  /// The rule's name, for instance `verbatim-prohibited`.
  public var name: String
  /// Its severity.
  public var level: Level
  /// Whether it is counted.
  public var status: Status
  /// Its identity across runs: `wc1:` and 20 hexadecimal digits over its rule, document, agency, item, clause and
  /// words.
  public var fingerprint: String
  /// What was found, in one sentence without words of the source.
  public var message: String
  /// The document that was checked.
  public var document: DocumentRecord
  /// Where it is in the document, in reading order; empty for a finding about the document as a whole.
  public var places: [Place]
  /// The source item, if there is one.
  public var source: SourceRecord?
  /// The reuse, if there is one.
  public var match: MatchRecord?
  /// The clause that decides, if there is one.
  public var term: Term?
  /// The recorded fact that decides, if there is one, for instance an embargo time.
  public var fact: String?
  /// What to do next, each beginning with a verb; at least one.
  public var help: [String]
  /// How it was decided, step by step; empty if nothing had to be decided, nil if nothing was checked.
  public var trace: [Step]? = []

  /// One step of a decision.
  public struct Step: Codable, Sendable, Hashable {
    /// What was considered, for instance `contract`.
    public var tier: String
    /// The result of the step.
    public var effect: String
    /// The words of the clauses and facts that were considered.
    public var terms: [String]

    /// A step of the given parts.
    public init(tier: String, effect: String, terms: [String]) {
      self.tier = tier
      self.effect = effect
      self.terms = terms
    }
  }
}

/// The document that was checked.
public struct DocumentRecord: Codable, Sendable, Hashable {
  /// Its own identifier, or its path if it has none.
  public var id: String
  /// The path of the input as given.
  public var path: String
  /// The number of the item in its input, from 1.
  public var item: Int
  /// SHA-256 of the text as it was checked, hexadecimal.
  public var sha256: String
  /// The number of words.
  public var words: Int
  /// Set for a document without an identifier: its address, otherwise its path relative to the configuration's folder
  /// with the item's number, however the path was typed; for standard input a hash of the text.
  public var name: String?

  /// Distinguishes it from all other documents, in this run and in others.
  public var identity: String { name ?? (id == path && item > 1 ? "\(path)#\(item)" : id) }
}

/// A passage of the draft, in all units that reports need.
public struct Place: Codable, Sendable, Hashable {
  /// The part of the document, for instance `body` or `byline`.
  public var field: String
  /// The number of the paragraph, from 1; 0 outside the body.
  public var paragraph: Int
  /// The passage in the input file, half-open UTF-8 byte offsets from 0; nil if the text has no place in a file.
  public var bytes: [Int]?
  /// The same in lines and other units; nil if the input was a stream that cannot be read again.
  public var file: FileSpan?
  /// The first words, how many were left out, and the last words.
  public var excerpt: Excerpt?
}

/// A passage of a file or of a text: offsets half-open from 0, lines and columns from 1.
public struct FileSpan: Codable, Sendable, Hashable {
  /// Offsets in Unicode scalars.
  public var scalars: [Int]
  /// Offsets in UTF-16 code units.
  public var utf16: [Int]
  /// The line of the first character.
  public var line: Int
  /// The column of the first character, in Unicode scalars.
  public var column: Int
  /// The line of the last character.
  public var endLine: Int
  /// The column after the last character, in Unicode scalars.
  public var endColumn: Int
  /// The column of the first character in UTF-8 bytes, as in rdjson.
  public var byteColumn: Int
  /// The column after the last character in UTF-8 bytes.
  public var endByteColumn: Int
}

/// The words of a passage, shortened in the middle, or the reason why they are not shown.
public struct Excerpt: Codable, Sendable, Hashable {
  /// The first words; the whole passage if `omitted` is 0.
  public var head: String
  /// The number of words left out between head and tail.
  public var omitted: Int
  /// The last words.
  public var tail: String
  /// The reason why no words are shown; head and tail are then empty.
  public var withheld: Withholding?

  /// Why words are not shown.
  public enum Withholding: String, Codable, Sendable, Hashable {
    /// The report goes to readers who may not see them.
    case audience
    /// The item is under embargo.
    case embargo
  }

  /// An excerpt that shows nothing, and why.
  public static func withheld(_ reason: Withholding) -> Excerpt {
    Excerpt(head: "", omitted: 0, tail: "", withheld: reason)
  }
}

/// The source item of a finding.
public struct SourceRecord: Codable, Sendable, Hashable {
  /// The agency's identifier, for instance `reuters`.
  public var agency: String
  /// The agency's name as people write it.
  public var agencyName: String
  /// The item's identifier.
  public var item: String
  /// The item's version as written.
  public var version: String?
  /// When it was published, ISO 8601, UTC.
  public var publishedAt: String?
  /// `usable`, `withheld`, `canceled` or `embargoed`.
  public var status: String
  /// SHA-256 of the item's text, hexadecimal.
  public var sha256: String
  /// The passages of the item that correspond to the draft's places, in the same order.
  public var passages: [SourcePassage]
  /// Other items that have the same passages; earlier versions of the same item with their version.
  public var alsoIn: [String]
}

/// A passage of a source item.
public struct SourcePassage: Codable, Sendable, Hashable {
  /// The number of the paragraph in the item, from 1.
  public var paragraph: Int
  /// The passage in the item's text, in UTF-8 bytes.
  public var bytes: [Int]
  /// The same in lines and other units of that text.
  public var text: FileSpan?
  /// The words, or why they are not shown.
  public var excerpt: Excerpt
}

/// The reuse of one item in one document, in numbers; every share says what it is a share of.
public struct MatchRecord: Codable, Sendable, Hashable {
  /// The kind with the most words among the passages: `verbatim`, `edited`, `rewritten` or `summarised`; `translated`
  /// for a document that says so.
  public var kind: String
  /// Words of the draft in the passages.
  public var words: Int
  /// How many of these words are in the item in the same order, or elsewhere in it in runs of six words or more.
  public var identical: Int
  /// The longest run of equal words.
  public var longestRun: Int
  /// `words` as a share of the draft's words, in thousandths.
  public var draftPermille: Int
  /// The share of the item's words that are in the passages, in thousandths.
  public var sourcePermille: Int
  /// Whether the passages are quoted, credited, both or neither.
  public var attribution: Attribution
  /// The strength of the passages in nats of surprisal, as in `index calibrate`; nil if no words were matched.
  public var score: Int?
  /// Words disguised with letters of another script or invisible characters; nil if there are none.
  public var disguised: Int?
  /// How many of the draft's names and numbers the item has, and how many there are; nil if the wording shows the
  /// reuse.
  public var facts: [Int]?

  /// The four kinds of attribution.
  public enum Attribution: String, Codable, Sendable, Hashable { case neither, credited, quoted, both }
}

/// The clause that decides, with its own words.
public struct Term: Codable, Sendable, Hashable {
  /// Where clauses come from.
  public enum Origin: String, Codable, Sendable, Hashable {
    case contract, notice, licence, quotation, standing
  }
  /// Where the clause comes from.
  public var origin: Origin
  /// The agency, licence or house rule that the clause belongs to.
  public var policy: String
  /// The clause's number or name, for instance `4.2`.
  public var clause: String?
  /// The contract's number.
  public var agreement: String?
  /// The file that contains the clause, if it is a file of the newsroom.
  public var path: String?
  /// The line in that file, from 1.
  public var line: Int?
  /// The column in that file in Unicode scalars, from 1.
  public var column: Int?
  /// The clause's own words.
  public var words: String
  /// `allow`, `allow-with-duty`, `needs-review` or `violation`.
  public var decision: String
  /// The facts on which it was decided, for instance `channel: web`.
  public var facts: [String: String]
}
