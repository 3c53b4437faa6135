/// A web address, reduced to the parts that are compared: host and path.
struct WebAddress: Hashable {
  let host: String
  let path: String

  /// Nil for text that is not an address; the scheme may be missing.
  init?(_ text: String) {
    var rest = Substring(text.lowercased())
    if let scheme = rest.firstRange(of: "//") { rest = rest[scheme.upperBound...] }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    let name = rest[..<end].split(separator: ":").first.map(String.init) ?? ""
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), !text.contains(where: \.isWhitespace) else {
      return nil
    }
    host = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
    let tail = rest[end...].prefix { $0 != "?" && $0 != "#" }
    path = tail.split(separator: "/").joined(separator: "/")
  }

  /// Whether it equals the other address or lies below its path on the same site.
  func isPart(of other: WebAddress) -> Bool {
    guard host == other.host || host.hasSuffix(".\(other.host)") else { return false }
    return other.path.isEmpty || path == other.path || path.hasPrefix(other.path + "/")
  }
}
