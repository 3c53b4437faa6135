import Testing
import WireText

struct TokenizerTests {
  private func words(_ text: String, _ vocabulary: Vocabulary = .neutral) -> [Word] {
    Tokenizer(vocabulary).words(in: Array(text.utf8))
  }

  private func cut(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return words(text).map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
  }

  @Test(
    "words are found where a reader sees them",
    arguments: [
      ("The mayor, 61, said: \"No.\"", ["The", "mayor", "61", "said", "No"]),
      ("It doesn’t cost 1,250.50 euros.", ["It", "doesn’t", "cost", "1,250.50", "euros"]),
      ("l'homme d’État", ["l", "homme", "d", "État"]),
      ("wo\u{AD}rd zero\u{200B}width", ["wo\u{AD}rd", "zero\u{200B}width"]),
      ("non\u{A0}breaking—dash…end", ["non", "breaking", "dash", "end"]),
      ("記者会見", ["記", "者", "会", "見"]),
      ("Северный ветер", ["Северный", "ветер"]),
      ("안녕하세요 세계", ["안녕하세요", "세계"]),
      ("'quoted' rock 'n' roll'", ["quoted", "rock", "n", "roll"]),
      ("£1.34bn, 5pm, 14th", ["1.34", "bn", "5", "pm", "14", "th"]),
      ("84mila 3D 60€", ["84", "mila", "3", "D", "60"]),
      ("F16 2x4 B5b", ["F16", "2x4", "B5b"]),
      ("５ｇ 5so\u{AD}ft", ["５ｇ", "5so\u{AD}ft"]),
      ("870 000 euros", ["870 000", "euros"]), ("1\u{A0}200\u{202F}000 €", ["1\u{A0}200\u{202F}000"]),
      (
        "in 2026 120 people, 12 30 and 020 794",
        ["in", "2026", "120", "people", "12", "30", "and", "020", "794"]
      ),
      ("1 2345 12 3456", ["1", "2345", "12", "3456"]), ("14 000m", ["14 000", "m"]),
      ("", []), ("—…", []),
    ])
  func cuts(text: String, expected: [String]) { #expect(cut(text) == expected) }

  @Test(
    "what writers and typesetters vary does not change a word",
    arguments: [
      ("Harbour", "HARBOUR"), ("café", "cafe\u{301}"), ("Straße", "STRASSE"), ("ﬁrst", "first"),
      ("Ｎorthwire", "northwire"), ("don’t", "don't"), ("1,000", "1000"),
      ("870 000", "870.000"), ("1\u{202F}200", "1200"), ("ΑΘΗΝΑ", "Αθήνα"),
      ("Ёлка", "елка"), ("МОЙ", "мой"), ("œuvre", "OEUVRE"), ("so\u{AD}ft", "soft"), ("Łódź", "lodz"),
      ("Việt", "viet"), ("ÇİĞ", "cig"), ("٣٤", "34"), ("مـــرحبا", "مرحبا"), ("\u{FEFF}start", "start"),
      ("hơn", "ho\u{31B}n"), ("ĐƯỢC", "đươ\u{323}c"), ("أحمد", "احمد"), ("مؤتمر", "مو\u{654}تمر"),
      ("کتابی", "كتابي"),
      ("हज़ार", "हजार"), ("\u{95B}मीन", "जमीन"), ("पहुँच", "पहुंच"), ("ড়", "ড"),
    ])
  func folds(one: String, other: String) {
    #expect(words(one).map(\.hash) == words(other).map(\.hash))
    #expect(words(one).count == 1)
  }

  @Test(
    "letters that tell words apart stay what they are",
    arguments: [("كتابة", "كتابه"), ("बंद", "बद"), ("سأل", "سل"), ("ডাক", "ঢাক"), ("hơn", "hân")])
  func keepsApart(one: String, other: String) {
    #expect(words(one).map(\.hash) != words(other).map(\.hash))
  }

  @Test("traits tell numbers, capitals, lone letters and characters apart")
  func traits() {
    let found = words("A 7th Mayor spoke 市 Ωmega Örebro")
    #expect(
      found.map(\.traits) == [
        [.letter, .capitalised], .number, .letter, .capitalised, [], .spaceless, .capitalised, .capitalised,
      ])
  }

  @Test("a vocabulary marks grammar and takes endings off, the first rule that fits")
  func vocabulary() {
    let vocabulary = Vocabulary([
      .init(
        functionWords: ["the", "Don't"],
        endings: [
          .init("ss", replacement: "ss"), .init("ies", replacement: "y", least: 2), .init("s", least: 3),
        ])
    ])
    let found = words("The cities of the city don’t miss boats as boat 1980s", vocabulary)
    #expect(
      found.map(\.isContent) == [false, true, true, false, true, false, true, true, true, true, true, false])
    #expect(found[1].stem == found[4].stem)
    #expect(found[7].stem == found[9].stem && found[7].hash != found[9].hash)
    #expect(found[6].stem == found[6].hash && found[8].stem == found[8].hash)
    #expect(found[10].stem == found[10].hash)
    #expect(vocabulary.identity != Vocabulary.neutral.identity)
  }

  @Test(
    "endings are those of the language that a text starts in, the first language's where it does not tell")
  func languages() {
    let vocabulary = Vocabulary([
      .init(functionWords: ["the", "of", "and", "to", "in"], endings: [.init("s", least: 3)]),
      .init(
        functionWords: ["der", "die", "das", "und", "im", "von"],
        endings: [.init("en", least: 4), .init("ern", least: 4)], capitalisesNouns: true),
    ])
    func stems(_ text: String) -> [UInt64] { words(text, vocabulary).map(\.stem) }
    let german = "der Hafen und das Lager im Norden von Lodden, das die Fischer "
    #expect(stems(german + "Schiffen").last == stems(german + "schiffern").last)
    #expect(stems("Schiffen").last != stems("schiffern").last)
    #expect(stems("boats").last == stems("boat").last)
    #expect(stems(german + "boats").last != stems(german + "boat").last)
    let names = words(german + "nannte Kapitän Riedwein den Kapitän. Riedwein", vocabulary)
      .filter { $0.traits.contains(.capitalised) }
    #expect(names.count == 1 && names[0].hash == words("riedwein")[0].hash)
    let nouns = words(german + "nannte Kapitän Riedwein", vocabulary).filter { $0.traits.contains(.noun) }
    #expect(nouns.map(\.hash) == words("Hafen Lager Norden Lodden Fischer Kapitän").map(\.hash))
  }

  @Test("a text is cut into the same words whether its language is known from its start or not")
  func parts() {
    let text = Array(
      String(repeating: "The boats of the harbour — «två» båtar — met at 4.30pm. ", count: 90).utf8)
    let plain = Tokenizer().words(in: text)
    let told = Tokenizer(
      Vocabulary([.init(functionWords: ["at"]), .init(functionWords: ["the", "of", "två"])])
    ).words(in: text)
    #expect(told.map(\.range) == plain.map(\.range) && told.map(\.hash) == plain.map(\.hash))
    let masked = [TextRange(3, 40), TextRange(500, 1_100)]
    #expect(
      Tokenizer(Vocabulary([.init(), .init()])).words(in: text, masking: masked)
        == Tokenizer().words(in: text, masking: masked))
  }

  @Test("masked ranges have no words, and words keep their places")
  func masks() {
    let text = Array("NORTHPORT (Northwire) — The bridge opened.".utf8)
    let found = Tokenizer().words(
      in: text, masking: [TextRange(0, 26), TextRange(30, 36), TextRange(900, 901)])
    #expect(found.map { String(decoding: text[$0.range.indices], as: UTF8.self) } == ["The", "opened"])
  }

  @Test(
    "a word of any length is one word, and differs from its neighbour in length",
    arguments: [63, 64, 65, 5000])
  func longWords(length: Int) {
    let long = String(repeating: "a", count: length)
    #expect(words(long).count == 1)
    #expect(words(long).map(\.hash) == words(long.uppercased()).map(\.hash))
    #expect(words(long).map(\.hash) != words(long + "a").map(\.hash))
  }

  @Test("bytes that are no UTF-8 part words and end nothing else")
  func invalid() {
    let text: [UInt8] = [0x61, 0x62, 0xFF, 0x63, 0x64, 0xE2, 0x80, 0x20, 0x65, 0x66, 0xF4, 0xBF, 0xC3]
    #expect(Tokenizer().words(in: text).map(\.range) == [TextRange(0, 2), TextRange(3, 5), TextRange(8, 10)])
  }
}
