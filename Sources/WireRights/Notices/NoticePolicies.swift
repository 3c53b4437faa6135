public import Policies
public import WireYAML

/// Everything that reading a notice needs to know: languages, agencies and public licences.
///
/// Made once from the files that are embedded in the program, and passed around.
public struct NoticePolicies: Sendable {
  /// The agencies.
  public let agencies: AgencyDirectory
  let publishers: PublisherNames
  let licences: [LicenceName]
  let lexicons: [Lexicon]
  let phrases: PhraseTable
  let abbreviations: Set<String>
  /// The names of months in all languages, as one word each.
  let months: Set<String>
  let anchors: AnchorSearch

  /// Reads all files of `Policies/`.
  ///
  /// - Parameters:
  ///   - extra: the agencies that a newsroom's configuration adds.
  ///   - files: the policies; those that come with the program.
  /// - Throws: `YAMLFault` with the place; also where an added agency has the identifier or name of another.
  public init(agencies extra: [Agency] = [], files: [PolicyFile] = PolicyFile.everything) throws(YAMLFault) {
    agencies = try AgencyDirectory(adding: extra, files: files)
    publishers = try PublisherNames(files)
    licences = try LicenceName.all(in: files)
    var lexicons: [Lexicon] = []
    for file in files.all(in: "Languages") {
      lexicons.append(try Lexicon(parsing: file.text, file: file.path))
    }
    // What all languages share stands first.
    lexicons = lexicons.filter { $0.language == "und" } + lexicons.filter { $0.language != "und" }
    var phrases = PhraseTable()
    var abbreviations: Set<String> = []
    for (language, lexicon) in lexicons.enumerated() {
      for entry in lexicon.entries {
        let place = PolicyPlace(file: lexicon.file, position: entry.position)
        phrases.add(entry.phrase, entry.concepts, language: language, place: place)
      }
      for clitic in lexicon.clitics { phrases.add(clitic: clitic) }
      for word in lexicon.abbreviations {
        abbreviations.insert(Lexer.words(of: word).joined())
      }
    }
    for licence in licences {
      for name in licence.names {
        phrases.add(name, [.licence(.named(licence.id))], language: 0)
      }
      for (version, names) in licence.versionNames {
        for name in names { phrases.add(name, [.licence(.named("\(licence.id) \(version)"))], language: 0) }
      }
    }
    let forms = Set(
      lexicons.flatMap(\.entries).filter { $0.concepts.contains(.holder(.suffix)) }.map(\.phrase))
    for agency in agencies.agencies {
      // A single capital word is a name without being known.
      for name in [agency.name] + agency.aliases
      where name.lowercased() == name || Lexer.words(of: name).count > 1 {
        phrases.add(name, [.holder(.name)], language: 0)
        // The full stop of a legal form belongs to the name, whether the file writes it or not.
        if let last = Lexer.words(of: name).last, last.utf8.count <= 4, forms.contains(last) {
          phrases.add(name + ".", [.holder(.name)], language: 0)
        }
      }
    }
    months = Set(
      lexicons.flatMap(\.entries).filter { $0.concepts.contains(where: \.isMonth) }
        .map { Lexer.words(of: $0.phrase).joined() })
    anchors = AnchorSearch(lexicons.flatMap(\.anchors) + licences.flatMap(\.anchors))
    self.lexicons = lexicons
    self.phrases = phrases
    self.abbreviations = abbreviations
  }
}
