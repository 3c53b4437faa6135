import WireTrees

/// Terms of schema.org, written alone or with their vocabulary: `articleBody`, `schema:articleBody`,
/// `https://schema.org/articleBody` (JSON-LD 1.1, section 4.1.5, compact and expanded forms).
extension JSONValue {
  /// The value of a property; the first that is not null.
  ///
  /// - Parameter lowercased: the term in lower case, or a keyword: `articlebody`, `@id`.
  func term(_ lowercased: String) -> JSONValue? {
    member(lowercased)
      ?? members.first { $0.hasVocabulary && $0.term.lowercased() == lowercased && !$0.value.isNull }?.value
  }
}

extension JSONValue.Member {
  /// The key without the vocabulary.
  var term: Substring {
    let vocabulary = Self.vocabularies.first(where: key.hasPrefix)
    return key.dropFirst(vocabulary?.count ?? 0)
  }

  fileprivate var hasVocabulary: Bool { Self.vocabularies.contains(where: key.hasPrefix) }

  private static let vocabularies = ["schema:", "http://schema.org/", "https://schema.org/"]
}
