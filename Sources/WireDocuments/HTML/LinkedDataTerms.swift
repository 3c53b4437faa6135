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

extension JSONValue {
  /// The objects in a value that pass a test, in arrays and in the values of some properties, in document order.
  ///
  /// - Parameters:
  ///   - containers: the properties, in lower case; those of the objects found are entered, too.
  ///   - most: the most values that are examined.
  ///   - isWanted: the test.
  /// - Returns: the objects, and whether there were more values.
  func objects(
    through containers: Set<String>, most: Int, where isWanted: (JSONValue) -> Bool
  ) -> (objects: [JSONValue], isCut: Bool) {
    var waiting = [self]
    var seen = 0
    var found: [JSONValue] = []
    while let next = waiting.popLast() {
      guard seen < most else { return (found, true) }
      seen += 1
      if case .array(let elements) = next.content {
        waiting += elements.reversed()
        continue
      }
      if isWanted(next) { found.append(next) }
      for member in next.members.reversed() where containers.contains(member.term.lowercased()) {
        waiting.append(member.value)
      }
    }
    return (found, false)
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
