import Testing

@testable import WireRights

/// Names of holders in scripts without capitals, and in lower case before such a script: where they start and end.
@Suite struct CaselessNameTests {
  private static let policies = ProgramPolicies.all

  @Test(arguments: [
    // A place in brackets before the legal form.
    ("© 2026 海燕(宁波)有限公司 版权所有", "海燕(宁波)有限公司"),
    ("© 2026 海燕（宁波）有限公司", "海燕（宁波）有限公司"),
    // Lower case before another script.
    ("© 2026 gull-bay 無断転載を禁じます", "gull-bay"),
    ("© 2026 gullbay · 未經授權禁止轉載", "gullbay"),
    // Brackets after the general word for a holder.
    ("本站内容未经博主（Gull_Bay）同意严禁转载", "Gull_Bay"),
    // A word for a part of the material, or a particle's letter, as the start or inside of a name.
    ("저작권자 ⓒ 영상나루원 무단전재 및 재배포 금지", "영상나루원"),
    ("この写真は株式会社ちどりもんの所有物です。", "株式会社ちどりもん"),
    // An act as the end of a name.
    ("千鳥放送の許可なく記事を使用することはできません。", "千鳥放送"),
    // A small word apart from the name.
    ("כל הזכויות שמורות ל-GullRadio", "GullRadio"),
    // The formula around the rights that it names.
    ("جميع حقوق التصميم والمحتوى الخاصة بمنصة المنارة محفوظة.", "المنارة"),
    ("جميع حقوق النشر والتأليف والترجمة محفوظة لدار المنارة.", "دار المنارة"),
    // The title marks of Chinese.
    ("经授权转载自《海燕周刊》", "海燕周刊"),
    // Two syllables after the kind of paper, of which only the first has a capital.
    ("Bản quyền thuộc về Báo điện tử Hải đăng.", "Báo điện tử Hải đăng"),
  ])
  func namesAreWhole(_ text: String, _ owner: String) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.holder?.asWritten == owner)
  }

  @Test(arguments: [
    "© 2026 all text on this page 無断転載", "本站内容未经同意（见下文）严禁转载",
    "جميع حقوق الإنسان محفوظة في الدستور.",
  ])
  func otherWordsAreNone(_ text: String) throws {
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.holder == nil)
  }

  @Test func formulaWithDativeHasYears() throws {
    let text = "جميع الحقوق محفوظة لموقع المنارة نيوز 2015 - 2026"
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.years == [2015, 2026])
  }

  @Test func mediumInNameIsNoLimit() throws {
    let text = "Bài viết thuộc bản quyền của Tạp chí Hải Đăng, mọi hình thức sao chép đều phải xin phép."
    let statement = NoticeParser(try Self.policies.get()).parse(text)
    #expect(statement.clauses.map(\.action) == [.reproduce])
    #expect(statement.clauses.allSatisfy { $0.constraints.isEmpty })
  }
}
