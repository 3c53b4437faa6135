import ArgumentParser
import Foundation
import WireDocuments
import WireIsolation
import WireReports
import WireYAML

/// Options for reading untrusted input.
struct ReadingFlags: ParsableArguments {
  @Flag(
    name: .customLong("no-isolation"),
    help: "Read in this process instead of a confined one; a reader that crashes then ends the run.")
  var isWithoutIsolation = false
  @Option(
    help: ArgumentHelp(
      "Set a limit of the readers, for instance item-bytes=128M; may be repeated (see `wirecheck formats "
        + "--limits`).", valueName: "name=number"))
  var limit: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read JSON, CSV or XML of any structure by this mapping file (YAML), which names the paths of title, body, "
        + "status, date, url and rights.", valueName: "file"))
  var mapping: String?

  func validate() throws {
    _ = try limits()
    _ = try fieldMapping()
  }

  /// Opens inputs according to the options.
  ///
  /// - Parameters:
  ///   - paths: all inputs, some of which may belong together.
  ///   - format: the name of the format to read them as; nil to detect it from the content.
  ///   - needsPositions: whether lines and columns of the contents will be requested.
  func opening(
    _ paths: [String], as format: String?, needsPositions: Bool = true
  ) throws(ValidationError) -> FeedOpening {
    let open = try opening(as: format, needsPositions: needsPositions)
    return format == nil && mapping == nil ? TextBeside(among: paths).opening(open) : open
  }

  private func opening(as format: String?, needsPositions: Bool) throws(ValidationError) -> FeedOpening {
    var limits = try limits()
    if !needsPositions { limits.keptBytes = 0 }
    let mapping = try fieldMapping()
    guard !isWithoutIsolation else {
      return { [limits] path throws(ReadingFault) in
        try DocumentSource(path: path, format: format, mapping: mapping, limits: limits)
      }
    }
    return Self.isolatedOpening(as: format, mapping, limits)
  }

  /// Opens inputs in a separate process, which is the default.
  static func isolatedOpening(
    as format: String? = nil, _ mapping: FieldMapping? = nil, _ limits: Limits = Limits()
  ) -> FeedOpening {
    let reading = IsolatedReading(arguments: [ReadWorkerCommand.name])
    return { path throws(ReadingFault) in
      try reading.open(path: path, format: format, mapping: mapping, limits: limits)
    }
  }

  /// The field mapping that the options name.
  private func fieldMapping() throws(ValidationError) -> FieldMapping? {
    guard let mapping else { return nil }
    guard let data = FileManager.default.contents(atPath: mapping) else {
      throw ValidationError("\(TerminalText.escaped(mapping)): the mapping cannot be read (check the path)")
    }
    do throws(YAMLFault) {
      return try FieldMapping(parsing: String(decoding: data, as: UTF8.self), file: mapping)
    } catch {
      throw ValidationError(TerminalText.escaped(error.description))
    }
  }

  /// The limits that the options set.
  func limits() throws(ValidationError) -> Limits {
    var limits = Limits()
    for entry in limit {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard let setting = Limits.settings.first(where: { $0.name == parts.first }) else {
        throw ValidationError(
          "`--limit \(TerminalText.escaped(entry))`: there is no limit of that name; one of: "
            + Limits.settings.map(\.name).joined(separator: ", "))
      }
      guard parts.count == 2, let value = Self.number(parts[1]), value > 0 else {
        throw ValidationError(
          "`--limit \(TerminalText.escaped(entry))`: write a whole number above 0, as in \(setting.name)=\(setting.name.hasSuffix("bytes") ? "64M" : "100")"
        )
      }
      setting.set(value, in: &limits)
    }
    return limits
  }

  /// A number, optionally followed by K, M or G (powers of 1024).
  private static func number(_ text: String) -> Int? {
    let shift: Int
    switch text.last {
    case "K": shift = 10
    case "M": shift = 20
    case "G": shift = 30
    default: shift = 0
    }
    guard let number = Int(shift == 0 ? text[...] : text.dropLast()) else { return nil }
    let (value, isOverflow) = number.multipliedReportingOverflow(by: 1 << shift)
    return isOverflow ? nil : value
  }
}
