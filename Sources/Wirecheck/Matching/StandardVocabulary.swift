internal import Policies
internal import WireRights
public import WireText
public import WireYAML

extension Vocabulary {
  /// The built-in language data, one file per language in `Policies/Matching`; English is used for a text whose
  /// language is unknown.
  ///
  /// - Throws: `YAMLFault` if the data is invalid.
  public static func standard() throws(YAMLFault) -> Vocabulary {
    var languages: [Language] = []
    for file in PolicyFile.all(in: "Matching") {
      var reader = try YAMLReader(file.tree(), file: file.path)
      var language = Language(
        name: String(file.path.dropFirst("Matching/".count).prefix { $0 != "." }),
        functionWords: try reader.required("function-words").texts())
      for element in try reader.optional("endings")?.elements() ?? [] {
        language.endings += try endings(element)
      }
      language.capitalisesNouns = try reader.optional("capitalises-nouns")?.flag() ?? false
      for element in try reader.optional("synonyms")?.elements() ?? [] {
        language.synonyms.append(try element.texts())
      }
      try reader.finish()
      languages.insert(language, at: language.name == "en" ? 0 : languages.count)
    }
    return Vocabulary(languages)
  }

  /// The endings that are stripped from words of a minimum length.
  private static func endings(_ field: YAMLField) throws(YAMLFault) -> [Ending] {
    var reader = try field.mapping()
    let least = try reader.required("least").integer()
    let replacement = try reader.optional("as")?.text() ?? ""
    let endings = try reader.required("endings").texts().map {
      Ending($0, replacement: replacement, least: least)
    }
    try reader.finish()
    return endings
  }
}
