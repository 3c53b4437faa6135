import ArgumentParser

/// The format that all inputs are read as, of commands that write no reports.
struct InputFormatOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read all inputs as this format, whatever they look like (see `wirecheck formats`).", valueName: "name")
  )
  var inputFormat: String?
  /// What the option was called before; elsewhere that is the format of a report.
  @Option(help: .hidden)
  var format: String?

  /// The name of the format; nil to tell it from the content.
  var name: String? { inputFormat ?? format }

  func validate() throws {
    guard inputFormat == nil || format == nil else {
      throw ValidationError("name the format once, by --input-format")
    }
    try InputFormat.demand(name)
  }
}
