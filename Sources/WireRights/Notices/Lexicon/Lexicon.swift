internal import Policies
internal import WireYAML

/// The words of one language and their meanings in notices: one file of `Policies/Languages/`.
struct Lexicon: Sendable {
  /// A phrase as written in the file, with its meanings.
  struct Entry: Sendable {
    var phrase: Substring
    var meaning: PhraseTable.Meaning
    var position: YAMLValue.Position

    var concepts: [Concept] { meaning.concepts }
  }

  /// The file below `Policies/`.
  var file: String
  /// The language as a BCP 47 tag; `und` is for what every language shares.
  var language: String
  var entries: [Entry] = []
  /// Words after which a full stop does not end a sentence.
  var abbreviations: [String] = []
  /// Words that precede the number of a part of an agreement: “Section 2”.
  var divisions: [String] = []
  /// Labels before a notice, which state nothing: “Please note: …”.
  var labels: [String] = []
  /// Whether the language writes every noun with a capital, so that a capital does not mark a name.
  var hasCapitalNouns = false
  /// Small words that are attached to the next word in the script.
  var clitics: [String] = []
  /// Words of which every notice of the language contains at least one; prose seldom contains any.
  var anchors: [String] = []
  /// Words that limit nothing, such as “please”; any other word of a permission that was not understood may limit it.
  var fillers: [String] = []
  /// Texts and their meanings; empty if only the words were read.
  var cases: [NoticeCase] = []
}

extension Lexicon {
  /// The position of an entry.
  func place(of entry: Entry) -> PolicyPlace { PolicyPlace(file: file, position: entry.position) }
}

/// A text and its meaning, in the format of the evaluation data.
struct NoticeCase: Sendable {
  var text: String
  var expected: [String]
  var position: YAMLValue.Position
}

extension Lexicon {
  /// The words of a file by which its language is detected; the file is read only up to them.
  struct Head: Sendable {
    /// Everyday words; nearly every sentence of the language contains one of them.
    var hints: [String]
    /// Words of the language that are anchors of others and state nothing in it, such as “halt” in English.
    var homographs: [String]
    /// See `Lexicon.anchors`.
    var anchors: [String]

    init(_ file: PolicyFile) throws(YAMLFault) {
      var reader = try YAMLReader(file.tree(before: Concept.sections[0]), file: file.path)
      hints = try reader.optional("hints")?.texts() ?? []
      homographs = try reader.optional("homographs")?.texts() ?? []
      anchors = try reader.required("anchors").texts()
    }
  }

  /// The lexicon shared by all languages; empty if no file defines it.
  static func shared(in files: [PolicyFile]) throws(YAMLFault) -> Lexicon {
    guard let file = files.first(where: { $0.path.hasSuffix("/und.yaml") }) else {
      return Lexicon(file: "Languages/und.yaml", language: "und")
    }
    return try Lexicon(file)
  }

  /// The key of the cases, which are at the end.
  private static let casesKey = "cases"

  /// Reads a file.
  init(_ file: PolicyFile) throws(YAMLFault) {
    var reader = try YAMLReader(file.tree(), file: file.path)
    try self.init(words: &reader)
    for element in try reader.required(Self.casesKey).elements() {
      var example = try element.mapping()
      cases.append(
        NoticeCase(
          text: try example.required("text").text(), expected: try example.required("says").texts(),
          position: element.position))
      try example.finish()
    }
    try reader.finish()
  }

  /// Reads only the words of a file, which suffice for reading notices.
  init(wordsOf file: PolicyFile) throws(YAMLFault) {
    var reader = try YAMLReader(file.tree(before: Self.casesKey), file: file.path)
    try self.init(words: &reader)
    try reader.finish()
  }

  private init(words reader: inout YAMLReader) throws(YAMLFault) {
    file = reader.file
    language = try reader.required("language").text()
    _ = try reader.required("name").text()
    abbreviations = try reader.optional("abbreviations")?.texts() ?? []
    divisions = try reader.optional("divisions")?.texts() ?? []
    labels = try reader.optional("labels")?.texts() ?? []
    hasCapitalNouns = try reader.optional("capital-nouns")?.flag() ?? false
    clitics = try reader.optional("clitics")?.texts() ?? []
    // Those of `Head`.
    _ = try reader.optional("hints")?.texts()
    _ = try reader.optional("homographs")?.texts()
    anchors = try reader.required("anchors").texts()
    fillers = try reader.optional("fillers")?.texts() ?? []
    for section in Concept.sections {
      guard let field = reader.optional(section) else { continue }
      var keys = try field.mapping()
      for key in keys.all() {
        guard let concept = Concept(section: section, key: key.name) else {
          throw key.fault("`\(key.name)` is no key of `\(section)`", next: "see the other lexicons")
        }
        try add(key, [concept])
      }
    }
    if let field = reader.optional("compounds") {
      for element in try field.elements() { try addCompound(element) }
    }
    if let field = reader.optional("nationalities") {
      try addNationalities(field, beside: try reader.required("clients"))
    }
  }

  /// Adds adjectives of countries, which name the place with words for clients and media: “Norwegian subscribers”.
  private mutating func addNationalities(
    _ field: YAMLField, beside clients: YAMLField
  ) throws(YAMLFault) {
    var countries = try field.mapping()
    let clients = try clients.texts()
    for country in countries.all() {
      let meaning: PhraseTable.Meaning = [.territory(country.name)]
      for element in try country.elements() {
        let adjective = try element.text()
        let names = clients.map { name in
          name.hasPrefix("… ") ? "\(name.dropFirst(2)) \(adjective)" : "\(adjective) \(name)"
        }
        for name in names {
          entries.append(Entry(phrase: name[...], meaning: meaning, position: element.position))
        }
      }
    }
  }

  /// Adds phrases with several meanings at once, such as a verb that includes its negation.
  private mutating func addCompound(_ field: YAMLField) throws(YAMLFault) {
    var compound = try field.mapping()
    var concepts: [Concept] = []
    for meaning in try compound.required("means").elements() {
      let words = try meaning.text()
      guard let space = words.utf8.firstIndex(of: UInt8(ascii: " ")),
        let concept = Concept(
          section: String(words[..<space]), key: String(words[words.utf8.index(after: space)...]))
      else {
        throw meaning.fault("this is no section with a key", next: "write for instance `actions publish`")
      }
      concepts.append(concept)
    }
    try add(try compound.required("phrases"), concepts)
    try compound.finish()
  }

  /// Adds the phrases of a list.
  private mutating func add(_ list: YAMLField, _ concepts: [Concept]) throws(YAMLFault) {
    let meaning = PhraseTable.Meaning(concepts)
    try list.forEachText { phrase, position in
      entries.append(Entry(phrase: phrase, meaning: meaning, position: position))
    }
  }
}
