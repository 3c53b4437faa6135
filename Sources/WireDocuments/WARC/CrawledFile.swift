/// A file in a web archive that is no page: what it may be, by the media type that the server sent.
enum CrawledFile: String {
  case json = "JSON"
  case xml = "XML"
  case text = "plain text"

  /// Nil for a type of which no documents are read, such as a picture or a style sheet.
  init?(_ type: MailParameters) {
    let type = type.value
    if type.hasSuffix("json") {
      self = .json
    } else if type.hasSuffix("/xml") || type.hasSuffix("+xml") && type != "image/svg+xml" {
      self = .xml
    } else if type == "text/plain" {
      self = .text
    } else {
      return nil
    }
  }

  /// The bytes to read; nil if the file is none of this type, or is for programs.
  ///
  /// - Parameters:
  ///   - bytes: what the server sent.
  ///   - label: the encoding that the server named.
  ///   - address: where the file stands.
  func content(_ bytes: [UInt8], label: String?, address: String?) -> [UInt8]? {
    switch self {
    case .json: return Probe(path: "", bytes: bytes).json == nil ? nil : bytes
    case .xml: return Probe(path: "", bytes: bytes).xml == nil ? nil : bytes
    case .text:
      let path = address?.prefix { $0 != "?" && $0 != "#" } ?? ""
      let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
      // A crawler keeps its own log at an address of another kind.
      guard path.hasPrefix("http"), !Self.forPrograms.contains(name), !path.contains("/.well-known/") else {
        return nil
      }
      // Only the server knows the encoding of a text.
      return label == nil ? bytes : Decoded(bytes, label: label).utf8
    }
  }

  /// The documents in the bytes; nil if they are of no format that is read.
  ///
  /// Unknown JSON and XML is what the scripts of pages ask for, and a map of a site has no texts.
  func source(_ bytes: [UInt8], path: String, limits: Limits) -> DocumentSource? {
    let source = try? DocumentSource(bytes: bytes, path: path, limits: limits)
    switch self {
    case .json, .xml:
      let others = [PlainTextReader.format, XMLReader.format, NewsSitemapReader.format]
      return source.flatMap { others.contains($0.format) ? nil : $0 }
    case .text:
      // The path is that of the archive, which no text has.
      if let source { return source }
      guard Probe(path: "", bytes: bytes).isText else { return nil }
      return try? DocumentSource(
        bytes: bytes, path: path, format: PlainTextReader.format.name, limits: limits)
    }
  }

  /// Files that sites have for crawlers and advertisers.
  private static let forPrograms: Set<String> = [
    "robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt", "llms-full.txt",
    "sellers.txt", "license.txt",
  ]
}
