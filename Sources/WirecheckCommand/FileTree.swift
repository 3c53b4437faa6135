import Glibc
import WireReports

/// Files below folders: listed in order, links not followed, nothing opened.
enum FileTree {
  /// What naming paths on the command line comes to.
  struct Listing {
    /// The files to read, in order.
    var files: [String] = []
    /// Files below folders that no reader is made for, and links.
    var leftAside = 0
    /// Names that are no UTF-8 and folders that cannot be listed, made safe to print.
    var unreadable: [String] = []
  }

  /// The files that paths stand for: a folder stands for all files below it whose extension a reader knows, except
  /// for hidden ones.
  static func files(_ paths: [String]) -> Listing {
    var listing = Listing()
    for path in paths {
      if isFolder(path) { list(path, into: &listing) } else { listing.files.append(path) }
    }
    return listing
  }

  /// The files below a folder that one of some patterns names, in order; `*` is anything within a name, `**` any
  /// folders.
  static func matching(_ patterns: [String], except excluded: [String] = [], in folder: String) -> [String] {
    let prefix = folder == "." ? "" : folder + "/"
    let wanted = patterns.map { PathPattern($0) }
    let unwanted = excluded.map { PathPattern($0) }
    var result: [String] = []
    var folders = [""]
    while let next = folders.popLast() {
      for entry in entries(prefix + (next.isEmpty ? "" : next), orCurrent: folder) ?? [] {
        let path = next.isEmpty ? entry.name : "\(next)/\(entry.name)"
        if entry.isFolder {
          if !entry.name.hasPrefix(".") { folders.append(path) }
        } else if entry.isFile, wanted.contains(where: { $0.matches(path) }),
          !unwanted.contains(where: { $0.matches(path) })
        {
          result.append(prefix + path)
        }
      }
    }
    return result.sorted()
  }

  private struct Entry {
    var name: String
    var isFolder: Bool
    var isFile: Bool
  }

  private static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "xht", "txt", "text", "xml", "nitf",
    "newsml",
    "wxr", "rss", "atom", "rdf", "tst", "anpa", "iptc", "json", "jsonl", "ndjson", "docx", "docm", "odt",
    "ott",
    "rtf", "eml", "mbox", "warc", "arc", "zip", "tar", "tgz",
  ]

  private static func list(_ root: String, into listing: inout Listing) {
    var files: [String] = []
    var folders = [root]
    while let folder = folders.popLast() {
      guard let entries = entries(folder, orCurrent: ".") else {
        listing.unreadable.append(TerminalText.escaped(folder))
        continue
      }
      for entry in entries where !entry.name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
        if entry.name.unicodeScalars.contains("\u{FFFD}") {
          listing.unreadable.append(TerminalText.escaped(path))
        } else if entry.isFolder {
          folders.append(path)
        } else if entry.isFile, isReadable(entry.name) {
          files.append(path)
        } else {
          listing.leftAside += 1
        }
      }
    }
    listing.files += files.sorted()
  }

  private static func isReadable(_ name: String) -> Bool {
    var parts = name.lowercased().split(separator: ".")
    if parts.count > 2, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 && extensions.contains(String(parts[parts.count - 1]))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(_ path: String, orCurrent current: String) -> [Entry]? {
    guard let folder = opendir(path.isEmpty ? current : path) else { return nil }
    defer { closedir(folder) }
    var result: [Entry] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let full = path.isEmpty ? name : "\(path)/\(name)"
      guard lstat(full, &status) == 0 else {
        result.append(Entry(name: name, isFolder: false, isFile: false))
        continue
      }
      let kind = status.st_mode & S_IFMT
      result.append(Entry(name: name, isFolder: kind == S_IFDIR, isFile: kind == S_IFREG))
    }
    return result
  }
}

/// A pattern of paths: `*` is anything within a name, `**` any folders, `?` one letter.
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

  /// Matches with the last wildcard as the only place to come back to, so that no pattern is slow.
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
