/// A story without a notice, of about five kilobytes.
struct Article {
  var name: String
  var text: String

  static let all = [
    Article(name: "English", text: story(english)), Article(name: "German", text: story(german)),
    Article(name: "Russian", text: story(russian)), Article(name: "Japanese", text: story(japanese)),
  ]

  /// Paragraphs again and again until there are five kilobytes.
  private static func story(_ paragraphs: [String]) -> String {
    var text = ""
    var next = 0
    while text.utf8.count < 5_000 {
      text += paragraphs[next % paragraphs.count] + "\n\n"
      next += 1
    }
    return text
  }

  private static let english = [
    "HARBOUR CITY — The ferry that links the two banks of the Senna went back into service on Tuesday, eleven days "
      + "after a barge struck its landing stage and left some 4,000 commuters to walk across the old bridge.",
    "Engineers worked through the weekend, said Mara Lindqvist, who heads the port authority. “We replaced forty "
      + "metres of decking and both fenders,” she told reporters. “What took the time was the survey of the river bed.”",
    "The operator of the barge, a family firm from upstream, has not said why its vessel drifted off course in calm "
      + "weather. An inquiry will publish its first findings in March, and the firm is expected to pay for the repairs.",
    "On the northern bank, shopkeepers counted what the closure had cost them. Tobias Renn, whose bakery opens at "
      + "five for the early boat, put his loss at a third of the month’s takings; others spoke of more.",
    "The council voted last year to keep the ferry free of charge for residents, a decision that the opposition has "
      + "called too dear. Its budget for the coming year foresees 2.4 million for the service, up from 1.9 million.",
  ]

  private static let german = [
    "HAFENSTADT — Die Fähre, die beide Ufer der Senna verbindet, fährt seit Dienstag wieder. Elf Tage zuvor hatte ein "
      + "Lastkahn den Anleger gerammt; rund 4.000 Pendler gingen seither zu Fuß über die alte Brücke.",
    "Die Ingenieure arbeiteten das Wochenende durch, sagte Mara Lindqvist, die Leiterin der Hafenbehörde. „Wir haben "
      + "vierzig Meter Belag und beide Fender ersetzt“, sagte sie. „Lange gedauert hat die Prüfung des Flussbetts.“",
    "Warum der Kahn bei ruhigem Wetter vom Kurs abkam, ist offen. Eine Untersuchung soll im März erste Ergebnisse "
      + "nennen; der Betreiber, ein Familienbetrieb, wird für die Reparatur wohl aufkommen müssen.",
  ]

  private static let russian = [
    "ГАВАНЬ — Паром, который связывает оба берега Сенны, во вторник вернулся на линию. Одиннадцатью днями ранее баржа "
      + "ударила причал, и около четырёх тысяч жителей ходили через старый мост.",
    "Инженеры работали все выходные, сообщила глава порта Мара Линдквист. «Мы заменили сорок метров настила и оба "
      + "кранца», — сказала она. «Больше всего времени заняло обследование дна».",
  ]

  private static let japanese = [
    "センナ川の両岸を結ぶ渡し船が火曜日、十一日ぶりに運航を再開した。はしけが桟橋に衝突し、約四千人の通勤客は古い橋を歩いて渡っていた。",
    "港湾局のマラ・リンドクビスト局長は「週末を通して作業し、床板四十メートルと防舷材を取り換えた。川底の調査に最も時間がかかった」と語った。",
  ]
}

/// A notice as agencies write it.
struct Notice {
  var name: String
  var text: String

  static let all = [
    Notice(
      name: "English",
      text: "Copyright 2026 Northwire News Agency. All rights reserved. This material may not be published, "
        + "broadcast, rewritten or redistributed without permission."),
    Notice(
      name: "German",
      text:
        "© 2026 Nordwind Presseagentur GmbH. Alle Rechte vorbehalten. Die Vervielfältigung, auch auszugsweise, "
        + "ist nur mit schriftlicher Genehmigung gestattet."),
    Notice(name: "a restriction", text: "EDITORIAL USE ONLY. NO SALES. NO ARCHIVES. NORWAY OUT."),
    Notice(
      name: "an embargo",
      text:
        "EMBARGOED UNTIL 0001 GMT, Monday 7 December 2026. Not for publication, broadcast or use on social media "
        + "before that time."),
  ]
}
