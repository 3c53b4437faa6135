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

extension String {
  /// The address that a reference means at a base address (RFC 3986, 5.2): `2026/one.html` at `https://a.example/news/`.
  ///
  /// The reference itself if it is whole, or if the base is none.
  func resolved(at base: String) -> String {
    guard !isWhole, let scheme = base.firstIndex(of: ":"), base[scheme...].hasPrefix("://") else {
      return self
    }
    if hasPrefix("//") { return base[...scheme] + self }
    let host = base.index(scheme, offsetBy: 3)
    let hostEnd = base[host...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    let pathEnd = base[hostEnd...].firstIndex { "?#".contains($0) } ?? base.endIndex
    let queryEnd = base[pathEnd...].firstIndex(of: "#") ?? base.endIndex
    switch first {
    case nil: return String(base[..<queryEnd])
    case "#": return base[..<queryEnd] + self
    case "?": return base[..<pathEnd] + self
    case "/": return base[..<hostEnd] + withoutDots
    default:
      let folder = base[hostEnd..<pathEnd].lastIndex(of: "/").map { base[hostEnd...$0] } ?? "/"
      return base[..<hostEnd] + (folder + self).withoutDots
    }
  }

  /// Whether it begins with a scheme: `https:`, `mailto:`.
  private var isWhole: Bool {
    guard let colon = firstIndex(where: { ":/?#".contains($0) }), self[colon] == ":" else { return false }
    return first.map { $0.isASCII && $0.isLetter } ?? false
  }

  /// A path without the steps `.` and `..`, with the query behind it.
  private var withoutDots: String {
    let end = firstIndex { "?#".contains($0) } ?? endIndex
    var steps: [Substring] = []
    let all = self[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, step) in all.enumerated() {
      let isLast = index == all.count - 1
      switch step {
      case "..":
        _ = steps.popLast()
        if isLast { steps.append("") }
      case ".": if isLast { steps.append("") }
      default: steps.append(step)
      }
    }
    return "/" + steps.joined(separator: "/") + self[end...]
  }
}
