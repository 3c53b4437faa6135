extension String {
  /// Whether the text is only an address on the web, whole or relative to a site: `https://a.example/terms`, `/terms`.
  var isAddress: Bool { isWebAddress || isSiteAddress }

  /// Whether the text is an address on the web.
  var isWebAddress: Bool {
    let start = prefix(8).lowercased()
    if ["http://", "https://"].contains(where: start.hasPrefix) { return true }
    return start.hasPrefix("//") && !contains(where: \.isWhitespace)
  }

  /// Whether the text is an address relative to a site.
  private var isSiteAddress: Bool {
    ["/", "./", "../"].contains(where: hasPrefix) && utf8.count > 1 && !contains(where: \.isWhitespace)
  }
}
