import TestSupport
import Testing
import WireText

@testable import WireDocuments

@Suite struct RTFReaderTests {
  static func document(_ body: String, head: String = "\\ansi\\ansicpg1252") throws -> Document {
    try #require(try read("{\\rtf1\(head) \(body)}", as: "draft.rtf").first)
  }

  /// What a piece of RTF says.
  @Test(arguments: [
    ("Plain words.\\par More.", ["Plain words.", "More."]),
    ("\\'93quoted\\'94 it\\'92s \\u8364? \\u-10179?\\u-8704?", ["“quoted” it’s € 😀"]),
    ("{\\uc2\\u8364 ab}c\\uc0\\u8364 d", ["€c€d"]),
    ("\\uc1\\u8364\\'80 x \\u233\\u234", ["€ x éê"]),
    ("a\\~b\\_c\\-d \\{\\}\\\\ \\emdash  \\lquote x\\rquote\\bullet", ["a\u{A0}b\u{2011}cd {}\\ — ‘x’•"]),
    ("one{\\b two}three\\line four\\tab five", ["onetwothree four five"]),
    (
      "a {\\*\\unknown lost} b {\\pict 0a0b} c {\\field{\\*\\fldinst LINK}{\\fldrslt shown}}", ["a b c shown"]
    ),
    ("before {\\pict\\bin5 {{}}\\ } after", ["before after"]),
    (
      "{\\upr{old}{\\*\\ud{new}}} {\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box.\\par}}!",
      ["new !", "In a box."]
    ),
    ("kept {\\deleted gone }{\\revised added}", ["kept added"]),
    // Bars stand between the cells of a row, whether or not paragraphs end in them.
    ("\\trowd\\intbl One\\cell Two\\cell\\row\\intbl Three\\cell\\cell\\row", ["One | Two", "Three"]),
    ("\\intbl{{One\\par}\\cell}{{Two\\par}\\cell}\\row", ["One", "| Two"]),
    // The marks of lists are read as they are written out.
    ("{\\listtext\\pard 1.\\tab}First\\par", ["1. First"]),
    ("{\\footnote {\\listtext 1.\\tab}Note}Copy\\par", ["Copy"]),
    ("line\r\nend\\\nnext", ["lineend", "next"]),
    // Words that were moved away are like deleted ones, and a paragraph whose end is deleted goes on.
    ("{\\mvf moved }{\\mvt here}", ["here"]),
    ("One half{\\deleted\\par } and the other.\\par Next.", ["One half and the other.", "Next."]),
    // What older programs show in place of a shape says the same.
    (
      "{\\shp{\\*\\shpinst{\\shptxt In a box.\\par}}{\\shprslt{\\*\\do{\\dptxbxtext In a box.\\par}}}}Copy",
      ["Copy", "In a box."]
    ),
    ("{\\shp{\\*\\shpinst}{\\shprslt{\\*\\do{\\dptxbxtext Only here.\\par}}}}Copy", ["Copy", "Only here."]),
  ]) func reads(_ rtf: String, _ paragraphs: [String]) throws {
    #expect(try Self.document(rtf).body.strings == paragraphs)
  }

  /// Bytes are of the code page of their font, and letters may take two.
  @Test func readsCodePagesOfFonts() throws {
    let fonts =
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\cpg1250\\fnil D;}}"
    let document = try Self.document(
      "\\f0 caf\\'e9 \\f1 \\'cf\\'f0 {\\f2 \\'83A\\'83\\'42} \\f3\\'9a \\plain\\'e9", head: "\\ansi\(fonts)")
    #expect(document.body.strings == ["café Пр アィ š é"])
    #expect(document.problems.isEmpty)
    let unknown = try Self.document("x", head: "\\ansi\\ansicpg4711")
    #expect(unknown.codes == ["encoding-unknown"])
    let strange = try Self.document(
      "\\f1 x", head: "\\ansi{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset99 B;}}")
    #expect(strange.codes == ["encoding-unknown"])
  }

  @Test func keepsRolesNotesAndPropertiesApart() throws {
    let document = try Self.document(
      "{\\header Page head}{\\info{\\title Ferry}{\\author Ada}{\\*\\copyright No archives.}{\\creatim\\yr2026\\mo11\\dy26\\hr8\\min5}}"
        + "{\\stylesheet{\\s2 Normal;}{\\s1 heading 1;}}\\pard\\s1 Ferry returns\\par\\pard\\s2 The ferry"
        + "{\\footnote A foot.} is back.{\\*\\annotation Check.}\\par\\pard\\ls1 First stop\\par\\pard\\intbl North"
        + "\\cell 7.52\\cell\\row\\pard {\\v Secret}\\par")
    #expect(
      document.outline == [
        "su: Ferry returns", "pa: The ferry is back.", "li: First stop", "ta: North | 7.52", "pa: Secret",
      ])
    #expect(document.headline == "Ferry" && document.texts(.author) == ["Ada"])
    #expect(document.time(.created)?.raw == "2026-11-26T08:05")
    #expect(document.fields.map { "\($0.key): \($0.text)" }.contains("footnote: A foot."))
    #expect(document.fields.map { "\($0.key): \($0.text)" }.contains("header: Page head"))
    #expect(document.texts(.editorsNote) == ["Page head", "Check."])
    #expect(document.statements == ["notice: No archives."])
    #expect(document.codes == ["hidden-text"])
  }

  /// A bookmark in a note, or a note in a note, takes none of its words.
  @Test func keepsNotesWhole() throws {
    let document = try Self.document(
      "Copy{\\footnote Before {\\*\\bkmkstart x}{\\*\\bkmkend x}and {\\annotation Why?}after.}")
    #expect(document.texts(.footnote) == ["Before and after."] && document.texts(.editorsNote) == ["Why?"])
  }

  /// Properties that users named, descriptions of pictures and letters that are drawn are words too.
  @Test func keepsNamedValues() throws {
    let document = try Self.document(
      "{\\*\\userprops{\\propname Copyright}\\proptype30{\\staticval \\'a9 Nordwind}}Copy{\\*\\shppict{\\pict{\\*\\picprop"
        + "{\\sp{\\sn shapeType}{\\sv 75}}{\\sp{\\sn wzDescription}{\\sv A ferry at dawn}}}00}}"
        + "{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv FERRY DAY}}}}{\\info{\\revtim\\yr0\\mo0\\dy0}}")
    #expect(document.statements == ["notice: © Nordwind"] && document.body.strings == ["Copy"])
    #expect(
      document.fields.map { "\($0.key): \($0.text)" } == [
        "picture description: A ferry at dawn", "word art: FERRY DAY",
      ])
    #expect(document.times.isEmpty)
  }

  @Test func keepsPlaces() throws {
    let file = Array("{\\rtf1\\ansi Na\\'efve {\\i words} stand\\par here.}".utf8)
    let document = try #require(try read(file, as: "a.rtf").first)
    #expect(document.body.strings == ["Naïve words stand", "here."])
    #expect(try source(of: "Naïve", in: document, file) == "Na\\'efve")
    #expect(try source(of: "words", in: document, file) == "words")
    expectPlaces(document, in: file)
  }

  @Test func tellsDamage() throws {
    let open = try #require(try read("{\\rtf1 Some {\\b words", as: "a.rtf").first)
    #expect(open.body.strings == ["Some words"])
    #expect(open.problems.contains { $0.code == "truncated" && $0.losesText })
    let more = try #require(try read("{\\rtf1 Some} words", as: "a.rtf").first)
    #expect(more.problems.contains { $0.code == "trailing-content" && $0.losesText })
    let half = try Self.document("a\\u-10179?b \\u-8704?c")
    #expect(half.body.strings == ["a\u{FFFD}b \u{FFFD}c"] && half.codes == ["surrogate-replaced"])
    let stray = try #require(try read("{\\rtf1\\ansicpg932 a\\'81}", as: "a.rtf").first)
    #expect(stray.problems.contains { $0.code == "bytes-replaced" && $0.losesText })
  }

  @Test(
    arguments: [
      (LongText("{\\rtf1 ", .times(100_000, "{")), "limit-depth"),
      ("{\\rtf1 x{\\pict\\bin2147483647 xxx}}", "rtf-damaged"),
    ] as [(LongText, String)]) func refuses(_ text: LongText, _ code: String)
  {
    let rtf = text.text
    #expect(throws: ReadingFault.self) { try read(rtf, as: "a.rtf") }
    #expect { try read(rtf, as: "a.rtf") } throws: { ($0 as? ReadingFault)?.code == code }
  }
}
