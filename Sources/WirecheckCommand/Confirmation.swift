import Foundation
import WireMatching
import WireRights
import WireText
import WireYAML
import Wirecheck

/// Records that a person has read terms that were drafted or interpreted by machine.
struct Confirmation {
  let workspace: Workspace
  let by: String
  let at: Instant

  private var day: String { String(at.iso8601.prefix(10)) }

  /// Confirms a contract file or a notice.
  ///
  /// - Returns: a sentence that says what was done.
  func record(_ what: String) throws(CommandFailure) -> String {
    what.hasPrefix("sha256:") ? try recordNotice(what) : try recordContract(what)
  }

  // MARK: Contracts

  private func recordContract(_ path: String) throws(CommandFailure) -> String {
    let same = URL(fileURLWithPath: path).standardizedFileURL.path
    let contracts = workspace.newsroom.contracts.filter {
      URL(fileURLWithPath: $0.place.file).standardizedFileURL.path == same
    }
    guard let contract = contracts.first else {
      throw .usage("\(path): holds no contract of \(workspace.path) (name a file of `check.contracts`)")
    }
    let entry = "confirmed: {by: \(YAMLText.scalar(by)), on: \(day), terms: \"\(contract.termsDigest)\"}"
    var text = try Workspace.text(of: path)
    let isAlone = contracts.count == 1 && contract.place.position.column == 1 && !Self.isSequence(text)
    guard isAlone, path != workspace.path else {
      throw .usage("\(path): holds more than the one contract; write this into the contract: \(entry)")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeAll { $0.hasPrefix("confirmed:") }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    text = (lines + [entry, ""]).joined(separator: "\n")
    try check(text, path)
    try Self.write(text, to: path)
    return "\(path): confirmed by \(by) on \(day)"
  }

  private static func isSequence(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix("- ") }
  }

  /// Ensures that the new text can be read by the reader that will read it next.
  private func check(_ text: String, _ path: String) throws(CommandFailure) {
    let reader = ContractReader(
      agencies: workspace.newsroom.agencies.agencies.map(\.id),
      days: DayBoundary(workspace.newsroom.site.timeZone))
    let contracts = try reading { () throws(YAMLFault) in
      try reader.contracts(
        in: YAMLField(name: "contracts", value: YAMLValue(parsing: text, name: path), file: path))
    }
    guard contracts.count == 1, contracts[0].confirmation?.by == by else {
      throw .usage("\(path): `confirmed:` cannot be entered (write it by hand, at the end of the file)")
    }
  }

  // MARK: Notices

  private func recordNotice(_ identifier: String) throws(CommandFailure) -> String {
    let path = workspace.resolved(workspace.newsroom.check.index)
    let known = try indexing { () throws(IndexFault) in
      try DeliveredNotices(in: WireIndex(opening: path), workspace.newsroom).identifiers
    }
    guard known.contains(identifier) else {
      throw .usage("the index holds no notice `\(identifier)` (see `wirecheck policy check`)")
    }
    var register = try NoticeRegister(workspace)
    register.add(identifier, by: by, on: day)
    try Self.write(register.text, to: register.path)
    return "\(register.path): notice confirmed by \(by) on \(day)"
  }

  private static func write(_ text: String, to path: String) throws(CommandFailure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .incomplete("\(path): cannot be written: \(error.localizedDescription)")
    }
  }
}
