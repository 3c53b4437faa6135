/// Names paths from one folder, in whichever way they were typed.
///
/// Only the text of a path is looked at: `.` and `..` are resolved, links are not followed.
public struct PathNames: Sendable, Hashable {
  private let current: [Substring]
  private let base: [Substring]

  /// Names from a folder.
  ///
  /// - Parameters:
  ///   - base: the folder that names count from; an absolute path, or seen from the current folder.
  ///   - current: the absolute path of the folder that relative paths start from; empty where it is not known.
  public init(from base: String = "", current: String = "") {
    self.current = Self.tidied(current, from: [])
    self.base = Self.tidied(base, from: self.current)
  }

  /// The path from the folder; of what lies outside of it, the absolute path.
  public func name(of path: String) -> String {
    let parts = Self.tidied(path, from: current)
    let isBelow = base.isEmpty ? !path.hasPrefix("/") : parts.starts(with: base)
    return (isBelow ? "" : "/") + parts.dropFirst(isBelow ? base.count : 0).joined(separator: "/")
  }

  private static func tidied(_ path: String, from start: [Substring]) -> [Substring] {
    var parts = path.hasPrefix("/") ? [] : start
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty, parts.last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return parts
  }
}
