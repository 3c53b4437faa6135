/// Names files by their paths relative to one folder, however the paths were typed.
///
/// Only the text of a path is considered: `.` and `..` are resolved, links are not followed.
public struct PathNames: Sendable, Hashable {
  private let current: [Substring]
  private let base: [Substring]

  /// Names relative to a folder.
  ///
  /// - Parameters:
  ///   - base: the folder that names are relative to; an absolute path, or one relative to the current folder.
  ///   - current: the absolute path of the folder that relative paths start from; empty if unknown.
  public init(from base: String = "", current: String = "") {
    self.current = Self.tidied(current, from: [])
    self.base = Self.tidied(base, from: self.current)
  }

  /// The path relative to the folder; the absolute path if it lies outside.
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
