import Testing
import WireText

struct QuotationTests {
  private func quotes(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Quotation.all(in: bytes, paragraphs: Paragraphs.ranges(in: bytes)).map {
      String(decoding: bytes[$0.inner.indices], as: UTF8.self) + ($0.isClosed ? "" : "~")
    }
  }

  @Test(
    "quotations of every style are found, outermost only",
    arguments: [
      ("She said “we go” and “stay”.", ["we go", "stay"]),
      ("Er sagte: „Wir gehen“, „Sie ‚nicht‘“.", ["Wir gehen", "Sie ‚nicht‘"]),
      ("Powiedział „idziemy” i »tak«.", ["idziemy", "tak"]),
      ("Il dit « on y va » puis «non».", [" on y va ", "non"]),
      ("\"Plain,\" he said, \"and 'inner' too.\"", ["Plain,", "and 'inner' too."]),
      ("British ‘single’ and the mayor’s ‘don’t’ here", ["single", "don’t"]),
      ("the workers' union and the ship's 6'2\" mast", []),
      ("straight 'single words' it's", ["single words"]),
      ("彼は「行く」と『言う』", ["行く", "言う"]),
      ("He wrote ``old style'' once", ["old style"]),
      ("“First part.\n“Second part”\nAfter", ["First part.~", "Second part"]),
      ("“never closed.\nNext paragraph is prose.", ["never closed.~"]),
      ("Svensk ”citat” här", ["citat"]), ("”Hej”, sade hon och “hello” sen", ["Hej", "hello"]),
      ("»Hej», sade »hon».", ["Hej", "hon"]), ("»Ja«, sagte »er«.", ["Ja", "er"]), ("›Hej›, sade", ["Hej"]),
      ("قال ”نعم“، ثم ”لا“.", ["نعم", "لا"]), ("״כן״, אמרה", ["כן"]),
      ("הוא אמר \"חזרנו מארה\"ב אתמול\" והלך", ["חזרנו מארה\"ב אתמול"]), ("בארה\"ב ובצה\"ל", []),
      ("‘간다’고 했다", ["간다"]), ("他说\"走\"了", ["走"]), ("＂走＂", ["走"]), ("﹁行く﹂と﹃言う﹄", ["行く", "言う"]),
      ("a 6\" pipe and 7\"", []),
      // After a sign, a straight mark that is left over opens nothing; pairs do.
      ("我们不会放弃\"他最后说。桥今天关闭。", []), ("十五\"显示器。他说\"走\"了", []), ("他说＂走＂，又说＂停＂了", ["走", "停"]),
      ("他说：\"我们走。\n桥还在\"他说。又说\"停\"了", ["我们走。~"]), ("他说\"走\"了，十五\"屏", []),
      ("他说：\"走\"，十五\"屏", ["走"]), ("走\" 十五\"屏", []), ("他说\"走\"了，又\"停\"", ["走", "停"]),
      // A mark between Hebrew letters closes, unless it is that of an abbreviation within the quotation.
      ("הוא אמר “שלום”והלך. הגשר נסגר.", ["שלום"]), ("הוא אמר \"שלום\"והלך אל צה\"ל.", ["שלום"]),
      ("אמר “ראינו את צה”ל שם” והלך", ["ראינו את צה”ל שם"]), ("אמר \"זה צה\"ל. הגשר נסגר", ["זה צה"]),
      ("אמר \"זה צה\"ל\". הגשר נסגר", ["זה צה\"ל"]), ("אמר \"זה צה\"ל. גם מנכ\"ל", ["זה צה"]),
      ("no quotes", []), ("“", ["~"]), ("", []),
    ])
  func finds(text: String, expected: [String]) { #expect(quotes(text) == expected) }

  @Test("hard-wrapped lines belong to one paragraph where blank lines part them")
  func wrapped() {
    let text = "He said “this goes\non here” twice.\n\nSecond paragraph\nwrapped.\n"
    #expect(quotes(text) == ["this goes\non here"])
    let bytes = Array(text.utf8)
    #expect(Paragraphs.ranges(in: bytes) == [TextRange(0, 38), TextRange(40, 65)])
    #expect(Paragraphs.ranges(in: Array("One.\r\n Two. \r\n".utf8)) == [TextRange(0, 4), TextRange(7, 11)])
  }

  @Test(
    "a line is a paragraph unless it was broken to fit a width",
    arguments: [
      ("One.\r\n Two. \r\n", ["One.", "Two."]), ("", []), ("\n \r\n", []),
      ("A headline\nThe story begins.\nIt goes on.", ["A headline", "The story begins.", "It goes on."]),
      ("The ferry left\nat noon and\nreturned at six.", ["The ferry left\nat noon and\nreturned at six."]),
      ("She said “no.”\nand left.", ["She said “no.”", "and left."]),
      ("Паром ушёл\nв полдень и\nвернулся.", ["Паром ушёл\nв полдень и\nвернулся."]),
      ("Она сказала «нет.»\nи ушла.", ["Она сказала «нет.»", "и ушла."]),
      ("Состав\nИванова\nПетрова", ["Состав", "Иванова", "Петрова"]),
      ("თბილისში ხიდი გაიხსნა\nქუთაისში წვიმს", ["თბილისში ხიდი გაიხსნა", "ქუთაისში წვიმს"]),
      ("Նավը մեկնեց\nկեսօրին", ["Նավը մեկնեց\nկեսօրին"]), ("Ⅰ Bridge\nⅱ ferry", ["Ⅰ Bridge", "ⅱ ferry"]),
      ("Planta\nª piso", ["Planta", "ª piso"]), ("Le pont\nétroit", ["Le pont\nétroit"]),
      ("wrapped here\nas well\n\nOne line.\nAnother.", ["wrapped here\nas well", "One line.", "Another."]),
    ])
  func paragraphs(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    #expect(
      Paragraphs.ranges(in: bytes).map { String(decoding: bytes[$0.indices], as: UTF8.self) } == expected)
  }

  @Test(
    "sentences end where a reader sees it",
    arguments: [
      ("One two. Three four! Five?", ["One two.", "Three four!", "Five?"]),
      ("Sen. J. Smith of St. Ives spoke. He left.", ["Sen. J. Smith of St. Ives spoke.", "He left."]),
      ("It cost 3.5 million. “Too much.” She left", ["It cost 3.5 million.", "“Too much.”", "She left"]),
      ("He asked vs. others. ok", ["He asked vs. others. ok"]),
      ("Пришёл А. Петров. Он ушёл.", ["Пришёл А. Петров.", "Он ушёл."]),
      ("Взяли пункт АБ. Петров ушёл.", ["Взяли пункт АБ.", "Петров ушёл."]),
      ("Стоит 5 млн. рублей. Да.", ["Стоит 5 млн. рублей.", "Да."]),
      ("行く。来る！終", ["行く。", "来る！", "終"]),
      ("The U.S. Senate voted... Then no.", ["The U.S. Senate voted...", "Then no."]),
      ("ხიდი გაიხსნა. წვიმა იქნება. კარგი", ["ხიდი გაიხსნა.", "წვიმა იქნება.", "კარგი"]),
      ("Արժե 5 մլն. դրամ։ Այո.", ["Արժե 5 մլն. դրամ։ Այո."]),
      ("Κόστισε 5 εκ. ευρώ.", ["Κόστισε 5 εκ. ευρώ."]),
    ])
  func sentences(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let found = Sentences.ranges(in: bytes, paragraphs: [TextRange(0, bytes.count)])
    #expect(found.map { String(decoding: bytes[$0.indices], as: UTF8.self) } == expected)
  }

  @Test(
    "every letter of a script without capitals can begin a sentence",
    arguments: "אعܐकকਕકகకಕകසกກཀကአខᠠߐⵀᐁ한あア市ꀀꦏᬅ".unicodeScalars.map(String.init))
  func beginsSentence(letter: String) {
    let bytes = Array("\(letter)\(letter)\(letter)\(letter)\(letter). \(letter)\(letter).".utf8)
    #expect(Sentences.ranges(in: bytes, paragraphs: [TextRange(0, bytes.count)]).count == 2)
  }
}
