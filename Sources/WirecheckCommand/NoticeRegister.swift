import Foundation
import WireYAML

/// The notices that people have confirmed: `wirecheck-notices.yaml` next to the configuration.
struct NoticeRegister {
  /// The file.
  let path: String
  private var entries: [(notice: String, by: String, on: String)] = []

  /// Reads the file; without a file nothing is confirmed.
  init(_ workspace: Workspace) throws(CommandFailure) {
    path = workspace.resolved("wirecheck-notices.yaml")
    guard FileManager.default.fileExists(atPath: path) else { return }
    let text = try Workspace.text(of: path)
    let file = path
    entries = try reading { () throws(YAMLFault) in
      var reader = try YAMLReader(YAMLValue(parsing: text, name: file), file: file)
      var entries: [(notice: String, by: String, on: String)] = []
      for element in try reader.required("confirmed").elements() {
        var entry = try element.mapping()
        entries.append(
          (
            try entry.required("notice").text(), try entry.required("by").text(),
            try entry.required("on").text()
          ))
        try entry.finish()
      }
      try reader.finish()
      return entries
    }
  }

  /// The identifiers of the notices that people confirmed.
  var confirmed: Set<String> { Set(entries.map(\.notice)) }

  /// Adds a notice, replacing an earlier entry.
  mutating func add(_ notice: String, by: String, on day: String) {
    entries.removeAll { $0.notice == notice }
    entries.append((notice, by, day))
  }

  /// The file's text.
  var text: String {
    "# Notices of delivered copy whose reading people confirmed; written by `wirecheck policy check --confirm`.\n"
      + "confirmed:\n"
      + entries.map {
        "  - {notice: \(YAMLText.scalar($0.notice)), by: \(YAMLText.scalar($0.by)), on: \(YAMLText.scalar($0.on))}\n"
      }.joined()
  }
}
