internal import Policies
internal import WireYAML

/// The words of one language and what they mean in a notice: one file of `Policies/Languages/`.
struct Lexicon: Sendable {
  /// A phrase as the file gives it, with what it means.
  struct Entry: Sendable {
    var phrase: String
    var meaning: PhraseTable.Meaning
    var position: YAMLValue.Position

    var concepts: [Concept] { meaning.concepts }
  }

  /// The file below `Policies/`.
  var file: String
  /// The language as a BCP 47 tag; `und` holds what every language shares.
  var language: String
  var entries: [Entry] = []
  /// Words after which a full stop ends no sentence.
  var abbreviations: [String] = []
  /// Small words that a script writes together with the next one.
  var clitics: [String] = []
  /// Everyday words, one of which stands in nearly every sentence of the language.
  var hints: [String] = []
  /// Words of which at least one stands in every notice of the language; prose seldom has any.
  var anchors: [String] = []
  /// Words that limit nothing, such as “please”: in a permission any other word that was not understood may.
  var fillers: [String] = []
  /// Texts and what they say; none where only the words were read.
  var cases: [NoticeCase] = []
}

extension Lexicon {
  /// Where an entry stands.
  func place(of entry: Entry) -> PolicyPlace { PolicyPlace(file: file, position: entry.position) }
}

/// A text and what it says, as the evaluation data put it.
struct NoticeCase: Sendable {
  var text: String
  var expected: [String]
  var position: YAMLValue.Position
}

extension Lexicon {
  /// The words of a file by which its language is known, after which nothing of it is read.
  struct Head: Sendable {
    var hints: [String]
    var anchors: [String]

    init(_ file: PolicyFile) throws(YAMLFault) {
      var reader = try YAMLReader(file.tree(before: Concept.sections[0]), file: file.path)
      hints = try reader.optional("hints")?.texts() ?? []
      anchors = try reader.required("anchors").texts()
    }
  }

  /// What all languages share; empty where no file says anything of it.
  static func shared(in files: [PolicyFile]) throws(YAMLFault) -> Lexicon {
    guard let file = files.first(where: { $0.path.hasSuffix("/und.yaml") }) else {
      return Lexicon(file: "Languages/und.yaml", language: "und")
    }
    return try Lexicon(file)
  }

  /// The key of the cases, which stand at the end.
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

  /// Reads the words of a file, which are all that reading a notice takes.
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
    clitics = try reader.optional("clitics")?.texts() ?? []
    hints = try reader.optional("hints")?.texts() ?? []
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

  /// Adjectives of countries, which name the place with the words for clients and media: “Norwegian subscribers”.
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
          entries.append(Entry(phrase: name, meaning: meaning, position: element.position))
        }
      }
    }
  }

  /// Phrases that mean several things at once, such as a verb with its negation in one word.
  private mutating func addCompound(_ field: YAMLField) throws(YAMLFault) {
    var compound = try field.mapping()
    var concepts: [Concept] = []
    for meaning in try compound.required("means").elements() {
      let parts = try meaning.text().split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, let concept = Concept(section: parts[0], key: parts[1]) else {
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
    for element in try list.elements() {
      entries.append(Entry(phrase: try element.text(), meaning: meaning, position: element.position))
    }
  }
}
