internal import WireTrees

/// The short names of IRIs: a substitute for JSON-LD contexts, for the vocabularies used for rights.
struct ODRLNames: Sendable {
  /// The IRI of our profile of ODRL, the prefix of its terms.
  ///
  /// ODRL requires a permanent IRI for a profile. A UUID depends on no web address that somebody has to maintain:
  /// the program itself serves the profile. It is the version 5 UUID (RFC 9562) of the name
  /// `http://www.w3.org/ns/odrl/2/profile/wire-rights/1` in the URL namespace; a profile that changed the meaning
  /// of a term would be number 2, with another UUID.
  static let profile = "urn:uuid:b2d3cb6e-bd5b-5f7c-89c7-96c9d3d91ef1#"
  /// The IRI used by drafts of the profile; still read, but no longer written.
  private static let draftProfile = "https://example.org/ns/wire-rights#"

  /// Prefixes and terms that a document's own context declares, each with its IRI.
  private var declared: [String: String] = [:]
  /// The most terms of contexts that are read.
  private static let mostTerms = 1000

  /// Adds the terms of a context; remote contexts are not fetched.
  mutating func declare(_ context: JSONValue, in bytes: [UInt8]) {
    for element in context.elements {
      for member in element.members where declared.count < Self.mostTerms {
        let value = member.value.members.first { $0.key == "@id" }?.value ?? member.value
        if let iri = value.text(in: bytes), value.isString { declared[member.key] = iri }
      }
    }
  }

  /// Adds an XML prefix.
  mutating func declare(prefix: String, _ namespace: String) { declared[prefix] = namespace }

  /// The short name of a term, a prefixed name or an IRI.
  func name(_ written: String) -> String {
    let iri = expanded(written)
    for (namespace, prefix) in Self.known where iri.hasPrefix(namespace) {
      return prefix + iri.dropFirst(namespace.utf8.count)
    }
    return iri
  }

  private func expanded(_ written: String) -> String {
    // A term may be declared by a prefixed name; that name is not looked up as a term again.
    let written = declared[written].flatMap { $0.hasSuffix("/") || $0.hasSuffix("#") ? nil : $0 } ?? written
    guard let colon = written.firstIndex(of: ":") else { return written }
    let prefix = String(written[..<colon])
    let rest = written[written.index(after: colon)...]
    guard !rest.hasPrefix("//"), let namespace = declared[prefix] ?? Self.usual[prefix] else {
      return written
    }
    return namespace + rest
  }

  /// Namespaces and the prefixes under which their names are known; ODRL's own names have none.
  private static let known: [(namespace: String, prefix: String)] = [
    ("http://www.w3.org/ns/odrl/2/", ""), ("https://www.w3.org/ns/odrl/2/", ""),
    ("http://w3.org/ns/odrl/2/", ""), ("https://w3.org/ns/odrl/2/", ""),
    ("http://www.w3.org/ns/odrl/vocab#", ""), ("http://w3.org/ns/odrl/vocab#", ""),
    (profile, "wr:"), (draftProfile, "wr:"),
    ("http://creativecommons.org/ns#", "cc:"), ("https://creativecommons.org/ns#", "cc:"),
    ("http://www.w3.org/ns/tdmrep#", "tdm:"), ("https://www.w3.org/ns/tdmrep#", "tdm:"),
    ("http://www.w3.org/ns/tdmrep/", "tdm:"), ("https://www.w3.org/ns/tdmrep/", "tdm:"),
    ("http://iptc.org/std/RightsML/2.0/", "rightsml:"), ("https://iptc.org/std/RightsML/2.0/", "rightsml:"),
    ("http://iptc.org/std/RightsML/2011-10-07/", "rightsml:"),
    ("http://iptc.org/std/RightsML/odrl-profile/", "rightsml:"),
    ("https://iptc.org/std/RightsML/odrl-profile/", "rightsml:"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
    ("http://www.w3.org/2000/01/rdf-schema#", "rdfs:"),
    ("http://purl.org/dc/terms/", "dcterms:"), ("http://purl.org/dc/elements/1.1/", "dc:"),
    ("http://schema.org/", "schema:"), ("https://schema.org/", "schema:"),
    ("http://www.w3.org/2006/vcard/ns#", "vcard:"), ("http://xmlns.com/foaf/0.1/", "foaf:"),
    ("http://www.w3.org/2001/XMLSchema#", "xsd:"), ("http://www.w3.org/2004/02/skos/core#", "skos:"),
  ]

  /// Prefixes that are commonly used without a declaration.
  private static let usual: [String: String] = [
    "odrl": "http://www.w3.org/ns/odrl/2/", "wr": profile, "cc": "http://creativecommons.org/ns#",
    "tdm": "http://www.w3.org/ns/tdmrep#", "rightsml": "http://iptc.org/std/RightsML/2.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dct": "http://purl.org/dc/terms/", "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/", "schema": "http://schema.org/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "skos": "http://www.w3.org/2004/02/skos/core#",
  ]
}
