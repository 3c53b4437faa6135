import WireTrees

extension JSONValue {
  /// The values of a field that has one per language, keyed by language tag; nil for any other value.
  var byLanguage: [Member]? {
    let languages = members.filter { !$0.key.hasPrefix("_") }
    guard !languages.isEmpty, languages.allSatisfy({ Self.isLanguage($0.key) && !$0.value.isNumber }) else {
      return nil
    }
    return languages
  }

  private var isNumber: Bool {
    if case .number = content { true } else { false }
  }

  /// Whether a key is a language tag: `en`, `en-US`, `zh-Hans-CN`.
  static func isLanguage(_ key: String) -> Bool {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard !notLanguages.contains(key), let language = parts.first, (2...3).contains(language.count) else {
      return false
    }
    return language.allSatisfy { $0.isLetter && $0.isLowercase }
      && parts.dropFirst().allSatisfy { (2...8).contains($0.count) }
  }

  /// Short keys of formats that are not language tags.
  private static let notLanguages: Set<String> = [
    "sys", "id", "by", "url", "uri", "src", "alt", "key", "ref", "tag",
  ]
}
