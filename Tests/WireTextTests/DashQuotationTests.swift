import Testing
import WireText

struct DashQuotationTests {
  private func quotes(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return DashQuotations.ranges(in: bytes, paragraphs: Paragraphs.ranges(in: bytes)).map {
      String(decoding: bytes[$0.indices], as: UTF8.self)
    }
  }

  @Test(
    "a dash opens a quotation, and dashes set off who speaks",
    arguments: [
      (
        "— Мост закрыт, — сказала Яна Колар. — Паром ходит.",
        ["Мост закрыт, ", " Паром ходит."]
      ),
      ("– Most jest zamknięty – powiedziała Wrzos.", ["Most jest zamknięty – powiedziała Wrzos."]),
      ("– Most jest zamknięty. – powiedziała Wrzos.", ["Most jest zamknięty. "]),
      ("—El puente sigue cerrado —ha dicho Jana Kolar—. Habrá barco.", ["El puente sigue cerrado "]),
      ("– Le pont reste fermé, a déclaré Jana Kolar.", ["Le pont reste fermé, a déclaré Jana Kolar."]),
      // A dash between spaces: the writer's where one is left over and prose follows.
      ("– Most jest zamknięty – powiedziała Wrzos. Prom pływa.", ["Most jest zamknięty "]),
      ("– Szia. A híd zárva – mondta Vadas. Komp jár – ma is.", ["Szia. A híd zárva "]),
      (
        "– Most – ten stary – jest zamknięty. Prom pływa.",
        ["Most – ten stary – jest zamknięty. Prom pływa."]
      ),
      ("– Zamknięto most Kolar – Wrzos. Prom pływa.", ["Zamknięto most Kolar – Wrzos. Prom pływa."]),
      ("— Мост — это всё, — сказала Колар. Паром ходит.", ["Мост — это всё, "]),
      ("— Мост — это символ города.", ["Мост — это символ города."]),
      ("The bridge — a swing bridge — is shut.", []), ("—", []), ("– ", []), ("", []),
    ])
  func finds(text: String, expected: [String]) { #expect(quotes(text) == expected) }

  @Test("lines of a list are no quotations")
  func lists() {
    #expect(quotes("– The bridge is shut.\n\n– The ferry runs.\n\n– The road is wet.").isEmpty)
    #expect(quotes("– Most – zamknięty. Prom pływa.\n\n– Droga – mokra. Tak jest.").isEmpty)
    #expect(quotes("— Shut, — she said.\n\n— Why, — he asked.") == ["Shut, ", "Why, "])
  }
}
