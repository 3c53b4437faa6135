import Testing
import WireText

@testable import WireRights

/// Orders not to use an item until something happens, and sentences with the same words.
@Suite struct HoldOrderTests {
  private let parser: NoticeParser

  init() throws { parser = NoticeParser(try ProgramPolicies.all.get()) }

  /// Orders of which only what follows or precedes “until” has words of stories, conditions or readers.
  @Test(arguments: [
    "Do not publish this story until after the family has been told.",
    "Do not publish this story until the police have confirmed what the minister said.",
    "Until the desk calls, do not publish this story.",
    "Until the desk calls do not publish this story.",
    "Do not publish this story until you hear from us.",
    "Diesen Text bitte nicht verwenden, solange die Familie nicht informiert ist.",
    "Merci de ne pas utiliser cette dépêche tant que la famille n'a pas été prévenue.",
    "Texten får inte användas förrän redaktionen ringer.",
    "Zprávu nezveřejňujte, dokud redakce nezavolá.",
    "Biz arayana kadar lütfen bu haberi kullanmayınız.",
    "Teyit edilene kadar bu haberi kullanmayınız.",
    "जब तक डेस्क फोन न करे कृपया इस सामग्री का उपयोग न करें।",
    "デスクが連絡するまで、この記事は掲載しないこと。", "Do not air the report until the desk calls.",
    "Bericht nicht senden, bis wir ihn bestätigt haben.",
  ])
  func holds(_ text: String) {
    let statement = parser.parse(text)
    #expect(statement.advisory?.kind == .hold)
    #expect(
      statement.clauses.map(\.constraints) == [[Constraint(.timeBefore, "event:release-of-hold")]])
  }

  /// Without an end, or with something else behind the same words, they hold nothing.
  @Test(arguments: [
    ("Do not publish this story.", Advisory.Kind.kill),
    ("Diesen Text bitte nicht verwenden.", .kill),
    ("Do not publish this story until the family has been told, the editor had warned.", nil),
    ("“Do not publish this story until the family has been told,” she said.", nil),
    ("The newspaper did not publish the story until the family had been told.", nil),
    ("Do not use this story as long as the source is named.", nil),
    ("Do not use our content as long as you have no licence.", nil),
    ("You may not publish the article until you have paid.", nil),
    ("Do not publish this story before we have your written permission.", nil),
    ("The minister will hold the talks until they end and publish no word of them.", nil),
    ("Please do not use the lift until the fire brigade has checked it.", nil),
    ("Artiklen må ikke bruges til kryds og tværs.", nil),
    ("Brug ikke historien til reklame.", nil),
    ("Het artikel mag niet gebruikt worden voor reclame.", nil),
  ])
  func holdsNothing(_ text: String, _ kind: Advisory.Kind?) {
    #expect(parser.parse(text).advisory?.kind == kind)
  }

  /// At the head of a story they are found, whatever words of stories follow “until”.
  @Test(arguments: [
    (
      "Do not publish this story until the family was told.",
      "The ferry burned in the harbour of Ormsby on Monday. The crew left the ship, police said."
    ),
    (
      "Bitte die Meldung nicht verwenden, bis die Familie informiert wurde.",
      "Am Montag brannte im Hafen von Ormsby eine Fähre. Die Besatzung verließ das Schiff, sagte die Polizei."
    ),
    (
      "Ne pas publier la dépêche tant que la famille n'a pas été prévenue.",
      "Un ferry a brûlé lundi dans le port d'Ormsby. L'équipage a quitté le navire, a indiqué la police."
    ),
    (
      "No publicar la nota hasta que la familia haya sido informada.",
      "Un transbordador ardió el lunes en el puerto de Ormsby. La tripulación abandonó el barco, dijo la policía."
    ),
    (
      "Publicera inte texten förrän familjen har fått besked.",
      "En färja brann på måndagen i Ormsbys hamn. Besättningen lämnade fartyget, sade polisen."
    ),
    (
      "Nie publikujcie depeszy, dopóki rodzina nie została powiadomiona.",
      "W poniedziałek w porcie w Ormsby spłonął prom. Załoga opuściła statek, powiedziała policja."
    ),
  ])
  func isFoundInBodies(_ order: String, _ story: String) {
    let bytes = Array("Ormsby\n\n\(order)\n\n\(story)\n\n\(story)".utf8)
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    #expect(found.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) } == [order])
    #expect(found.first?.statement.advisory?.kind == .hold)
  }
}
