import CLibXML2
import Foundation
import WireDocuments

/// How fast inputs become documents, beside what other programs need for the same bytes.
enum ReadingBenchmark {
  static func run() throws {
    for sample in Sample.all {
      let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString + "-" + sample.path
      try Data(sample.bytes).write(to: URL(fileURLWithPath: path))
      defer { try? FileManager.default.removeItem(atPath: path) }
      let time = Stopwatch.measure(rounds: 7) { documents(in: path) }
      print(
        "reading \(sample.name), \(sample.bytes.count) bytes, \(documents(in: path)) documents: "
          + "\(time.milliseconds), \(time.rate(of: sample.bytes.count))")
      switch sample.peer {
      case .xml:
        let peer = Stopwatch.measure(rounds: 7) { nodes(of: sample.bytes) }
        print("  libxml2's reader over the same: \(peer.milliseconds), \(peer.rate(of: sample.bytes.count))")
      case .json:
        guard let seconds = try python(path) else { continue }
        print("  Python's json over the same: \((Double(sample.bytes.count) / seconds / 1e6).rounded()) MB/s")
      case nil: break
      }
    }
  }

  /// The documents that were read without a loss.
  private static func documents(in path: String) -> Int {
    guard let source = try? DocumentSource(path: path) else { return 0 }
    var count = 0
    for document in source where document.problems.allSatisfy({ !$0.losesText }) { count += 1 }
    return count
  }

  /// Walks over all nodes with libxml2's pull reader, as a program without it in between would.
  private static func nodes(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let options = Int32(XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue)
      guard let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, options) else { return 0 }
      defer { xmlFreeTextReader(reader) }
      var count = 0
      while xmlTextReaderRead(reader) == 1 {
        _ = xmlTextReaderConstName(reader)
        _ = xmlTextReaderConstValue(reader)
        count += 1
      }
      return count
    }
  }

  /// Seconds of CPU that Python's `json.loads` takes; nil where there is no Python.
  private static func python(_ path: String) throws -> Double? {
    let program = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "-c",
      """
      import json, sys, time
      text = open(sys.argv[1], "rb").read()
      rounds = []
      for _ in range(7):
        start = time.process_time()
        lines = text.splitlines() if text[:1] == b"{" and b"}\\n{" in text else [text]
        for line in lines: json.loads(line)
        rounds.append(time.process_time() - start)
      print(sorted(rounds)[3])
      """, path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    return Double(
      String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// An input of several megabytes.
  private struct Sample {
    enum Peer { case xml, json }

    var name: String
    var path: String
    var bytes: [UInt8]
    var peer: Peer?

    init(_ name: String, _ path: String, _ peer: Peer? = nil, _ text: String) {
      self.name = name
      self.path = path
      self.peer = peer
      bytes = Array(text.utf8)
    }

    static let all = [
      Sample("a WordPress export", "export.xml", .xml, export),
      Sample("a NITF story", "story.xml", .xml, nitf),
      Sample("a web page", "page.html", nil, page),
      Sample("JSON Lines", "export.jsonl", .json, lines),
      Sample("ninjs", "items.json", .json, ninjs),
    ]

    private static let paragraphs = Article.all[0].text.split(separator: "\n").map(String.init)

    private static var export: String {
      let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
      let items = (1...1000).map {
        """
        <item><title>Story \($0)</title><link>https://harbour.example/\($0)</link>
        <pubDate>Tue, 04 Mar 2025 10:00:00 +0000</pubDate><dc:creator><![CDATA[desk]]></dc:creator>
        <guid isPermaLink="false">https://harbour.example/?p=\($0)</guid>
        <content:encoded><![CDATA[\(body)]]></content:encoded><wp:post_id>\($0)</wp:post_id>
        <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
        <category domain="category" nicename="news"><![CDATA[News]]></category></item>
        """
      }
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Harbour Post</title><wp:wxr_version>1.2</wp:wxr_version>
        \(items.joined(separator: "\n"))
        </channel></rss>
        """
    }

    private static var nitf: String {
      let body = (1...1000).flatMap { _ in paragraphs }.map { "<p>\($0)</p>" }.joined(separator: "\n")
      return """
        <?xml version="1.0" encoding="UTF-8"?>
        <nitf><head><title>Ferry runs again</title></head><body><body.head><hedline><hl1>Ferry runs again</hl1>
        </hedline></body.head><body.content><block>\(body)</block></body.content></body></nitf>
        """
    }

    private static var page: String {
      let body = (1...1000).flatMap { _ in paragraphs }
        .map { "<p class=\"text\">\($0) <a href=\"/more\">More</a></p>" }.joined(separator: "\n")
      return """
        <!DOCTYPE html><html lang="en"><head><title>Ferry runs again</title><meta charset="utf-8"></head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <article><h1>Ferry runs again</h1>\(body)</article><footer><p>Contact us</p></footer></body></html>
        """
    }

    private static var lines: String {
      let text = paragraphs.joined(separator: "\\n\\n")
      return (1...1000).map { "{\"id\": \"urn:\($0)\", \"headline\": \"Story\", \"text\": \"\(text)\"}\n" }
        .joined()
    }

    private static var ninjs: String {
      let text = paragraphs.map { "<p>\($0)</p>" }.joined()
      let items = (1...1000).map {
        """
        {"uri": "urn:\($0)", "type": "text", "versioncreated": "2025-03-04T10:00:00Z", "headline": "Story \($0)", \
        "copyrightholder": "Harbour Agency", "body_xhtml": "\(text)"}
        """
      }
      return "[" + items.joined(separator: ",\n") + "]"
    }
  }
}
