import Foundation
import Testing
import WireDocuments
import WireText

@testable import WireIsolation

#if canImport(Glibc)
  import Glibc
#endif

/// Inputs are read in a process that may die, hang or eat memory, and only the document that made it do so is lost.
@Suite struct IsolationTests {
  private static func reading() throws -> IsolatedReading {
    IsolatedReading(executable: try Tool.path(), arguments: ["read-worker"])
  }

  /// Kills a process and waits until it is dead; `WorkerProcess` finds out by itself.
  private static func end(_ worker: WorkerProcess) throws {
    #expect(kill(worker.process, SIGKILL) == 0)
    for _ in 0..<5000 {
      let status = try String(contentsOfFile: "/proc/\(worker.process)/status", encoding: .utf8)
      if status.contains("State:\tZ") { return }
      usleep(1000)
    }
    Issue.record("process \(worker.process) lives on")
  }

  private static func all(_ feed: some DocumentFeed) throws -> [Document] {
    var feed = feed
    var documents: [Document] = []
    while let document = try feed.next() { documents.append(document) }
    return documents
  }

  /// An export of items whose texts have the given bytes.
  private static func export(items: Int, bytes: Int) -> String {
    let text = String(repeating: "The ferry to the island stops at noon. ", count: bytes / 39)
    let all = (1...items).map {
      "<item><title>Story \($0)</title><content:encoded><![CDATA[<p>\(text)</p>]]></content:encoded>"
        + "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
    }
    return """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour Post</title>\(all.joined())\
      </channel></rss>
      """
  }

  @Test func documentsAreThoseOfThisProcess() throws {
    let folder = try Folder()
    try folder.write(Self.export(items: 40, bytes: 4000), to: "export.xml")
    let path = folder("export.xml")
    var feed = try Self.reading().open(path: path)
    #expect(feed.format.name == "wxr")
    let isolated = try Self.all(feed)
    #expect(isolated.count == 40)
    #expect(
      String(reflecting: isolated) == String(reflecting: try Self.all(try DocumentSource(path: path))))
    #expect(try feed.next() == nil)
    #expect(feed.bytes.map { Data($0) } == FileManager.default.contents(atPath: path))
  }

  /// A process that does not answer questions about an input costs no other input.
  @Test func aProcessThatEndsAfterAnInputCostsNoOther() throws {
    let folder = try Folder()
    try folder.write(Self.export(items: 1, bytes: 400), to: "first.xml")
    try folder.write(Self.export(items: 2, bytes: 400), to: "second.xml")
    let reading = try Self.reading()
    var first = try reading.open(path: folder("first.xml"))
    while try first.next() != nil {}
    try Self.end(try #require(reading.worker))
    #expect(first.places(of: [0]) == nil && first.bytes == nil)
    #expect(try Self.all(try reading.open(path: folder("second.xml"))).count == 2)
  }

  /// The process cannot open the system's tables of encodings any more when it meets one.
  @Test(arguments: [
    "Shift_JIS", "sjis", "windows-31j", "EUC-JP", "x-euc-jp", "ISO-2022-JP", "GB2312", "cp936", "GB18030",
    "Big5",
    "EUC-KR", "johab", "KOI8-R", "x-mac-cyrillic", "x-mac-ce", "IBM866", "cp855", "cp737", "cp857", "cp861",
    "cp865",
    "ISO-8859-5", "ISO-8859-8-I", "windows-1251", "windows-1256", "TIS-620", "macintosh",
  ]) func encodingsAreThoseOfThisProcess(_ label: String) throws {
    let folder = try Folder()
    let page = "<html><head><meta charset=\"\(label)\"><title>T</title></head><body><p>"
    let bytes =
      [UInt8](page.utf8) + (0xA1...0xDF).flatMap { [$0, 0xB1] } + [UInt8]("</p></body></html>".utf8)
    try folder.write(bytes: bytes, to: "page.html")
    let isolated = try Self.all(try Self.reading().open(path: folder("page.html")))
    let own = try Self.all(try DocumentSource(path: folder("page.html")))
    #expect(isolated.map(\.body.strings) == own.map(\.body.strings))
    #expect(!own.flatMap(\.problems).contains { $0.code == "encoding-unknown" })
  }

  /// Places in an export that is too large to be kept are found by reading it again, also behind a fault.
  @Test(arguments: [true, false]) func placesAreThoseOfThisProcess(_ isWhole: Bool) throws {
    let folder = try Folder()
    let export = Self.export(items: 50, bytes: 4000).replacing("<item>", with: "\n<item>")
    try folder.write(isWhole ? export : export.replacing("</channel></rss>", with: ""), to: "export.xml")
    var limits = Limits()
    limits.keptBytes = 1000
    let path = folder("export.xml")
    var feed = try Self.reading().open(path: path, limits: limits)
    do { while try feed.next() != nil {} } catch { #expect(!isWhole, "\(error)") }
    let wanted = [5, 20_000, 150_000]
    let places = try #require(feed.places(of: wanted))
    #expect(places.map(\.byte) == wanted)
    let lines = places.map { place in
      export.utf8.prefix(place.byte).count { $0 == UInt8(ascii: "\n") } + 1
    }
    #expect(places.map(\.line) == lines)
    #expect(feed.bytes == nil)
  }

  @Test func faultsAreThoseOfThisProcess() throws {
    let folder = try Folder()
    try folder.write("", to: "empty")
    try folder.write("{\"a\": [1, 2", to: "cut.json")
    try folder.write(Self.export(items: 3, bytes: 400).replacing("</channel></rss>", with: ""), to: "cut.xml")
    let reading = try Self.reading()
    for name in ["empty", "cut.json", "cut.xml", "missing", "."] {
      let isolated = #expect(throws: ReadingFault.self) {
        try Self.all(try reading.open(path: folder(name)))
      }
      let own = #expect(throws: ReadingFault.self) { try Self.all(try DocumentSource(path: folder(name))) }
      #expect(isolated?.description == own?.description)
      #expect(isolated?.code == own?.code)
    }
  }

  /// The process may not write, leave a core, get rights back or, with the filter, open anything.
  @Test func theProcessGivesUpWhatItDoesNotNeed() throws {
    let folder = try Folder()
    try folder.write(Self.export(items: 300, bytes: 40_000), to: "export.xml")
    let reading = try Self.reading()
    var feed = try reading.open(path: folder("export.xml"))
    #expect(try feed.next() != nil)
    let process = try #require(reading.worker?.process)
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
    #expect(feed.filtersSystemCalls == status.contains("Seccomp:\t2"))
    if dlopen("libseccomp.so.2", RTLD_NOW) != nil {
      #expect(status.contains("Seccomp:\t2"))
      #expect(status.contains("NoNewPrivs:\t1"))
    }
    for name in ["Max file size", "Max core file size"] {
      let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix(name) })
      #expect(line.split(separator: " ").dropLast().last == "0", "\(line)")
    }
    let environment = try String(contentsOfFile: "/proc/\(process)/environ", encoding: .utf8)
    #expect(!environment.contains("HOME="))
  }

  /// Of 2,000 requests 200 meet a process that was killed: those are incomplete, all others right.
  @Test func aDeadProcessCostsOneRequest() throws {
    let folder = try Folder()
    try folder.write("# Ferry stops\n\nThe ferry to the island stops at noon.\n", to: "draft.md")
    let reading = try Self.reading()
    var right = 0
    var incomplete = 0
    for number in 0..<2000 {
      if number % 10 == 5 {
        try Self.end(try #require(reading.worker))
      }
      do {
        let documents = try Self.all(try reading.open(path: folder("draft.md")))
        if documents.first?.body.strings.contains("The ferry to the island stops at noon.") == true {
          right += 1
        }
      } catch let fault as ReadingFault {
        #expect(fault.code == "reader-crashed", "request \(number): \(fault)")
        incomplete += 1
      }
    }
    #expect(right == 1800)
    #expect(incomplete == 200)
  }

  @Test func anExportIsReadOnAfterACrash() throws {
    let folder = try Folder()
    // Larger than what lies in the socket, so that the process is still at work when it is killed.
    try folder.write(Self.export(items: 60, bytes: 100_000), to: "export.xml")
    let reading = try Self.reading()
    var feed = try reading.open(path: folder("export.xml"))
    var documents: [Document] = []
    while let document = try feed.next() {
      documents.append(document)
      // The first time nobody knows at which document it ended, and nothing is given up.
      if [10, 20].contains(documents.count) { try Self.end(try #require(reading.worker)) }
    }
    let lost = documents.filter { $0.problems.contains { $0.code == "reader-crashed" && $0.losesText } }
    #expect(documents.map(\.origin.item) == Array(1...60))
    #expect(lost.count == 1)
    #expect(documents.count { $0.body.utf8.count > 90_000 } == 59)
  }

  /// A page whose tree is larger than what the process may have.
  @Test func whatTakesTooMuchMemoryCostsItself() throws {
    let tool = Tool(folder: try Folder())
    try tool.folder.write(
      "<html><body>" + String(repeating: "<p>The <b>ferry</b> stops &amp; waits.</p>", count: 600_000),
      to: "b.html")
    try Self.expectLoss(of: "b.html", as: "reader-crashed", limits: ["process-bytes=250M", "nodes=9M"], tool)
  }

  /// An export that takes many times a second on any machine: 400 MB of empty elements, packed.
  @Test func whatTakesTooMuchTimeCostsItself() throws {
    let tool = Tool(folder: try Folder())
    try tool.folder.write("<rss version=\"2.0\"><channel><title>The ferry waits</title>", to: "start")
    try tool.folder.write(String(repeating: "<a/>", count: 10 << 20), to: "middle")
    try tool.folder.write("</channel></rss>", to: "end")
    let packed = try tool.shell(
      "gzip start middle end && for i in {1..10}; do cat middle.gz; done | cat start.gz - end.gz >b.xml.gz")
    #expect(packed.status == 0, "\(packed.errors)")
    try Self.expectLoss(
      of: "b.xml.gz", as: "reader-hung", limits: ["item-seconds=1", "inflate-ratio=9M", "item-bytes=9G"], tool
    )
  }

  /// Reads a file between two others, and expects that it alone is lost and nothing of its text is told.
  private static func expectLoss(of name: String, as code: String, limits: [String], _ tool: Tool) throws {
    try tool.folder.write("# Ferry stops\n\nThe ferry to the island stops at noon.\n", to: "a.md")
    try tool.folder.write("# Ferry runs\n\nThe ferry to the island runs again.\n", to: "c.md")
    let outcome = try tool.run(
      ["read", "--json", "a.md", name, "c.md"] + limits.flatMap { ["--limit", $0] })
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("Ferry stops"))
    #expect(outcome.output.contains("Ferry runs"))
    #expect(outcome.output.contains(code), "\(outcome.errors.prefix(400))")
    #expect(!outcome.errors.contains("waits"))
  }

  /// An attachment that takes too much costs itself: the message and what else is attached to it are read.
  @Test func anAttachmentCostsItself() throws {
    // The address space below fits the program as it is built for tests.
    let tool = Tool(folder: try Folder(), program: try Tool.built())
    try tool.folder.write(
      "<html><body>" + String(repeating: "<p>The <b>ferry</b> stops &amp; waits.</p>", count: 400_000),
      to: "big.html")
    _ = try tool.shell("gzip big.html && base64 big.html.gz > big.txt")
    let packed = String(decoding: try tool.folder.bytes(of: "big.txt"), as: UTF8.self)
    let attached = "Content-Disposition: attachment; filename="
    let parts = [
      "Content-Type: text/plain\r\n\r\nThe copy is attached.",
      "Content-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n\(attached)big.html.gz\r\n\r\n\(packed)",
      "Content-Type: text/plain\r\n\(attached)copy.txt\r\n\r\nThe ferry runs again.",
    ]
    try tool.folder.write(
      "From: Ada <ada@nordwind.example>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + parts.map { "--b\r\n\($0)\r\n" }.joined() + "--b--\r\n", to: "a.eml")
    // The program itself takes most of this address space where it is built for tests, its policies among it.
    let read = try tool.run(
      "read", "--json", "a.eml", "--limit", "process-bytes=170M", "--limit", "nodes=9M")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("The copy is attached.") && read.output.contains("The ferry runs again."))
    #expect(read.output.contains("\"path\": \"a.eml/big.html.gz\""))
    #expect(read.output.contains("reader-crashed") && !read.output.contains("waits"))
  }

  /// An article that takes too much costs what follows it in its file, and no other member of the archive.
  @Test func anArticleCostsNoOtherMember() throws {
    let tool = Tool(folder: try Folder())
    func article(_ text: String) -> String {
      #"{"@context":"https://schema.org","@type":"NewsArticle","articleBody":"\#(text)"}"#
    }
    let heavy = String(repeating: "<p>The <b>ferry</b> stops &amp; waits.</p>", count: 400_000)
    let articles = ["The quay is open.", heavy, "The harbour sleeps."].map(article)
    try tool.folder.write("[" + articles.joined(separator: ",") + "]", to: "a.json")
    try tool.folder.write("# Ferry runs\n\nThe ferry to the island runs again.\n", to: "b.md")
    _ = try tool.shell("tar cf all.tar a.json b.md")
    let read = try tool.run(
      "read", "--json", "all.tar", "--limit", "process-bytes=220M", "--limit", "nodes=9M")
    #expect(read.status == 3)
    #expect(read.output.contains("The quay is open.") && read.output.contains("runs again."))
    #expect(!read.output.contains("sleeps") && !read.output.contains("waits"))
    #expect(read.output.contains("reader-crashed") && read.errors.contains("a.json"), "\(read.errors)")
  }

  @Test(arguments: [
    "item-bites=3", "depth", "depth=", "depth=0", "depth=-4", "depth=many", "depth=99999999999G",
  ])
  func aLimitThatIsNoneIsWrongUse(_ limit: String) throws {
    let outcome = try Tool(folder: try Folder()).run("read", "--limit", limit, "x")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--limit"))
  }
}
