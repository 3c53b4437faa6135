internal import Foundation

/// Names of languages, as documents give the one that they were translated from.
enum LanguageNames {
  /// Whether a text is a language's code, or its name in English, in itself, or in the language that it is written in.
  ///
  /// - Parameter language: the tag of the language that the text is written in, where it is known.
  static func isLanguage(_ text: String, in language: String?) -> Bool {
    let name = text.lowercased()
    let primary = name.split { !$0.isLetter }.first.map(String.init) ?? ""
    return Locale.LanguageCode.isoLanguageCodes.contains { code in
      let code = code.identifier
      if code == primary { return primary.utf8.count == name.utf8.count || name.utf8.count <= longestTag }
      return ["en", code, language ?? "en"].contains {
        Locale(identifier: $0).localizedString(forLanguageCode: code)?.lowercased() == name
      }
    }
  }

  /// A tag with a script and a region has no more bytes.
  private static let longestTag = 10
}
