import Foundation
import WireYAML

/// Writes the files named on the command line into one Swift file, as a table of paths and texts, and of YAML also what
/// it says, packed.
///
///     FileEmbedder OUTPUT.swift ROOT FILE…
@main
enum FileEmbedder {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var swift = "enum EmbeddedFiles {\n"
    swift += "  static let all: [(path: String, text: String, packed: String?)] = [\n"
    for path in arguments.dropFirst(3).sorted() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      swift += "    (\(literal(name)), \(literal(text)), \(packed(text, name).map(literal) ?? "nil")),\n"
    }
    swift += "  ]\n}\n"
    // What says the same is left as it is, so that nothing is compiled for it.
    guard (try? String(contentsOfFile: arguments[1], encoding: .utf8)) != swift else { return }
    try swift.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// The tree of a YAML file; nil for another file, and for a faulty one, of which the program tells when it reads it.
  private static func packed(_ text: String, _ name: String) -> String? {
    guard name.hasSuffix(".yaml") else { return nil }
    return (try? YAMLValue(parsing: text, name: name)).map(PackedYAML.pack)
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
