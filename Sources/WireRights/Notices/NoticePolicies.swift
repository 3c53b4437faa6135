public import Policies
internal import WireText
public import WireYAML

/// Everything that reading a notice needs to know: languages, agencies and public licences.
///
/// Made once from the files that are embedded in the program, and passed around.
public final class NoticePolicies: Sendable {
  /// The agencies.
  public let agencies: AgencyDirectory
  let publishers: PublisherNames
  let licences: [LicenceName]
  /// What all languages share.
  let shared: Language
  /// How lines begin that send readers elsewhere.
  let pointers: PointerWords
  /// The names of time zones.
  let zones: ZoneNames
  /// The files of regions, which `demandSoundFiles()` looks at; `Region` reads those of the program.
  let regionFiles: [PolicyFile]
  private let shelf: LanguageShelf
  let anchors: AnchorSearch
  /// Everyday words of all languages.
  private let hints: AnchorSearch

  /// Reads the files of `Policies/`; of languages only the heads, the rest when it is needed.
  ///
  /// - Parameters:
  ///   - extra: the agencies that a newsroom's configuration adds.
  ///   - files: the policies; those that come with the program.
  /// - Throws: `YAMLFault` with the place; also where an added agency has the identifier or name of another. Faults of
  ///   languages, of regions and of names of zones, which are read when they are needed, are told by `demandSoundFiles()`.
  public init(agencies extra: [Agency] = [], files: [PolicyFile] = PolicyFile.everything) throws(YAMLFault) {
    agencies = try AgencyDirectory(adding: extra, files: files)
    publishers = try PublisherNames(files)
    licences = try LicenceName.all(in: files)
    pointers = try PointerWords(files)
    zones = ZoneNames(files)
    regionFiles = files.all(in: "Regions")
    let languages = files.all(in: "Languages")
    let lexicon = try Lexicon.shared(in: languages)
    shared = Language(lexicon, names: Self.names(of: licences) + Self.names(of: agencies, lexicon))
    shelf = try LanguageShelf(languages.filter { $0.path != lexicon.file })
    anchors = AnchorSearch([lexicon.anchors + licences.flatMap(\.anchors)] + shelf.heads.map(\.anchors))
    hints = AnchorSearch([[]] + shelf.heads.map(\.hints))
  }

  /// A language counts with one everyday word for so many of the language that has most.
  private static let fairShare = 4
  /// The same for a language that most of a text is in.
  private static let largeShare = 2
  /// Bytes around a part of a text without everyday words in which they are looked for.
  private static let reach = 1024
  /// Lines below this are short, in bytes.
  private static let shortLine = 100
  /// Lines below this may be labels in another language than the text, in bytes.
  private static let label = 64

  private static func names(of licences: [LicenceName]) -> [(phrase: String, concept: Concept)] {
    licences.flatMap { licence in
      licence.names.map { ($0, .licence(.named(licence.id))) }
        + licence.versionNames.sorted { $0.key < $1.key }.flatMap { version, names in
          names.map { ($0, .licence(.named("\(licence.id) \(version)"))) }
        }
    }
  }

  private static func names(
    of agencies: AgencyDirectory, _ lexicon: Lexicon
  ) -> [(phrase: String, concept: Concept)] {
    let forms = Set(lexicon.entries.filter { $0.concepts.contains(.holder(.suffix)) }.map(\.phrase))
    var names: [(phrase: String, concept: Concept)] = []
    for agency in agencies.agencies {
      // A single capital word is a name without being known.
      for name in agency.names {
        let words = Lexer.words(of: name)
        guard words.count > 1 || name.lowercased() == name else { continue }
        names.append((name, .holder(.name)))
        // The full stop of a legal form belongs to the name, whether the file writes it or not.
        if let last = words.last, last.utf8.count <= 4, forms.contains(last) {
          names.append((name + ".", .holder(.name)))
        }
      }
    }
    return names
  }

  /// Every language, the shared one first.
  ///
  /// - Throws: `YAMLFault` with the place of what is wrong in one of their files.
  func allLanguages() throws(YAMLFault) -> [Language] { [shared] + (try shelf.all()) }

  /// The languages that a text may be in: those with an anchor or an everyday word in it, or all for a text with
  /// none.
  func languages(in text: [UInt8]) -> [Language] {
    let all = TextRange(0, text.count)
    return languages(anchors.languages(in: text, all).union(hints.languages(in: text, all)))
  }

  /// The languages that a part of a body, which has an anchor, may be in.
  ///
  /// Prose has many a word that is an everyday one elsewhere, as “on” is in Finnish, and anchors that are some in all
  /// languages, such as `OUT`: of languages without an anchor of their own, only those with a fair share of everyday
  /// words count.
  func languages(inBody text: [UInt8], _ range: TextRange) -> [Language] {
    let spoken = hints.languages(in: text, range, oneIn: Self.fairShare)
    let anchored = anchors(in: text, range, spoken: spoken)
    let found = anchored.isEmpty ? spoken.union(languagesAround(range, in: text)) : anchored.union(spoken)
    return languages(found)
  }

  /// The languages of the everyday words in a part of a text and around it.
  private func languagesAround(
    _ range: TextRange, in text: [UInt8], oneIn share: Int = fairShare
  ) -> LanguageSet {
    let around = TextRange(max(0, range.lower - Self.reach), min(text.count, range.upper + Self.reach))
    return hints.languages(in: text, around, oneIn: share)
  }

  /// The languages of a line without an anchor: those of its everyday words that most of the text around it is in as well,
  /// both where none is, and none where no language is known.
  func languages(ofPlainLine line: TextRange, in text: [UInt8]) -> [Language] {
    let around = languagesAround(line, in: text, oneIn: Self.largeShare)
    let own = hints.languages(in: text, line, oneIn: Self.fairShare)
    let common = own.intersection(around)
    let found = common.isEmpty ? own.union(around) : common
    return found.isEmpty ? [] : languages(found)
  }

  /// The languages of a set, or all for an empty one.
  private func languages(_ found: LanguageSet) -> [Language] {
    let indices = shelf.heads.indices
    return shelf.languages(found.isEmpty ? Array(indices) : indices.filter { found.contains($0 + 1) })
  }

  /// The languages that a notice in a part of a text may be in: those with an anchor there.
  ///
  /// Between languages that share an anchor their everyday words decide, those of the part or else those around it;
  /// where only what all languages share is an anchor, it is as in `languages(inBody:)`.
  func languages(anchoredIn text: [UInt8], _ range: TextRange) -> [Language] {
    var found = anchors.languages(in: text, range).subtracting(LanguageSet(0))
    guard !found.isEmpty else { return languages(inBody: text, range) }
    if found.count > 1 {
      found = anchors(in: text, range, spoken: hints.languages(in: text, range, oneIn: Self.fairShare))
    }
    return languages(found)
  }

  /// The languages of the anchors in a part of a text; of those that share one, the ones that are spoken there.
  ///
  /// In a line of a few words one of another language, such as the zones `ET` and `EST` in French, is a fair share: there
  /// the languages around it count as well. A label that starts with an anchor, such as “EMBARGO samedi 6h”, may stand
  /// over a story in another language, and be in any that has it.
  private func anchors(in text: [UInt8], _ range: TextRange, spoken: LanguageSet) -> LanguageSet {
    if range.count < Self.label, anchors.first(in: text, from: range.lower, to: range.upper) == range.lower {
      return anchors.languages(in: text, range)
    }
    let found = spoken.isEmpty ? LanguageSet() : anchors.languages(in: text, range, spoken: spoken)
    guard spoken.isEmpty || range.count < Self.shortLine else { return found }
    return found.union(anchors.languages(in: text, range, spoken: languagesAround(range, in: text)))
  }
}
