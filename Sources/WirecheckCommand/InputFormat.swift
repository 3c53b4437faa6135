import ArgumentParser
import WireDocuments
import WireReports

/// Names of input formats, as the command line gives them.
enum InputFormat {
  /// Rejects a format that no reader has; nil means that the format is detected from the content.
  static func demand(_ name: String?) throws {
    guard let name, !Format.all.contains(where: { $0.name == name }) else { return }
    throw ValidationError(
      "there is no format `\(TerminalText.escaped(name))`; one of: \(Format.all.map(\.name).joined(separator: ", "))"
    )
  }
}
