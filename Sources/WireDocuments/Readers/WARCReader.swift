import WireText

/// Web archives: one document per HTML page, one per text that was converted from a page, and those in JSON, XML and
/// plain text, as interfaces and feeds of sites hand them over.
///
/// Requests, headers of the archive and unchanged copies of earlier pages are skipped and counted.
struct WARCReader: DocumentReader {
  static let format = Format(name: "warc", title: "WARC and ARC web archives: their pages, streamed")
  static let isPacked = true
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool { WARCStream.recognises(probe.bytes) }

  private let origin: Origin
  private let limits: Limits
  private var stream: WARCStream
  private var leftAside: [(reason: String, count: Int)] = []
  private var count = 0
  /// The records of which only the first segment is read.
  private var segmented: Set<String> = []
  /// The record with a file of another format whose documents are being read.
  private var file:
    (record: WARCStream.Record, source: DocumentSource, problems: [Problem], rights: [RightsField])?

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    self.origin = origin
    self.limits = limits
    stream = WARCStream(input, path: origin.path)
  }

  var skipped: [SkippedPart] {
    leftAside.map { SkippedPart(path: "\(origin.path), \($0.count) records", reason: $0.reason) }
  }

  mutating func next() throws(ReadingFault) -> Document? {
    while true {
      if let document = nextOfFile() { return document }
      guard let record = try stream.next() else { return nil }
      if record.type == "continuation", let first = record.first, !segmented.contains(first) {
        return orphan(record)
      }
      guard ["response", "resource", "conversion"].contains(record.type) else {
        leaveAside(Self.reason(record.type))
        continue
      }
      guard let content = try stream.content(limit: limits.itemBytes) else { return tooLarge(record) }
      if let document = document(record, content) { return document }
    }
  }

  private static func reason(_ type: String) -> String {
    switch type {
    case "revisit": "the same page as in another record"
    case "continuation": "the rest of a record that was cut in pieces"
    case "request", "warcinfo", "metadata": "a record of the kind \(type)"
    default: "a record of another kind"
    }
  }

  private mutating func leaveAside(_ reason: String) {
    if let index = leftAside.firstIndex(where: { $0.reason == reason }) {
      leftAside[index].count += 1
    } else {
      leftAside.append((reason, 1))
    }
  }

  /// A record's document; nil if it is not a page.
  private mutating func document(_ record: WARCStream.Record, _ content: [UInt8]) -> Document? {
    let isHTTP = record.contentType.value == "application/http" || content.starts(with: "HTTP/".utf8)
    let payload = isHTTP ? HTTPPayload(content, limits: limits) : nil
    let type = payload?.type ?? record.contentType
    let bytes = payload?.bytes ?? content
    if let status = payload?.status, !(200..<300).contains(status) {
      leaveAside("a response without a page (HTTP status \(status))")
      return nil
    }
    guard ["text/html", "application/xhtml+xml"].contains(type.value) || record.type == "conversion" else {
      guard let kind = CrawledFile(type) else {
        leaveAside("no page of HTML")
        return nil
      }
      open(bytes, as: kind, label: type["charset"], of: record, payload)
      return nil
    }
    var document = start(record)
    if let problem = limits.leftOut[count] { return Document(origin: document.origin, lost: problem) }
    if record.type == "conversion" {
      let decoded = Decoded(bytes, label: type["charset"])
      document.origin.dialect = "text"
      document.body = BodyText(plain: decoded.utf8, map: SourceMap(), limits: limits)
      document.problems = decoded.problems
    } else {
      document = HTMLReader.document(bytes, label: type["charset"], origin: document.origin, limits: limits)
    }
    document.problems += (payload?.problems ?? []) + cuts(record)
    document.rights += payload?.rights ?? []
    if let status = payload?.status {
      document.fields.append(Field(.other, "\(status)", key: "HTTP status"))
    }
    put(record, into: &document)
    return document
  }

  /// The problems of a record of which the archive has not all.
  private mutating func cuts(_ record: WARCStream.Record) -> [Problem] {
    var problems: [Problem] = []
    if record.isSegment {
      if let id = record.id { segmented.insert(id) }
      problems.append(
        Problem("record-segmented", "the record goes on in others, whose text is not read", losesText: true))
    }
    if record.isTruncated || stream.isCut {
      let who = stream.isCut ? "the end of the archive" : "the crawler"
      problems.append(Problem("truncated", "\(who) cut the page short", losesText: true))
    }
    return problems
  }

  /// Opens a file of a format that is known.
  private mutating func open(
    _ bytes: [UInt8], as kind: CrawledFile, label: String?, of record: WARCStream.Record,
    _ payload: HTTPPayload?
  ) {
    var inner = limits.following(count)
    inner.nesting -= 1
    let content = kind.content(bytes, label: label, address: record.address)
    guard let content,
      let source = kind.source(content, path: origin.path, limits: inner)
    else { return leaveAside("\(kind.rawValue) of no known kind") }
    file = (record, source, (payload?.problems ?? []) + cuts(record), payload?.rights ?? [])
  }

  /// The next document of the file in a record; a fault becomes a document that reports it.
  private mutating func nextOfFile() -> Document? {
    guard case (let record, var source, let problems, let rights)? = file else { return nil }
    // Given up for the moment: else reading on would copy it.
    file = nil
    if let problem = limits.ending[count + 1] {
      var document = unread(record, problem.code, problem.message)
      document.problems += problems
      return document
    }
    do throws(ReadingFault) {
      guard var document = try source.next() else { return nil }
      file = (record, source, [], rights)
      count += 1
      document.origin.item = count
      document.problems += problems
      document.rights += rights
      put(record, into: &document)
      return document
    } catch {
      var document = unread(record, error.code, error.message)
      document.problems += problems
      return document
    }
  }

  private mutating func start(_ record: WARCStream.Record) -> Document {
    count += 1
    var document = Document(origin: origin)
    document.origin.item = count
    return document
  }

  private func put(_ record: WARCStream.Record, into document: inout Document) {
    // Each crawl gives its records new identifiers; the page's address stays the same.
    document.id = document.id ?? record.address.map(oneLine) ?? record.id
    if let id = record.id { document.fields.append(Field(.other, oneLine(id), key: "WARC-Record-ID")) }
    if let address = record.address {
      document.urls.append(Field(.permalink, oneLine(address), key: "WARC-Target-URI"))
    }
    guard let date = record.date.map(oneLine) else { return }
    document.fields.append(Field(.other, date, key: "WARC-Date"))
    // The time at which the record was created.
    if document.time(.created) == nil {
      document.times.append(TimeField(.created, reading: date))
    }
  }

  /// A segment of a record whose first segment is not in the archive.
  private mutating func orphan(_ record: WARCStream.Record) -> Document {
    unread(
      record, "record-segmented",
      "the first piece of the record is not in the archive, and this one is not read")
  }

  private mutating func tooLarge(_ record: WARCStream.Record) -> Document {
    unread(
      record, "limit-item",
      "record \(record.number) at byte \(record.offset) is larger than \(limits.itemBytes) bytes")
  }

  /// A record of which only the header is read.
  private mutating func unread(_ record: WARCStream.Record, _ code: String, _ why: String) -> Document {
    var document = start(record)
    document.type = .other
    put(record, into: &document)
    document.problems.append(Problem(code, why, losesText: true))
    return document
  }
}
