import Testing

@testable import WireRights

/// Credits: accepted, altered, missing, in any script.
struct DecisionCreditTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var forms: [String]
    var text: String
    var expected: String
    var testDescription: String { "\(forms) in \(text)" }

    init(_ forms: [String], _ text: String, _ expected: String) {
      self.forms = forms
      self.text = text
      self.expected = expected
    }
  }

  static let examples: [Example] = [
    Example(["Northwire"], "By Ada Petrova, Northwire", "accepted Northwire"),
    Example(["Northwire"], "VARNA (NORTHWIRE) —", "accepted Northwire"),
    Example(["(Northwire)"], "northwire", "accepted (Northwire)"),
    Example(["By NAME, Northwire"], "By Ada Petrova, Northwire", "accepted By NAME, Northwire"),
    Example(["By NAME, Northwire"], "By Ada Maria van der Petrova, Northwire", "accepted By NAME, Northwire"),
    Example(["By NAME, Northwire"], "By Northwire", "altered by northwire"),
    Example(["NAME/Northwire"], "Ada Petrova/Northwire", "accepted NAME/Northwire"),
    Example(["NAME/Northwire"], "Northwire", "altered northwire"),
    Example(["Northwire"], "Nothwire", "altered nothwire"),
    Example(["Northwire"], "North wire", "altered north wire"),
    Example(["Northwire"], "Northwires", "altered northwires"),
    Example(["Northwire"], "Meridian", "altered Meridian"),
    Example(["Northwire"], "Norway", "missing"),
    Example(["Northwire"], "", "missing"),
    Example(["The Northwire News Agency"], "Northwire News Agency", "altered northwire news agency"),
    Example(["The Northwire News Agency"], "The agency", "missing"),
    Example(["NW", "Northwire"], "VARNA (NW)", "accepted NW"),
    Example(["NW"], "NE", "missing"),
    Example(["北線社"], "【北線社ソフィア】", "accepted 北線社"),
    Example(["Нортуайър"], "Ада Петрова, НОРТУАЙЪР", "accepted Нортуайър"),
    Example(["سما نيوز"], "صوفيا (سما نيوز)", "accepted سما نيوز"),
    Example(["노스와이어"], "노스와이어가 전했다", "accepted 노스와이어"),
  ]

  @Test(arguments: examples)
  func aCreditIsFound(_ example: Example) {
    let found = CreditCheck.find(
      example.forms.compactMap { CreditForm($0) }, in: [CreditText(example.text, in: .field)],
      others: ["Meridian"].compactMap { CreditForm($0) })
    let text =
      switch found {
      case .accepted(let form): "accepted \(form)"
      case .altered(let found, _): "altered \(found)"
      case .missing: "missing"
      }
    #expect(text == example.expected)
  }

  /// Another agency that is merely named in the story is no credit.
  @Test func anotherAgencyInTheStoryIsNoCredit() throws {
    let form = try #require(CreditForm("Northwire"))
    let other = try #require(CreditForm("Meridian"))
    #expect(
      CreditCheck.find([form], in: [CreditText("Meridian said no.", in: .running)], others: [other])
        == .missing)
  }

  @Test func aFormWithoutWordsIsNone() {
    for text in ["", "—", "NAME", "( )"] { #expect(CreditForm(text) == nil) }
  }

  /// Many names and a long text cost no more than their product.
  @Test(.timeLimit(.minutes(60))) func hostileFormsEnd() throws {
    let form = try #require(CreditForm(String(repeating: "NAME a ", count: 40)))
    let text = String(repeating: "a ", count: 20_000)
    #expect(CreditCheck.find([form], in: [CreditText(text, in: .running)]) == .accepted(form))
  }
}
