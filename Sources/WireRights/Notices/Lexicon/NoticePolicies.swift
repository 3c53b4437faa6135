public import Policies
internal import WireText
public import WireYAML

/// The data needed for reading notices: languages, agencies and public licences.
///
/// Created once from the files embedded in the program, and passed around.
public final class NoticePolicies: Sendable {
  /// The agencies.
  public let agencies: AgencyDirectory
  let publishers: PublisherNames
  let licences: [LicenceName]
  /// The lexicon shared by all languages.
  let shared: Language
  /// The beginnings of lines that point readers elsewhere.
  let pointers: PointerWords
  /// The names of time zones.
  let zones: ZoneNames
  /// The files of regions, which `demandSoundFiles()` looks at; `Region` reads those of the program.
  let regionFiles: [PolicyFile]
  private let shelf: LanguageShelf
  let anchors: AnchorSearch
  /// Everyday words of all languages.
  private let hints: AnchorSearch
  /// Words of a language that are anchors of others.
  private let homographs: AnchorSearch

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
    homographs = AnchorSearch([[]] + shelf.heads.map(\.homographs))
  }

  /// The inverse of the least share of everyday words, relative to the most frequent language, for a language to count.
  private static let fairShare = 4
  /// The same for the language of most of a text.
  private static let largeShare = 2
  /// The distance in bytes within which everyday words are looked for around a part of a text that has none.
  private static let reach = 512
  /// The length in bytes below which a line is short.
  private static let shortLine = 100
  /// The length in bytes below which a line may be a label in another language than the text.
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
      // A single capitalised word is a name even if it is not known.
      for name in agency.names {
        let words = Lexer.words(of: name)
        guard words.count > 1 || name.lowercased() == name else { continue }
        names.append((name, .holder(.name)))
        // The full stop of a legal form belongs to the name, whether or not the file has it.
        if let last = words.last, last.utf8.count <= 4, forms.contains(last[...]) {
          names.append((name + ".", .holder(.name)))
        }
      }
    }
    return names
  }

  /// Every language, the shared one first.
  ///
  /// - Throws: `YAMLFault` with the place of an error in one of their files.
  func allLanguages() throws(YAMLFault) -> [Language] { [shared] + (try shelf.all()) }

  /// The possible languages of a text: those with an anchor or an everyday word in it; for a text with neither, such
  /// as a name, those of the start of the body that it belongs to, or else all.
  func languages(in text: [UInt8], beside body: [UInt8] = []) -> [Language] {
    let text = AnchorText(text).bytes
    let all = TextRange(0, text.count)
    let own = anchors.languages(in: text, all)
      .union(hints.languages(in: text, all, oneIn: Self.fairShare))
    return languages(own.isEmpty ? languagesAround(TextRange(0, 0), in: body) : own)
  }

  /// The possible languages of a part of a body with an anchor.
  ///
  /// Prose contains many everyday words of other languages, such as “on”, which is one in Finnish, and anchors
  /// shared by all languages, such as `OUT`: languages without an anchor of their own count only with a fair share
  /// of everyday words.
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

  /// The languages of a line without an anchor: those of its everyday words that are also frequent in the text
  /// around it; the union of both sets if they have none in common; empty if no language is known.
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

  /// The possible languages of a notice in a part of a text: those with an anchor there.
  ///
  /// Among languages that share an anchor the everyday words decide, those of the part or else those around it; if
  /// the only anchors are shared by all languages, the result is that of `languages(inBody:)`.
  func languages(anchoredIn text: [UInt8], _ range: TextRange) -> [Language] {
    let all = anchors.languages(in: text, range).subtracting(LanguageSet(0))
    guard !all.isEmpty else { return languages(inBody: text, range) }
    let spoken = hints.languages(in: text, range, oneIn: Self.fairShare)
    if all.count == 1, spoken.isSuperset(of: all) { return languages(all) }
    let found = anchors(in: text, range, spoken: spoken).subtracting(LanguageSet(0))
    return found.isEmpty ? languages(inBody: text, range) : languages(found)
  }

  /// The languages of the anchors in a part of a text; for an anchor shared by several, only the spoken ones among
  /// them, and none for a word of a spoken language that is an anchor only of others.
  ///
  /// In a line of a few words one word of another language, such as the zones `ET` and `EST` in French, is already
  /// a fair share, so the languages around the line count as well. A label that starts with an anchor, such as
  /// “EMBARGO samedi 6h”, may be above a story in another language, and in any language that has it.
  private func anchors(in text: [UInt8], _ range: TextRange, spoken: LanguageSet) -> LanguageSet {
    if range.count < Self.label, anchors.first(in: text, from: range.lower, to: range.upper) == range.lower {
      return anchors.languages(in: text, range)
    }
    func found(_ spoken: LanguageSet) -> LanguageSet {
      anchors.languages(in: text, range, spoken: spoken, besides: homographs)
    }
    let own = spoken.isEmpty ? LanguageSet() : found(spoken)
    guard spoken.isEmpty || range.count < Self.shortLine else { return own }
    return own.union(found(languagesAround(range, in: text)))
  }
}
