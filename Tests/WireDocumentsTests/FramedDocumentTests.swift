import Testing
import WireText

@testable import WireDocuments

/// Documents that go to another process come out as they went in, and bytes that are none are refused.
@Suite struct FramedDocumentTests {
  /// A document in which everything is set.
  private static var full: Document {
    var document = Document(origin: Origin(path: "wire/ä.xml", item: 7, format: "nitf", dialect: "3.4"))
    document.type = .package
    document.id = "urn:harbour:7"
    document.version = "3"
    document.headline = "Ferry stops"
    document.body.append(
      Array("Ein Fährmann".utf8), from: [(5, FileRange(40, 45), true), (8, FileRange(45, 51), false)],
      role: .subhead)
    document.body.append(Array("sagte nichts.".utf8), from: [(13, FileRange(90, 103), true)])
    document.body.isCut = true
    document.body.link(to: ["https://harbour.example/ferry"])
    document.attachments = [
      Attachment(name: "a.docx", format: "docx", headline: "Ferry", range: TextRange(14, 27))
    ]
    document.fields = [
      Field(.byline, "By A. Writer", key: "byline", place: FileRange(1, 9)), Field(.slug, "", key: "x"),
    ]
    document.language = "de"
    document.status = Status(.withheld, raw: "Hold")
    document.embargo = TimeField(.embargo, raw: "noon", instant: nil)
    document.times = [TimeField(.created, raw: "1969", instant: Instant(seconds: -5))]
    document.urls = [Field(.canonical, "https://harbour.example", key: "link")]
    document.links = [ItemLink(.kills, id: "urn:harbour:6")]
    document.rights = [
      RightsField(
        .dataMining, "no", place: .body, key: "k", language: "de", scope: "text", medium: .picture,
        range: FileRange(3, 4))
    ]
    document.problems = [Problem("bad-bytes", "3 bytes", line: 4, losesText: true)]
    return document
  }

  private static func bytes(of value: some Framed) -> [UInt8] {
    var writer = FrameWriter()
    writer.write(value)
    return writer.bytes
  }

  @Test func whatGoesInComesOut() throws {
    var reader = FrameReader(Self.bytes(of: Self.full))
    let document: Document = try reader.value()
    #expect(reader.isAtEnd)
    #expect(String(reflecting: document) == String(reflecting: Self.full))
  }

  /// Each property of what is sent differs from its default in `full`, so that one that is not sent would be missed.
  @Test func everyPropertyIsSet() {
    let full = Self.full
    let empty = Document(origin: Origin(path: "", format: ""))
    for (set, unset) in zip(Mirror(reflecting: full).children, Mirror(reflecting: empty).children) {
      #expect(String(reflecting: set.value) != String(reflecting: unset.value), "\(set.label ?? "")")
    }
    for value in [
      full.attachments[0], full.fields[0], full.embargo, full.rights[0], full.problems[0], full.origin,
    ] as [Any?] {
      for child in Mirror(reflecting: value as Any).children {
        #expect(String(reflecting: child.value) != "nil" || child.label == "instant", "\(child.label ?? "")")
      }
    }
  }

  @Test func limitsComeOut() throws {
    var limits = Limits()
    for (number, setting) in Limits.settings.enumerated() { setting.set(1000 + number, in: &limits) }
    limits.leftOut = [3: Problem("reader-crashed", "it ended", losesText: true)]
    limits.ending = [4: Problem("reader-crashed", "it ended again", losesText: true)]
    limits.apart = [2]
    var reader = FrameReader(Self.bytes(of: limits))
    #expect(try reader.value() == limits)
    // Every limit can be set by a user, but for what a run finds out itself.
    #expect(Mirror(reflecting: limits).children.count == Limits.settings.count + 3)
    #expect(Set(Limits.settings.map { $0.value(in: limits) }).count == Limits.settings.count)
  }

  @Test func whatIsCutIsRefused() {
    let bytes = Self.bytes(of: Self.full)
    for count in bytes.indices {
      var reader = FrameReader(Array(bytes[..<count]))
      #expect(throws: FrameFault.self) { try reader.value() as Document }
    }
  }

  /// Whatever is changed in a frame, it is refused or a document whose parts can be used.
  @Test func whatIsChangedIsRefusedOrSound() {
    let bytes = Self.bytes(of: Self.full)
    var (sound, refused) = (0, 0)
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF, bytes[index] ^ 0x10] as [UInt8] {
        var changed = bytes
        changed[index] = value
        var reader = FrameReader(changed)
        guard let document = try? reader.value() as Document else {
          refused += 1
          continue
        }
        sound += 1
        // That it can be used at all is what is expected.
        for paragraph in document.body.paragraphs {
          _ = document.body.string(paragraph.range)
          _ = document.body.map.fileRange(of: paragraph.range)
        }
      }
    }
    #expect(sound > 0 && refused > 0)
  }

  @Test(arguments: [Int.min, Int.min + 1, -65, -64, -1, 0, 1, 63, 64, Int.max - 1, Int.max])
  func numbersComeOut(_ number: Int) throws {
    var reader = FrameReader(Self.bytes(of: number))
    #expect(try reader.number() == number)
    #expect(reader.isAtEnd)
  }
}
