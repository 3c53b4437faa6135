import Testing
import WireRights
import WireText

/// Notices inside the body of a document.
@Suite struct FoundNoticeTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  private func found(_ text: String) -> [(words: String, statement: RightsStatement)] {
    let bytes = Array(text.utf8)
    return parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes)).map {
      (String(decoding: bytes[$0.range.indices], as: UTF8.self), $0.statement)
    }
  }

  private static let story = """
    HARBOUR (Northwire) — The ferry was late again on Monday, and nobody knew why.

    “We may not be back before winter,” the skipper said. She had asked for permission to dock.
    """

  @Test(arguments: [
    // A paragraph of its own.
    (
      "\n\nCopyright 2026 Northwire. All rights reserved. This material may not be published without permission.",
      1
    ),
    // The last sentence of a paragraph.
    (" © 2026 Northwire. All rights reserved.", 1),
    // The only word that tells it opens it.
    (" © 2026 Northwire.", 1),
    (" ©2026 Northwire.", 1),
    (" Copyright 2026 Northwire.", 1),
    // Several short paragraphs.
    (
      "\n\n© 2026 Northwire\n\nAll rights reserved.\n\nThis story may not be reproduced without permission.",
      1
    ),
    // A licence and an advisory.
    ("\n\nThis article is published under a Creative Commons Attribution 4.0 licence.", 1),
    ("\n\nMandatory credit: Northwire/Jo Bell", 1),
    ("\n\nEditorial use only. No resale. No archives.", 1),
    // None.
    ("", 0),
    ("\n\nThe small print said: “This material may not be published without permission.”", 0),
    ("\n\nThe minister said the law may not be used without the consent of parliament.", 0),
    ("\n\nThe sanctions prohibit the sale of grain, and sales of oil are not permitted.", 0),
    ("\n\nThe embargo on oil was lifted in May.", 0),
  ])
  func findsTheNoticesOfABody(_ end: String, _ count: Int) {
    let found = found(Self.story + end)
    #expect(found.count == count)
    #expect(found.allSatisfy { end.contains($0.words) && $0.statement.isNotice })
  }

  /// Lines at the head of copy that say when it may be published, and nothing else.
  @Test(arguments: [
    "Strictly embargoed for release until 00:01 GMT Friday 4th May 2029",
    "HOLD FOR RELEASE 6 a.m. EST May 4", "UNDER EMBARGO UNTIL MAY 4 AT NOON ET",
    "For release at 10 a.m. Friday, May 4",
    "Not to be published, broadcast or posted online before 4 May at 6pm",
    "SPERRFRIST 04.05.2029, 12.00 UHR", "Achtung Sperrfrist bis Freitag 06.00 Uhr",
    "ATTENZIONE: EMBARGO FINO ALLE 12 DI VENERDÌ 4 MAGGIO", "Embargo até 4 de maio, às 12h",
    "SPERREFRIST til fredag 4. mai kl. 06.00", "Julkaisuvapaa 4.5.2029 klo 12.00",
    "EMBARGO DO 4. KVĚTNA 2029 12:00", "Zakaz publikacji do 4 maja 2029 r. do godz. 6.00",
    "ЭМБАРГО ДО 4 МАЯ, 12:00 МСК", "Ембарго до 12.00 ч. на 4 май 2029 г.",
    "Embargó alatt 2029. május 4. 12 óráig",
    "4 MAYIS 2029 SAAT 12.00'YE KADAR AMBARGOLUDUR", "【解禁】5月4日正午", "ネット解禁：4日午前5時",
    "엠바고 5월 4일 정오까지", "EMBARGO SAMPAI 4 NOVEMBER 2029 PUKUL 12.00",
    "محظور النشر حتى الساعة 12:00 ظهرا يوم 4 مايو 2029", "איסור פרסום עד 4.5.2029 בשעה 12:00",
    "EMBARGO vendredi 04/05 à 06h00", "EMBARGO lundi 14/05 à 06h00", "Embargo till market close on May 4",
    "Sperrfrist Freitagsausgabe",
    "Embargoed until the start of the press conference at 11.00 CET on 4 May 2029",
    "Not for use before polls close in Ruritania at 7 p.m. Eastern on May 4.",
    "Do not broadcast or post online until 6 p.m. Eastern.", "BC-Strike, Advance for Friday, May 4",
    "Zveřejnit až po 4. 5. 2029, 6:00", "Publikovať až po 4. 5. 2029, 6:00",
    "Jangan diterbitkan sebelum 4 Mei 2029 pukul 10.00 WIB", "Cấm công bố trước 6h ngày 4/5/2029",
    "本稿请于5月4日10时后播发", "4日付朝刊用", "4일자 조간부터 사용",
    "For Monday papers", "For Monday's papers", "FOR SUNDAY RELEASE", "For AMs of May 4",
    "For release Sunday",
    "Frei für Freitagausgaben", "Frei für Morgenzeitungen", "Pour les éditions du samedi 4 mai",
    "Per i giornali di domani", "Para los periódicos del lunes", "Para as edições de segunda-feira",
    "Voor de zaterdagkranten", "Til lørdagsaviserne", "För lördagens tidningar", "Do wydań sobotnich",
    "Для субботних газет", "За съботните вестници", "Pro sobotní vydání", "Pentru ediţiile de sâmbătă",
    "Για τα φύλλα του Σαββάτου", "紙面解禁：4日付朝刊",
  ])
  func findsTheLineOfAnEmbargo(_ line: String) throws {
    let found = found(line + "\n\n" + Self.story)
    #expect(found.map(\.words) == [line])
    #expect(found.first?.statement.advisory?.kind == .embargo)
  }

  /// Lines at the head or the foot of copy that say whom to name.
  @Test(arguments: [
    "Must credit Ida Holm of the Gull Gazette.", "PLEASE CREDIT: THE GULL GAZETTE",
    "Please credit \"The Gull Gazette\" when using.", "(The Gull Gazette must be credited)",
    "Byline must read: Ida Holm", "Credit line must read \"The Gull Gazette\"",
    "*MANDATORY CREDIT* The Gull Gazette", "RESTRICTIONS: GULL WIRE AND KITE NEWS TO COURTESY",
    "Bitte als Quelle Möwenblatt angeben.",
  ])
  func findsTheLineOfACredit(_ line: String) throws {
    for text in [line + "\n\n" + Self.story, Self.story + "\n\n" + line] {
      let duty = try #require(found(text).first?.statement.duties.first)
      #expect(duty.kind == .credit && duty.value != nil)
    }
  }

  /// Short lines of the form of orders, which nobody can read as a whole.
  @Test(arguments: [
    "FOR USE WITH THIS STORY ONLY.", "CLIENTS ONLY", "REGIONALS ONLY", "NO FRONT PAGES", "NO PICK-UPS",
    "Rights: see contract", "Usage: 14 days", "Online rights: ask desk", "Web rights not included",
    "Magazines call for rates", "PAYMENT REQUIRED",
    "LEGAL: DO NOT NAME VICTIM", "Credit: Ida Holm (mandatory)",
  ])
  func keepsTheLineOfAnOrderThatIsNotRead(_ line: String) throws {
    for text in [line + "\n\n" + Self.story, Self.story + "\n\n" + line] {
      let found = found(text)
      #expect(found.map(\.words) == [line])
      #expect(found.first?.statement.residue.count == 1)
    }
  }

  /// Orders without a word that every notice has.
  @Test(
    arguments: [
      ("Ruritania media out", nil), ("Bulgaria media out", "BG"),
      ("For subscribers in Bulgaria only", "customers-in:BG"),
      ("Distribution: Bulgaria only", "BG"), ("SINGLE USE", "1"),
    ] as [(String, String?)])
  func readsTheLineOfAnOrderByItsForm(_ line: String, _ value: String?) {
    let limits = found(line + "\n\n" + Self.story).flatMap(\.statement.clauses).flatMap(\.constraints)
    #expect(limits.first?.value == value)
  }

  /// Bylines, kickers and headlines, whose words are not those of orders, or which go on.
  @Test(arguments: [
    "BY JO BELL", "Credit: Jo Bell", "HUMAN RIGHTS: A HISTORY", "NO DEAL", "NO COMMENT", "MEN ONLY",
    "SOLD OUT",
    "Sundays only", "ITALY OUT, FRANCE IN: THE LINE-UP FOR SATURDAY", "Brazil out, France in", "NO SALES TAX",
    "NO RESTRICTIONS", "USE OF FORCE", "Required Web Content", "Day on May 9, 2029 are online and",
    "Materials Needed", "No obligation", "Contract Research", "Vol. 12, No. 5, Residents' Rights Update",
    "Published: 4 May 2029", "Print this page", "RIGHTS GROUP SUES", "FREE PRESS", "In Monday's papers",
    "THE SUNDAY PAPERS", "Papers of the week",
  ])
  func findsNoOrderInOtherShortLines(_ line: String) {
    #expect(found(line + "\n\n" + Self.story).isEmpty)
    #expect(found(Self.story + "\n\n" + line).isEmpty)
  }

  /// Headlines about embargoes and what is held or on hold.
  @Test(arguments: [
    "EMBARGO LIFTED ON RURITANIAN GRAIN", "EMBARGO ON RURITANIA LIFTED",
    "HOLD FOR RANSOM: TRAWLER CREW SEIZED",
    "HOLD THE FRONT PAGE: MUSEUM SHOWS OLD PRESSES", "HARBOUR EXTENSION ON HOLD PENDING COURT RULING",
    "Levée de l'embargo sur le blé ruritanien", "Shops will not open before Friday 4 May at 6pm",
    "Publication of the report is not expected before Friday", "The film was released on Friday 4 May at 6pm",
    "The embargo ends on Friday at noon.", "Embargo hasta diciembre sobre las armas", "记者会后发布公报",
    "Use of mobile phones is prohibited during exams.",

    "Nothing may be published before the trial ends, the judge said.",
  ])
  func findsNoAdvisoryInAHeadline(_ line: String) {
    #expect(found(line + "\n\n" + Self.story).isEmpty)
  }

  @Test func givesTheWholeNoticeWithItsClauses() throws {
    let notice = """
      Copyright 2026 Northwire. All rights reserved. This material may not be published, broadcast, rewritten or \
      redistributed without permission.
      """
    let found = found(Self.story + " " + notice)
    let first = try #require(found.first)
    #expect(first.words == notice)
    #expect(first.statement.holder?.asWritten == "Northwire")
    #expect(first.statement.clauses.count == 4)
  }

  @Test func readsBytesThatAreNoText() {
    var bytes: [UInt8] = Array("© 2026 Northwire. ".utf8)
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(UInt8(truncatingIfNeeded: state >> 33))
    }
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    #expect(
      found.allSatisfy { $0.range.upper <= bytes.count && $0.statement.text.utf8.count == $0.range.count })
  }

  @Test(arguments: [1, 2, 3, 50, 16_383, 16_384, 16_385])
  func findsANoticeAfterAnyLengthOfPadding(_ length: Int) {
    let found = found(String(repeating: "a", count: length) + ". © 2026 Northwire. All rights reserved.")
    #expect(found.count == 1)
    #expect(found.first?.words.hasSuffix("© 2026 Northwire. All rights reserved.") ?? false)
  }
}
