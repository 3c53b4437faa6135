import WireText

/// What the keys of records say about rights, for all formats whose keys people choose: front matter, CSV, JSON.
///
/// Names are in the normal form of `StoryKeys.normal`. A reader adds only the names that its format alone has.
enum RightsKeys {
  /// The kinds of statements by the names of their keys.
  static let kinds: [String: RightsField.Kind] = [
    "copyright": .notice, "copyrightnotice": .notice, "copyrightline": .notice, "notice": .notice,
    "rights": .notice, "rightsnotice": .notice,
    "copyrightholder": .holder, "copyrightowner": .holder, "rightsholder": .holder, "rightsowner": .holder,
    "license": .terms, "licence": .terms, "licenses": .terms, "licences": .terms, "licenseurl": .terms,
    "licenceurl": .terms,
    "terms": .terms, "termsofuse": .terms, "termsofusage": .terms, "usage": .terms, "usageterms": .terms,
    "usagerights": .terms, "usageinstructions": .terms, "usagerestrictions": .terms, "restrictions": .terms,
    "restriction": .terms, "rightsline": .terms, "outinginstructions": .terms,
    "linkedrights": .link, "encodedrights": .expression, "rightsexpression": .expression,
    "tdmreservation": .dataMining, "datamining": .dataMining,
  ]

  /// What a key of a record of one story states about it, in any spelling; nil for other keys.
  ///
  /// A site's own key counts if each of its words is about the story: `reprint_rights`, but not `image_rights`.
  static func kind(ofStory key: String) -> RightsField.Kind? {
    if let kind = ofStory[StoryKeys.normal(key)] { return kind }
    guard case .rights(let kind) = MetaKey(key, text: ""), KeyWords(key).isOfStory else { return nil }
    return kind
  }

  /// The kinds for records of one story, in which a credit names whom the whole of it is from.
  static let ofStory = kinds.merging([
    "credit": .credit, "credits": .credit, "creditline": .credit, "attribution": .credit, "source": .credit,
  ]) { $1 }
}

extension RightsField.Kind {
  /// A text of this kind as one line: without markup, unless it may be the statement, as in RightsML.
  func line(_ text: String) -> String { holdsMarkup ? oneLine(text) : HTMLText.line(text) }

  /// Whether markup in a text of this kind is what it says.
  var holdsMarkup: Bool { self == .expression || self == .dataMining }

  /// The kind of a text under a key of this kind: one that is only an address leads to what is stated.
  func stating(_ text: String) -> RightsField.Kind {
    switch self {
    case .notice, .holder, .terms, .note: text.isAddress ? .link : self
    // What is no address is the name of a licence, or its words.
    case .link: text.isAddress ? .link : .terms
    case .credit, .expression, .dataMining, .limited, .area, .begins, .ends: self
    }
  }
}
