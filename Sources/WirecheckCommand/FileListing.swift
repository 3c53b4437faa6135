import WireDocuments
import WireReports
import Wirecheck

/// The files that the command line's paths expand to.
struct FileListing {
  /// The files to read, in order.
  var files: [String] = []
  /// Files in folders that contain nothing to read, by reason.
  private(set) var leftAside: [RunRecord.LeftAside] = []
  /// Paths in the given folders that cannot be read at all.
  var unreadable: [ReadingFault] = []
  /// Files in folders whose names do not indicate text, so that their content decides.
  private var doubtful: Set<String> = []
  /// Data files in folders, such as `package.json`, which may contain documents or settings.
  private var data: Set<String> = []

  /// Extensions of document files; such a file without a document is a fault.
  private static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "xht", "txt", "text", "xml", "nitf",
    "newsml", "wxr", "rss", "atom", "rdf", "tst", "anpa", "iptc", "json", "jsonl", "ndjson", "docx", "docm",
    "odt", "ott", "odm", "odp", "ods", "rtf", "eml", "mbox", "warc", "arc", "zip", "tar", "tgz",
  ]

  /// Adds files found in a folder.
  mutating func add(_ found: [String]) {
    files += found
    doubtful.formUnion(found.filter { !Self.promisesText($0) })
    data.formUnion(found.filter { $0.lowercased().hasSuffix(".json") })
  }

  /// Records that a file contains nothing to read.
  mutating func leaveAside(_ path: String, _ reason: String) {
    let index = leftAside.firstIndex { $0.reason == reason } ?? leftAside.endIndex
    if index == leftAside.endIndex { leftAside.append(.init(reason: reason)) }
    leftAside[index].add(path)
  }

  /// Whether a fault only means that a file in a folder is not a document; if so, the file is recorded as skipped.
  ///
  /// - Parameter isSite: whether the folder is a site's, with settings and data among its drafts, rather than a feed.
  mutating func leavesAside(_ fault: ReadingFault, isSite: Bool = false) -> Bool {
    guard doubtful.contains(fault.path) || isSite && data.contains(fault.path) else { return false }
    switch fault.code {
    case "unknown-format": leaveAside(fault.path, "nothing that a reader knows")
    case "empty-input": leaveAside(fault.path, "empty")
    default: return false
    }
    return true
  }

  /// The skipped files, one line for each reason.
  var remarks: [String] {
    leftAside.map { aside in
      let more = aside.files > aside.paths.count ? " and \(aside.files - aside.paths.count) more" : ""
      return
        "left aside (\(aside.reason)): \(TerminalText.escaped(aside.paths.joined(separator: ", ")))\(more)"
    }
  }

  private static func promisesText(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    var parts = name.lowercased().split(separator: ".")
    if parts.count > 2, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 && extensions.contains(String(parts[parts.count - 1]))
  }
}

extension ReadingFault {
  /// A name that is written the same way as another one in the folder, or a folder that cannot be listed.
  static func unlistable(_ path: String) -> ReadingFault {
    ReadingFault(
      "cannot-open", path: TerminalText.escaped(path), "the name or the folder cannot be read",
      next: "rename it, or check permissions")
  }

  /// A link that leads out of the given folders.
  static func link(_ path: String) -> ReadingFault {
    ReadingFault(
      "link", path: path, "a link that leads out of the folder, which is not followed",
      next: "name what it leads to as well, or remove the link")
  }
}
