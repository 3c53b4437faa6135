/// The prefixes that modules of feeds and exports usually have, by which readers tell them.
///
/// A prefix is only a name for a namespace, and a feed or an export that went through other software may have another one:
/// `<ns1:encoded xmlns:ns1="http://purl.org/rss/1.0/modules/content/">`.
enum UsualPrefixes {
  private static let known: [String: String] = [
    "purl.org/rss/1.0/modules/content": "content", "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/terms": "dcterms", "search.yahoo.com/mrss": "media", "video.search.yahoo.com/mrss": "media",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "schemas.google.com/blogger/2008": "blogger", "schemas.google.com/blogger/2018": "blogger",
    "ap.org/schemas/03/2005/apnm": "apnm", "ap.org/schemas/03/2005/apcm": "apcm",
  ]

  /// The usual prefix for a namespace; nil for one that is not among them.
  static func prefix(of namespace: String) -> String? {
    guard let scheme = ["http://", "https://"].first(where: namespace.hasPrefix) else { return nil }
    let address = namespace.dropFirst(scheme.count)
    let bare = address.last == "/" ? address.dropLast() : address
    // The address has the version of the export in it.
    if bare.hasPrefix("wordpress.org/export/") { return bare.hasSuffix("/excerpt") ? "excerpt" : "wp" }
    return known[bare.lowercased()]
  }
}
