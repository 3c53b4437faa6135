/// The instruction of a field in Word and RTF: `HYPERLINK "address" …`.
enum FieldInstruction {
  /// The address that a field links to; nil for other fields.
  static func link(in instruction: String) -> String? {
    let parts = instruction.split(separator: "\"")
    guard parts.count > 1, parts[0].contains("HYPERLINK") else { return nil }
    return String(parts[1])
  }
}
