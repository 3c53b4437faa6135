import WireText

/// What JSON-LD states about an article besides its text; `name` is the prefix of the resulting keys.
extension LinkedData {
  /// The author and the distributor of the article.
  func fields(_ name: String) -> [Field] {
    Self.fields.flatMap { key, field in
      all(key).map { Field(field, $0.text, key: "\(name): \(key)", place: $0.place) }
    }
  }

  /// The works that the article is based on.
  func originals(_ name: String) -> [Field] {
    all("isbasedon").map { Field(.original, $0.text, key: "\(name): isBasedOn", place: $0.place) }
  }

  /// The rights in the article.
  func rights(_ name: String) -> [RightsField] {
    Self.rights.flatMap { key, kind in
      all(key).map { text, place in
        RightsField(HTMLPage.isAddress(text) ? .link : kind, text, key: "\(name): \(key)", range: place)
      }
    }
  }

  private static let fields: [(String, Field.Name)] = [
    ("author", .author), ("creator", .author), ("publisher", .provider), ("sourceorganization", .source),
    ("provider", .provider), ("credittext", .credit), ("dateline", .dateline),
    ("alternativeheadline", .title), ("isaccessibleforfree", .other), ("genre", .other),
  ]
  private static let rights: [(String, RightsField.Kind)] = [
    ("copyrightnotice", .notice), ("copyrightholder", .holder), ("license", .terms), ("usageinfo", .terms),
    ("acquirelicensepage", .link), ("conditionsofaccess", .terms), ("credittext", .credit),
  ]
}
