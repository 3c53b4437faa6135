internal import WireText

/// A value with parameters: `text/plain; charset=utf-8` (RFC 2045), including continued and encoded ones (RFC 2231).
struct MailParameters {
  /// The value before the parameters, in lower case.
  let value: String
  private var parameters: [String: String] = [:]

  /// Reads a header value.
  init(_ text: String) {
    var parts = Self.split(text)
    value = (parts.isEmpty ? "" : parts.removeFirst()).lowercased().filter { !$0.isWhitespace }
    var pieces: [String: [(number: Int, text: String, isEncoded: Bool)]] = [:]
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let name = part[..<equals].lowercased().filter { !$0.isWhitespace }
      let text = Self.unquoted(part[part.index(after: equals)...])
      let steps = name.split(separator: "*", omittingEmptySubsequences: false)
      guard let base = steps.first, steps.count > 1 else {
        parameters[name] = parameters[name] ?? text
        continue
      }
      let number = steps.count > 1 ? Int(steps[1]) ?? 0 : 0
      pieces[String(base), default: []].append((number, text, steps.last?.isEmpty == true))
    }
    for (name, list) in pieces { parameters[name] = Self.joined(list.sorted { $0.number < $1.number }) }
  }

  /// A parameter by its name in lower case.
  subscript(_ name: String) -> String? { parameters[name] }

  /// Splits at semicolons outside quotes.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == ";", !isQuoted {
        parts.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  private static func unquoted(_ text: Substring) -> String {
    let text = oneLine(String(text))
    guard text.hasPrefix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst() {
      if character == "\"", !isEscaped { break }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { result.append(character) }
    }
    return result
  }

  /// Joins the pieces of a parameter: `charset'language'text`, percent-encoded if so marked.
  private static func joined(_ pieces: [(number: Int, text: String, isEncoded: Bool)]) -> String {
    var bytes: [UInt8] = []
    var charset: String?
    for (index, piece) in pieces.enumerated() {
      var text = Substring(piece.text)
      if index == 0, piece.isEncoded {
        let steps = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        if steps.count == 3 {
          charset = String(steps[0])
          text = steps[2]
        }
      }
      bytes += piece.isEncoded ? TransferDecoding.percent(Array(text.utf8)) : Array(text.utf8)
    }
    return String(decoding: Decoded(bytes, label: charset).utf8, as: UTF8.self)
  }
}
