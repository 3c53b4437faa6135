import CZlib
import Foundation
import Testing
import WireDocuments

struct DocumentSourceTests {
  private static let lines = """
    {"id": "NW1", "text": "A ferry ran aground.\\n\\nNobody was hurt."}
    {"id": "NW2", "text": "The \\u201cHarbour\\u201d board met."}

    """

  @Test("JSON Lines come one at a time, plain and as gzip of one or two members", arguments: [0, 1, 2])
  func readsLines(members: Int) throws {
    let bytes = Array(Self.lines.utf8)
    let half = bytes.count / 3
    let input =
      members == 0
      ? bytes : members == 1 ? gzip(bytes) : gzip(Array(bytes[..<half])) + gzip(Array(bytes[half...]))
    let documents = Array(try DocumentSource(bytes: input, path: "feed"))
    #expect(documents.map(\.id) == ["NW1", "NW2"])
    #expect(documents.first?.body.strings == ["A ferry ran aground.", "Nobody was hurt."])
    #expect(documents.last?.body.strings == ["The “Harbour” board met."])
  }

  @Test("gzip that ends early gives the documents before and then a fault")
  func truncatedGzip() throws {
    let whole = gzip(Array(repeating: Self.lines, count: 400).joined().utf8.map { $0 })
    var source = try DocumentSource(bytes: Array(whole[..<(whole.count - 9)]), path: "feed.jsonl.gz")
    var count = 0
    let fault = #expect(throws: ReadingFault.self) { while try source.next() != nil { count += 1 } }
    #expect(fault?.code == "gzip-truncated")
    #expect(count > 700)
  }

  @Test("gzip that swells beyond the limit is refused")
  func bomb() throws {
    let bomb = gzip([UInt8](repeating: 0x41, count: 40 << 20))
    #expect(bomb.count < 60_000)
    let documents = Array(try DocumentSource(bytes: bomb, path: "bomb.gz"))
    #expect(documents.map { $0.problems.map(\.code) } == [["limit-inflate"]])
    #expect(documents[0].problems[0].losesText)
  }

  @Test("a fault in a loop is a last document that loses text")
  func faultInLoop() throws {
    let documents = Array(try DocumentSource(bytes: gzip([0x61, 0x62]) + [1, 2, 3], path: "notes.txt.gz"))
    #expect(documents.count == 1)
    #expect(documents[0].problems.map(\.code) == ["gzip-damaged"])
  }

  @Test(
    "files that cannot be opened are told by name",
    arguments: [("/nowhere/at/all.txt", "not-found"), ("/", "is-a-folder"), ("/dev/null", "not-a-file")])
  func opening(path: String, code: String) throws {
    let fault = #expect(throws: ReadingFault.self) { try DocumentSource(path: path) }
    #expect(fault?.code == code)
    #expect(fault?.path == path)
  }

  @Test(
    "what no reader takes is told by what it looks like",
    arguments: [
      (Array("%PDF-1.7".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
      ([0xD0, 0xCF, 0x11, 0xE0], "old Office"),
      (Array("{\"posts\": [1], \"site\": {}}".utf8), "`posts`, `site`"),
    ])
  func unknown(bytes: [UInt8], words: String) throws {
    let fault = #expect(throws: ReadingFault.self) { try DocumentSource(bytes: bytes, path: "x") }
    #expect(fault?.code == "unknown-format")
    #expect(fault?.message.contains(words) == true)
    #expect(fault?.message.contains("jsonl") == true)
  }

  @Test(
    "a line whose story stands under another key is told, and loses text",
    arguments: [
      (#"{"id": "a", "artikel": "WORDS"}"#, true), (#"{"id": "a", "parts": [{"html": "WORDS"}]}"#, true),
      (#"{"id": "a", "body": "WORDS"}"#, false), (#"{"id": "a", "text": "", "artikel": "WORDS"}"#, true),
      (#"{"id": "a", "kind": "slot"}"#, false), (#"{"id": "a", "text": "", "body": "WORDS"}"#, false),
    ])
  func otherKeys(_ line: String, _ isLost: Bool) throws {
    let words = String(repeating: "The ferry was late again. ", count: 8)
    let line = line.replacingOccurrences(of: "WORDS", with: words)
    let document = try #require(try read(line, as: "x.jsonl").first)
    #expect(document.problems.contains { $0.code == "no-text" && $0.losesText } == isLost)
    #expect(!document.problems.contains { $0.message.contains("ferry") })
  }

  @Test("broken JSON is told with line and column")
  func brokenJSON() throws {
    let fault = #expect(throws: ReadingFault.self) {
      try DocumentSource(bytes: Array("{\n  \"a\": [1,\n  2,]\n}".utf8), path: "x.json")
    }
    #expect(fault?.code == "not-json")
    #expect(fault?.line == 3)
    #expect(fault?.column == 5)
  }

  @Test("a format that is forced and does not fit is told with what the file looks like")
  func forced() throws {
    var source = try DocumentSource(bytes: Array("\n".utf8), path: "x", format: "jsonl")
    let fault = #expect(throws: ReadingFault.self) { try source.next() }
    #expect(fault?.code == "no-items")
    #expect(fault?.message.contains("text") == true)
    #expect(throws: ReadingFault.self) { try DocumentSource(bytes: [0x61], path: "x", format: "nonsense") }
  }

  @Test("bytes that are no text are told where they are forced to be read as text")
  func forcedBytes() throws {
    let archive = ZIPWriter.archive([ZIPWriter.Member("a.txt", "Words.")])
    let document = try #require(try read(archive, as: "a.zip", format: "text").first)
    #expect(
      document.problems.contains { $0.code == "format-forced" && $0.message.contains("zip") && $0.losesText })
    let text = try #require(try read("---\ntitle: x\n---\nWords.", as: "a.md", format: "text").first)
    #expect(text.codes == ["format-forced"] && !text.problems[0].losesText)
    #expect(try read("title,body\nF,Words.", as: "a.txt", format: "csv").first?.problems.isEmpty == true)
  }

  @Test("an empty file is an error")
  func empty() {
    let fault = #expect(throws: ReadingFault.self) { try DocumentSource(bytes: [], path: "x") }
    #expect(fault?.code == "empty-input")
  }

  @Test("a page of a site may be there before anything stands on it")
  func blankPage() throws {
    #expect(try read("", as: "draft.md").map(\.codes) == [["no-text"]])
  }

  @Test("the bytes are kept for reports, unpacked, up to a limit")
  func keepsBytes() throws {
    let bytes = Array("One\r\nTwo\n".utf8)
    var source = try DocumentSource(bytes: gzip(bytes), path: "draft.txt.gz")
    while try source.next() != nil {}
    #expect(source.bytes == bytes)
    var limits = Limits()
    limits.keptBytes = 4
    var large = try DocumentSource(bytes: Array("more than four".utf8), path: "x", limits: limits)
    while try large.next() != nil {}
    #expect(large.bytes == nil)
  }

  @Test("lines are known of inputs that are not kept, if they can be read again", arguments: [false, true])
  func placesOfLargeInputs(isPacked: Bool) throws {
    let text = String(repeating: "The ferry to the island stops at noon – again.\n\n", count: 5000)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID()).txt").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(isPacked ? gzip(Array(text.utf8)) : Array(text.utf8)).write(to: URL(fileURLWithPath: path))
    let wanted = [0, 4, 100_003, text.utf8.count - 2]
    var limits = Limits()
    var kept = try DocumentSource(path: path)
    while try kept.next() != nil {}
    limits.keptBytes = 100
    var large = try DocumentSource(path: path, limits: limits)
    while try large.next() != nil {}
    #expect(large.bytes == nil && large.places(of: wanted)?.count == 4)
    #expect(large.places(of: wanted) == kept.places(of: wanted))
    var memory = try DocumentSource(bytes: Array(text.utf8), path: "x.txt", limits: limits)
    while try memory.next() != nil {}
    #expect(memory.places(of: wanted) == nil)
  }
}

/// One gzip member.
func gzip(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, windowBits: 16 + 15) }

/// Bytes as zlib packs them; the bits of the window say which frame goes round them.
func compressed(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = bytes
  return [UInt8](unsafeUninitializedCapacity: bytes.count / 2 + 1024) { buffer, count in
    input.withUnsafeMutableBufferPointer {
      stream.next_in = $0.baseAddress
      stream.avail_in = UInt32($0.count)
      stream.next_out = buffer.baseAddress
      stream.avail_out = UInt32(buffer.count)
      deflate(&stream, Z_FINISH)
    }
    count = buffer.count - Int(stream.avail_out)
  }
}
