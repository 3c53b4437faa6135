internal import Foundation

/// Names of languages, as documents use them to say what they were translated from.
enum LanguageNames {
  /// Whether a text is a language code, or a language's name in English, in that language itself, or in `language`.
  ///
  /// - Parameter language: the tag of the language that the text is written in, if known.
  static func isLanguage(_ text: String, in language: String?) -> Bool {
    let name = text.lowercased()
    let primary = name.split { !$0.isLetter }.first.map(String.init) ?? ""
    if codes.contains(primary), primary.utf8.count == name.utf8.count || name.utf8.count <= longestTag {
      return true
    }
    if known.contains(name) { return true }
    guard let language, language != "en" else { return false }
    let locale = Locale(identifier: language)
    return codes.contains { locale.localizedString(forLanguageCode: $0)?.lowercased() == name }
  }

  private static let codes = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier))

  /// The names of all languages in English and in themselves, in small letters.
  private static let known: Set<String> = {
    let english = Locale(identifier: "en")
    return Set(
      codes.flatMap { code in
        [english, Locale(identifier: code)].compactMap {
          $0.localizedString(forLanguageCode: code)?.lowercased()
        }
      })
  }()

  /// A tag with a script and a region has no more bytes.
  private static let longestTag = 10
}
