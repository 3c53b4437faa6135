import Testing
import WireText

@testable import WireRights

/// Where the words stand that say what a statement says: exact bytes in every script and direction.
@Suite struct NoticePositionTests {
  let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  /// All places of a statement.
  private static func ranges(_ statement: RightsStatement) -> [TextRange] {
    statement.clauses.map(\.evidence) + statement.duties.map(\.evidence) + statement.residue
      + ([statement.holder].compactMap { $0 } + statement.coHolders).map(\.range)
      + [statement.allRightsReserved, statement.licence?.evidence, statement.advisory?.evidence]
      .compactMap { $0 }
  }

  @Test(
    arguments: [
      (
        "본 기사는 등대일보의 허락 없이 복제할 수 없습니다. 출처를 밝히면 인용할 수 있습니다.", "등대일보",
        ["본 기사는 등대일보의 허락 없이 복제할 수 없습니다.", "출처를 밝히면 인용할 수 있습니다."]
      ),
      ("ⓒ등대TV，무단전재금지。판매금지", "등대TV", ["ⓒ등대TV，무단전재금지。", "판매금지"]),
      ("灯塔网版权所有。未经许可，不得转载。禁止爬取本网内容。", "灯塔网", ["未经许可，不得转载。", "禁止爬取本网内容。"]),
      ("未經燈塔報同意，請勿轉載。歡迎引用。", "燈塔報", ["未經燈塔報同意，請勿轉載。", "歡迎引用。"]),
      ("著作権は灯台新聞社に帰属します。無断複製を禁じます。", "灯台新聞社", ["無断複製を禁じます。"]),
      (
        "© 2025 وكالة المنارة. يمنع نسخ المحتوى. يسمح بالاقتباس.", "وكالة المنارة",
        ["يمنع نسخ المحتوى.", "يسمح بالاقتباس."]
      ),
      ("כל הזכויות שמורות לחדשות המגדלור. אין להעתיק את התוכן.", "חדשות המגדלור", ["אין להעתיק את התוכן."]),
      (
        "کپی‌برداری ممنوع است. © ۲۰۲۵ خبرگزاری فانوس", "خبرگزاری فانوس",
        ["کپی‌برداری ممنوع است."]
      ),
      (
        "Fener Haber Ajansı'nın izni olmadan haberler yayımlanamaz.", "Fener Haber Ajansı",
        ["Fener Haber Ajansı'nın izni olmadan haberler yayımlanamaz."]
      ),
      ("© 2025 प्रकाशस्तंभ समाचार। इस सामग्री की नकल मना है।", "प्रकाशस्तंभ समाचार", ["इस सामग्री की नकल मना है।"]),
    ] as [(String, String, [String])])
  func everyClauseKeepsItsWords(_ text: String, _ holder: String, _ clauses: [String]) throws {
    let statement = parser.parse(text)
    let range = try #require(statement.holder?.range)
    #expect(statement.words(range) == holder)
    #expect(statement.holder?.asWritten == holder)
    #expect(statement.clauses.map { statement.words($0.evidence) } == clauses)
  }

  @Test(arguments: [
    ("جَمِيعُ الحُقُوقِ مَحْفُوظَة", "جَمِيعُ الحُقُوقِ مَحْفُوظَة"), ("灯塔报版权\u{200B}所有", "版权\u{200B}所有"),
    ("جميـع الحقـوق محفوظـة.", "جميـع الحقـوق محفوظـة"), ("© सभी अधिकार सुरक्षित।", "सभी अधिकार सुरक्षित"),
  ])
  func signsThatMeanNothingAreKept(_ text: String, _ formula: String) {
    let statement = parser.parse(text)
    #expect(statement.allRightsReserved.map(statement.words) == formula)
  }

  /// Every place is a piece of the text that starts and ends between characters.
  @Test func everyPlaceOfACaseIsAPieceOfItsText() throws {
    var count = 0
    for (text, statement) in try ProgramPolicies.statements.get() {
      let bytes = Array(text.utf8)
      for range in Self.ranges(statement) where range.lower < range.upper {
        count += 1
        #expect(range.lower >= 0 && range.upper <= bytes.count, "\(text)")
        let words = String(decoding: bytes[range.indices], as: UTF8.self)
        #expect(!words.unicodeScalars.contains("\u{FFFD}"), "\(text): \(words)")
        #expect(statement.words(range) == words)
      }
      if let holder = statement.holder { #expect(statement.words(holder.range) == holder.asWritten) }
    }
    #expect(count > 1000)
  }

  /// What goes before a notice and is none moves its places and changes nothing else.
  @Test func placesMoveWithTheText() throws {
    let before = "\u{3000}\u{200F}\n\n"
    let shift = before.utf8.count
    for (text, plain) in try ProgramPolicies.statements.get() {
      let moved = parser.parse(before + text)
      #expect(StatementLines.lines(moved) == StatementLines.lines(plain), "\(text)")
      let ranges = Self.ranges(plain).map { TextRange($0.lower + shift, $0.upper + shift) }
      #expect(Self.ranges(moved) == ranges, "\(text)")
    }
  }

  /// A phrase that starts with a star adds its meaning to every word with that ending.
  @Test(arguments: [
    ("kopyalanamaz", [Action.reproduce], Effect.prohibit), ("kopyalanabilir", [.reproduce], .permit),
    ("çevrilemez, dağıtılamaz", [.translate, .distribute], .prohibit),
  ])
  func endingsAddTheirMeaning(_ verb: String, _ actions: [Action], _ effect: Effect) {
    let statement = parser.parse("Sitedeki içerikler \(verb). Tüm hakları saklıdır.")
    #expect(statement.clauses.map(\.action) == actions)
    #expect(statement.clauses.allSatisfy { $0.effect == effect })
  }
}
