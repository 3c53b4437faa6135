import Foundation

/// Writes the files named on the command line into one Swift file, as a table of paths and texts.
///
///     FileEmbedder OUTPUT.swift ROOT FILE…
@main
enum FileEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var swift = "enum EmbeddedFiles {\n  static let all: [(path: String, text: String)] = [\n"
    for path in arguments.dropFirst(3).sorted() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      swift += "    (\(literal(name)), \(literal(text))),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// A Swift string literal on one line.
  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
