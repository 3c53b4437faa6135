internal import WireText

/// Makes untrusted text safe for a SARIF file.
enum SARIFText {
  /// The most characters of a description that GitHub reads.
  static let longest = 1024

  /// The text of a message: square brackets would create links, and control characters would take effect where the
  /// message is shown (SARIF 2.1.0, 3.11.6).
  ///
  /// - Parameter longest: the most characters that are kept.
  static func message(_ text: String, longest: Int = 4000) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let piece = escaped(scalar)
      count += piece.count
      guard count <= longest else { break }
      result.append(contentsOf: piece)
    }
    return filled(String(result))
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "[", "]", "\\": ["\\", scalar]
    case "\n", "\t", "\r": [" "]
    case _ where scalar.isUnsafeToPrint: name(of: scalar)
    default: [scalar]
    }
  }

  /// `U+202E` and the like for a character that must not take effect.
  private static func name(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    Array("U+\(String(scalar.value, radix: 16, uppercase: true))".unicodeScalars)
  }

  /// Text that is shown literally, such as an identifier.
  static func plain(_ text: String, longest: Int = longest) -> String {
    let scalars = text.unicodeScalars.prefix(longest)
      .flatMap { $0.isUnsafeToPrint ? name(of: $0) : [$0] }
    return filled(String(String.UnicodeScalarView(scalars.prefix(longest))))
  }

  /// The text; a dash for an empty text, which GitHub rejects.
  private static func filled(_ text: String) -> String { text.isEmpty ? "-" : text }

  /// `VerbatimProhibited` for `verbatim-prohibited`.
  static func pascal(_ name: String) -> String {
    filled(plain(name).split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
  }

  /// A path as a URI: a relative path as a reference relative to the root, an absolute one as a `file` URI.
  static func location(of path: String) -> SARIFLog.ArtifactLocation {
    var path = path
    while path.hasPrefix("./") { path.removeFirst(2) }
    if path.isEmpty { path = "-" }
    let encoded = percentEncoded(path)
    if path.hasPrefix("/") { return .init(uri: "file://" + encoded, uriBaseId: nil) }
    let leavesRoot = path.utf8.starts(with: "../".utf8) || path == ".."
    return .init(uri: encoded, uriBaseId: leavesRoot ? nil : "SRCROOT")
  }

  /// A path with every byte except letters, digits and `-._~/` as `%XX` (RFC 3986).
  private static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
