import WireDocuments
import WireReports
import Wirecheck

/// What naming paths on the command line comes to.
struct FileListing {
  /// The files to read, in order.
  var files: [String] = []
  /// Files below folders that hold nothing to read, by the reason.
  private(set) var leftAside: [RunRecord.LeftAside] = []
  /// What cannot be read at all, in folders that were named.
  var unreadable: [ReadingFault] = []
  /// Files below folders whose names say nothing of a text: their content has to.
  private var doubtful: Set<String> = []
  /// Files of data below folders, such as `package.json`, which may hold documents or settings.
  private var data: Set<String> = []

  /// Names that promise a document, so that it is a fault where there is none.
  private static let extensions: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mdx", "html", "htm", "xhtml", "xht", "txt", "text", "xml", "nitf",
    "newsml", "wxr", "rss", "atom", "rdf", "tst", "anpa", "iptc", "json", "jsonl", "ndjson", "docx", "docm",
    "odt", "ott", "odm", "odp", "ods", "rtf", "eml", "mbox", "warc", "arc", "zip", "tar", "tgz",
  ]

  /// Adds files that stand in a folder.
  mutating func add(_ found: [String]) {
    files += found
    doubtful.formUnion(found.filter { !Self.promisesText($0) })
    data.formUnion(found.filter { $0.lowercased().hasSuffix(".json") })
  }

  /// Notes that a file holds nothing to read.
  mutating func leaveAside(_ path: String, _ reason: String) {
    let index = leftAside.firstIndex { $0.reason == reason } ?? leftAside.endIndex
    if index == leftAside.endIndex { leftAside.append(.init(reason: reason)) }
    leftAside[index].add(path)
  }

  /// Whether a fault is no more than that a file of a folder turned out to be no document; if so, it is left aside.
  ///
  /// - Parameter isSite: whether the folder is a site's, with settings and data beside its drafts, rather than a feed.
  mutating func leavesAside(_ fault: ReadingFault, isSite: Bool = false) -> Bool {
    guard doubtful.contains(fault.path) || isSite && data.contains(fault.path) else { return false }
    switch fault.code {
    case "unknown-format": leaveAside(fault.path, "nothing that a reader knows")
    case "empty-input": leaveAside(fault.path, "empty")
    default: return false
    }
    return true
  }

  /// What was left aside, in a line for each reason.
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
  /// A name that another one in the folder is written as, or a folder that cannot be listed.
  static func unlistable(_ path: String) -> ReadingFault {
    ReadingFault(
      "cannot-open", path: TerminalText.escaped(path), "the name or the folder cannot be read",
      next: "rename it, or check permissions")
  }

  /// A link out of the folders that were named.
  static func link(_ path: String) -> ReadingFault {
    ReadingFault(
      "link", path: path, "a link that leads out of the folder, which is not followed",
      next: "name what it leads to as well, or remove the link")
  }
}
