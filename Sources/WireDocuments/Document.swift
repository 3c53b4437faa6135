public import WireText

/// One story, draft or other item as a reader found it: everything that it says, without interpretation.
///
/// Readers never interpret. What a reader could not read is listed in `problems`, never dropped silently.
public struct Document: Sendable {
  /// Where the document was found.
  public var origin: Origin
  /// What kind of item it is.
  public var type: ItemType = .text
  /// The identifier that the format gives (guid, uri, doc-id, slug of the file), if any.
  public var id: String?
  /// The version as written, if any.
  public var version: String?
  /// The main headline on one line, entities decoded.
  public var headline: String?
  /// The text in reading order, with its positions in the file.
  public var body = BodyText()
  /// Texts that came with the document besides its own; they are at the end of `body`, in order.
  public var attachments: [Attachment] = []
  /// Byline, credit line, dateline, source, provider and other named fields, each as written.
  public var fields: [Field] = []
  /// The language tag as written (BCP 47 in most formats).
  public var language: String?
  /// The publication status.
  public var status: Status?
  /// The embargo as written; present even if it cannot be parsed.
  public var embargo: TimeField?
  /// Created, published, updated and expiry times as written.
  public var times: [TimeField] = []
  /// Canonical, permalink and original addresses.
  public var urls: [Field] = []
  /// Items that this one updates, kills, replaces or translates.
  public var links: [ItemLink] = []
  /// Every statement of rights with its position, unparsed.
  public var rights: [RightsField] = []
  /// Everything that was guessed, repaired or left out.
  public var problems: [Problem] = []

  /// A document without content.
  public init(origin: Origin) { self.origin = origin }

  /// Creates a placeholder for a document that could not be read.
  init(origin: Origin, lost problem: Problem) {
    self.init(origin: origin)
    type = .other
    problems = [problem]
  }

  /// The statements of rights, except those about pictures and films that come with the text.
  public var textRights: [RightsField] { rights.filter { $0.medium == nil } }
  /// The statements, marked as those of the file that contains the items.
  var rightsOfFile: [RightsField] {
    rights.map { field in
      var field = field
      field.place = .file
      return field
    }
  }
  /// The first field with a given name.
  public func field(_ name: Field.Name) -> Field? { fields.first { $0.name == name } }
  /// The first time with a given role.
  public func time(_ role: TimeField.Role) -> TimeField? { times.first { $0.role == role } }
}

/// Where a document was found: input, item, format.
public struct Origin: Sendable, Hashable {
  /// The path as the user gave it; `-` is standard input.
  public var path: String
  /// The number of the item in its input, from 1.
  public var item: Int
  /// The format's name in the table of readers, for instance `nitf`.
  public var format: String
  /// The dialect or version found, for instance `2.28` or `toml`.
  public var dialect: String?

  /// An origin of the given parts.
  public init(path: String, item: Int = 1, format: String, dialect: String? = nil) {
    self.path = path
    self.item = item
    self.format = format
    self.dialect = dialect
  }
}

/// What kind of item a record is.
public enum ItemType: String, Sendable, Codable {
  case text, package, picture, video, audio, graphic, attachment, revision, comment, navigation, other
}

/// The publication status, with the word that the format uses.
public struct Status: Sendable, Hashable {
  /// The states that formats know.
  public enum Value: String, Sendable, Codable, CaseIterable {
    case usable, withheld, canceled, draft, scheduled, published, `private`, trashed, unknown
  }
  /// The state.
  public var value: Value
  /// The word as found.
  public var raw: String

  /// A state with the format's own word for it.
  public init(_ value: Value, raw: String) {
    self.value = value
    self.raw = raw
  }
}

/// A named field as written.
public struct Field: Sendable, Hashable {
  /// What the field is for.
  public enum Name: String, Sendable, Codable {
    case byline, credit, dateline, source, provider, slug, title, subhead, editorsNote, keyword, author
    /// A standfirst, excerpt, teaser or description that is published apart from the text.
    case summary
    /// A footnote or endnote of the text.
    case footnote
    /// A further identifier of the item.
    case identifier
    case canonical, permalink, original, channel, territory, service, other
  }
  /// What the field is for.
  public var name: Name
  /// The text as written, white space collapsed.
  public var text: String
  /// The format's own name of the field, for instance `body.head/byline` or `front matter: author`.
  public var key: String
  /// The range in the file, if known.
  public var place: FileRange?

  /// A field of the given parts.
  public init(_ name: Name, _ text: String, key: String, place: FileRange? = nil) {
    self.name = name
    self.text = text
    self.key = key
    self.place = place
  }
}

/// A time as written, and as an instant if it can be parsed.
public struct TimeField: Sendable, Hashable {
  /// What the time says.
  public enum Role: String, Sendable, Codable { case created, published, updated, embargo, expiry }
  /// What the time says.
  public var role: Role
  /// The text as written; empty for a field that is present without a value.
  public var raw: String
  /// The instant; nil if the text has no time zone or cannot be parsed.
  public var instant: Instant?

  /// A time of the given parts.
  public init(_ role: Role, raw: String, instant: Instant?) {
    self.role = role
    self.raw = raw
    self.instant = instant
  }
}

/// A reference to another item.
public struct ItemLink: Sendable, Hashable {
  /// How the two are related.
  public enum Relation: String, Sendable, Codable {
    case updates, kills, replaces, translates, evolvedFrom, other
  }
  /// How the two are related.
  public var relation: Relation
  /// The other item's identifier.
  public var id: String

  /// A link of the given parts.
  public init(_ relation: Relation, id: String) {
    self.relation = relation
    self.id = id
  }

  /// Whether a site's own key names the original of a translation, in any spelling: `translation_of`.
  static func isTranslationKey(_ key: String) -> Bool {
    let name = key.lowercased().filter { $0.isLetter || $0.isNumber }
    return ["translationof", "translationofwork", "translatedfrom", "translates"].contains(name)
  }
}

/// A statement of rights as found.
public struct RightsField: Sendable, Hashable {
  /// What the statement is.
  public enum Kind: String, Sendable, Codable {
    case holder, notice, terms, link, expression, credit
    /// A note to editors, which may state terms among other things.
    case note
    /// Terms that hold for a part or on a condition that is stated in a way that is not understood: what they
    /// forbid counts, nothing that they permit.
    case limited
    case dataMining = "data-mining"
    /// The start and end of a right, and its territory, in formats that have separate fields for them.
    case begins, ends, area
  }
  /// Where the statement was found.
  public enum Place: String, Sendable, Codable { case field, file, body }
  /// What the statement is.
  public var kind: Kind
  /// The text of the statement.
  public var text: String
  /// Where the statement was found.
  public var place: Place
  /// The format's own name of the field, for instance `rightsInfo/usageTerms`.
  public var key: String
  /// The language of the text, if stated.
  public var language: String?
  /// The part or medium that the statement is limited to, if stated.
  public var scope: String?
  /// The subject of the statement if it is not the text: a picture or film that comes with it.
  ///
  /// Such a statement never applies to the story.
  public var medium: ItemType?
  /// The range of the text in the file, if known.
  public var range: FileRange?

  /// A statement of the given parts.
  public init(
    _ kind: Kind, _ text: String, place: Place = .field, key: String, language: String? = nil,
    scope: String? = nil, medium: ItemType? = nil, range: FileRange? = nil
  ) {
    self.kind = kind
    self.text = text
    self.place = place
    self.key = key
    self.language = language
    self.scope = scope
    self.medium = medium
    self.range = range
  }
}

/// Something that a reader guessed, repaired or left out.
public struct Problem: Sendable, Hashable {
  /// A stable code, for instance `encoding-guessed` or `body-remote`.
  public var code: String
  /// What happened, without text of the document.
  public var message: String
  /// The line in the file, from 1, if known.
  public var line: Int?
  /// Whether text may be missing, so that any verdict on the document is incomplete.
  public var losesText: Bool

  /// A problem of the given parts.
  public init(_ code: String, _ message: String, line: Int? = nil, losesText: Bool = false) {
    self.code = code
    self.message = message
    self.line = line
    self.losesText = losesText
  }
}
