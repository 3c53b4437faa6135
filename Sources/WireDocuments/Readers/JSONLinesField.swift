import WireText

/// The keys of JSON Lines beside `text`, and what each becomes.
enum JSONLinesField {
  /// Whether a key, in lower case, is read.
  static func isKnown(_ name: String) -> Bool {
    ["id", "version", "headline", "title", "language", "status"].contains(name) || fields[name] != nil
      || times[name] != nil || rights[name] != nil
  }

  /// Puts a value where it belongs.
  static func put(_ text: String, name: String, place: FileRange, into document: inout Document) {
    if let field = fields[name] {
      document.fields.append(Field(field, text, key: name, place: place))
      if field == .permalink { document.urls.append(Field(field, text, key: name, place: place)) }
    }
    if let kind = rights[name], !text.isEmpty {
      document.rights.append(RightsField(kind, text, key: name, range: place))
    }
    if let role = times[name] {
      let time = TimeField(role, raw: text, instant: Instant(reading: text))
      if role == .embargo { document.embargo = time }
      document.times.append(time)
    }
    switch name {
    case "id": document.id = text
    case "version": document.version = text
    case "headline": document.headline = oneLine(text)
    case "title": document.headline = document.headline ?? oneLine(text)
    case "language": document.language = text
    case "status": document.status = Status(StatusWords.value(text), raw: text)
    default: break
    }
  }

  private static let fields: [String: Field.Name] = [
    "agency": .provider, "provider": .provider, "source": .source, "byline": .byline, "credit": .credit,
    "creditline": .credit, "dateline": .dateline, "url": .permalink, "slug": .slug,
  ]
  private static let times: [String: TimeField.Role] = [
    "published": .published, "created": .created, "updated": .updated, "embargo": .embargo,
    "embargoed": .embargo, "expires": .expiry,
  ]
  private static let rights: [String: RightsField.Kind] = [
    "rights": .notice, "copyrightnotice": .notice, "notice": .notice, "usageterms": .terms,
    "copyrightholder": .holder, "license": .link, "licence": .link,
  ]
}

/// Text on one line: white space collapsed, none at the ends.
func oneLine(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isApart = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isApart = true
      continue
    }
    if isApart, !result.isEmpty { result.append(" ") }
    isApart = false
    result.append(scalar)
  }
  return String(result)
}

/// The words that formats use for the publication status.
enum StatusWords {
  /// The state that a word means; `unknown` for others.
  static func value(_ word: String) -> Status.Value {
    let last = word.lowercased().split { $0 == ":" || $0 == "/" || $0 == "#" }.last.map(String.init) ?? ""
    return words[last] ?? .unknown
  }

  private static let words: [String: Status.Value] = [
    "usable": .usable, "embargoed": .withheld, "withheld": .withheld, "hold": .withheld,
    "canceled": .canceled,
    "cancelled": .canceled, "killed": .canceled, "kill": .canceled, "withdrawn": .canceled, "draft": .draft,
    "auto-draft": .draft, "pending": .draft, "future": .scheduled, "scheduled": .scheduled,
    "publish": .published, "published": .published, "live": .published, "private": .private,
    "trash": .trashed, "trashed": .trashed,
  ]
}
