/// A path pattern: `*` matches anything within a name, `**` any folders, `?` a single character.
struct PathPattern {
  private let parts: [[Unicode.Scalar]]

  /// A pattern as written.
  init(_ text: String) { parts = text.split(separator: "/").map { Array($0.unicodeScalars) } }

  /// Whether a path matches.
  ///
  /// - Complexity: the product of both lengths.
  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    return Self.matches(parts, names, isAny: { $0 == ["*", "*"] }) { Self.matchesName($0, $1) }
  }

  private static func matchesName(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    matches(pattern, name, isAny: { $0 == "*" }) { $0 == "?" || $0 == $1 }
  }

  /// Backtracks only to the last wildcard, so that no pattern is slow.
  private static func matches<Part, Item>(
    _ pattern: [Part], _ items: [Item], isAny: (Part) -> Bool, one: (Part, Item) -> Bool
  ) -> Bool {
    var (p, i) = (0, 0)
    var back: (pattern: Int, item: Int)?
    while i < items.count {
      if p < pattern.count, isAny(pattern[p]) {
        back = (p, i)
        p += 1
      } else if p < pattern.count, one(pattern[p], items[i]) {
        p += 1
        i += 1
      } else if let last = back {
        p = last.pattern + 1
        i = last.item + 1
        back = (last.pattern, i)
      } else {
        return false
      }
    }
    while p < pattern.count, isAny(pattern[p]) { p += 1 }
    return p == pattern.count
  }
}
