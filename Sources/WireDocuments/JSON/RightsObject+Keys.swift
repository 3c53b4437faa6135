/// The names of keys, in lower case without hyphens and underscores.
extension RightsObject {
  /// Keys of names; the first that is there counts.
  static let names = ["name", "title", "label", "shortname", "code", "spdx"]
  static let texts: Set<String> = [
    "value", "text", "rendered", "processed", "content", "@value", "statement",
  ]
  static let types = [
    "@type", "_type", "type", "kind", "medium", "mediatype", "mime", "mimetype", "format",
  ]
  /// Words of types that say no more than the key of the object.
  static let typeWords: Set<String> = [
    "license", "licence", "rights", "copyright", "usage", "terms", "notice", "statement", "policy",
    "reference", "document", "object", "block", "entry", "term", "taxonomy", "node", "creative", "work",
    "person", "organization", "corporation", "news", "media", "text", "html", "plain", "markdown", "rich",
    "basic", "full", "filtered",
  ]
  static let kinds = RightsKeys.kinds.merging([
    "holder": .holder, "owner": .holder, "limitations": .terms, "conditions": .terms, "note": .note,
    "notes": .note, "description": .note, "credit": .credit, "creditline": .credit, "credittext": .credit,
  ]) { $1 }
  static let addresses: Set<String> = [
    "url", "href", "link", "uri", "@id", "id", "licenseurl", "licenceurl", "deed", "sameas",
  ]
  /// Those that identify the object rather than lead to terms.
  static let references: Set<String> = ["@id", "id", "sameas"]
  static let languages: Set<String> = ["lang", "language", "locale"]
  static let owners: Set<String> = ["Person", "Organization", "NewsMediaOrganization", "Corporation"]
  /// Keys of what a system keeps about an object, which does not limit what the object states.
  static let technical: Set<String> = [
    "@context", "@type", "type", "key", "ref", "rev", "format", "createdat", "updatedat", "publishedat",
    "datecreated", "dateupdated", "usercreated", "userupdated", "slug", "documentid", "locale", "lang",
    "language", "sys", "year", "version", "sort", "order", "weight",
  ]
  /// Switches that leave what the object states as it is if they are set.
  static let switchedOn: Set<String> = [
    "active", "enabled", "valid", "applies", "applicable", "inuse", "published", "granted",
    "permitted", "allowed", "commercial", "commercialuse", "derivatives", "modification", "redistribution",
    "public", "reusable",
  ]
  /// Switches that leave what the object states as it is if they are not set.
  static let switchedOff: Set<String> = [
    "expired", "revoked", "disabled", "archived", "deprecated", "inactive", "hidden", "withdrawn", "negated",
    "not", "noncommercial", "noderivatives", "restricted", "internal", "exclusive",
    "protected",
  ]
  /// The longest part of a path of keys that is told, in characters.
  static let longestPath = 80
}
