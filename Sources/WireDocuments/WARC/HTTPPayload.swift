import WireText

/// The payload of an HTTP response as stored in a web archive (RFC 9112): header parsed, chunks joined, content
/// decoded.
struct HTTPPayload {
  /// The status code; nil if the response has no status line.
  private(set) var status: Int?
  /// The media type with its parameters.
  private(set) var type: MailParameters
  /// The content.
  private(set) var bytes: [UInt8]
  /// The problems of content that could not be decoded.
  private(set) var problems: [Problem] = []
  /// What the header says about rights.
  private(set) var rights: [RightsField] = []

  /// Reads a response.
  init(_ response: [UInt8], limits: Limits) {
    var start = 0
    if response.starts(with: "HTTP/".utf8) {
      let (end, next) = LineBreaks.end(response, 0, limit: response.count)
      let words = String(decoding: response[..<end], as: UTF8.self).split(separator: " ")
      status = words.count > 1 ? Int(words[1]) : nil
      start = next
    }
    let header = MailHeader(response, in: start..<response.count)
    type = MailParameters(header.raw("content-type") ?? "")
    rights = HTTPRights.fields(in: header)
    bytes = Array(response[header.end...])
    if header.raw("transfer-encoding")?.lowercased().contains("chunked") == true {
      takeChunksApart()
    } else if let said = header.raw("content-length").flatMap({ Int($0) }), said != bytes.count {
      problems.append(
        Problem(
          "http-length", "the response says \(said) bytes of content and has \(bytes.count)",
          losesText: said > bytes.count))
    }
    let codings = (header.raw("content-encoding") ?? "").lowercased().split { $0 == "," || $0 == " " }
    for coding in codings.reversed() { undo(String(coding), limits: limits) }
  }

  /// Joins the chunks; content that is not chunked, despite its header, is kept unchanged.
  private mutating func takeChunksApart() {
    var whole: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (end, next) = LineBreaks.end(bytes, at, limit: bytes.count)
      let digits = bytes[at..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard digits.count < 12, let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count >= 0
      else {
        problems.append(
          Problem("http-chunks", "the content is not in chunks as its header says", losesText: at > 0))
        if at > 0 { bytes = whole + bytes[at...] }
        return
      }
      if count == 0 {
        bytes = whole
        return
      }
      let upper = next + min(count, bytes.count - next)
      whole += bytes[next..<upper]
      at = upper
      // Each chunk ends with a line break.
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    bytes = whole
    problems.append(Problem("truncated", "the last chunk of the content is missing", losesText: true))
  }

  private mutating func undo(_ coding: String, limits: Limits) {
    switch coding {
    case "identity", "": return
    case "gzip", "x-gzip":
      // Crawlers that decode the content leave the header unchanged.
      if GzipInflater.recognises(bytes) { inflate(.gzip, limits) }
    case "deflate": inflate(bytes.first.map { $0 & 0x0F == 8 } == true ? .zlib : .raw, limits)
    default:
      problems.append(
        Problem(
          "content-coding", "the content is packed in a way that is not read (br, zstd)", losesText: true))
      bytes = []
    }
  }

  private mutating func inflate(_ wrapper: InflateStream.Wrapper, _ limits: Limits) {
    guard let stream = InflateStream(wrapper) else { return bytes = [] }
    var whole: [UInt8] = []
    var at = 0
    while true {
      let (output, state) = stream.inflate(bytes, at: &at, upTo: bytes.count)
      whole += output
      if let excess = excess(of: whole.count, from: at, limits) {
        problems.append(
          Problem("limit-inflate", "the content unpacks to more than \(excess)", losesText: true))
        whole.removeLast(max(0, whole.count - limits.itemBytes))
        break
      }
      if state == .end { break }
      if state == .damaged || output.isEmpty {
        problems.append(Problem("gzip-damaged", "the packed content is damaged or cut", losesText: true))
        break
      }
    }
    bytes = whole
  }

  /// What content of so many bytes is more than it may be; nil if it is not.
  private func excess(of unpacked: Int, from packed: Int, _ limits: Limits) -> String? {
    if unpacked > limits.itemBytes { return "\(limits.itemBytes) bytes" }
    return limits.allowUnpacking(packed, to: unpacked) ? nil : "\(limits.inflateRatio) times its size"
  }
}
