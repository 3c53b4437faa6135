internal import Policies

/// Makes a text of the words that lexicons have, as a fuzzer's bytes choose them: bytes of its own making are hardly
/// ever a phrase, and the grammars of notices look at nothing else.
struct PhraseText {
  /// The phrases of each lexicon, and of its cases.
  private let phrases: [[Substring]]

  init(_ files: [PolicyFile]) {
    phrases = files.map { file in
      file.text.split { "\n[]()|\",…^*".contains($0) }.filter { $0.contains { $0.isLetter } }
    }
  }

  /// The text that bytes stand for: the first names the lexicon, each three that follow a word and what joins it.
  func text(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = bytes.first else { return "" }
    let own = phrases[Int(first) % phrases.count]
    var text = ""
    for at in stride(from: 1, to: bytes.count - 2, by: 3) {
      let number = Int(bytes[at]) << 8 | Int(bytes[at + 1])
      switch bytes[at + 2] >> 5 {
      case 0: text += Self.numbers[number % Self.numbers.count]
      case 1: text += Self.marks[number % Self.marks.count]
      case 2: text += Self.names[number % Self.names.count]
      default: text += own[number % own.count]
      }
      text += Self.joints[Int(bytes[at + 2] & 0x1F) % Self.joints.count]
    }
    return text
  }

  private static let numbers = [
    "20.11", "18.00", "20.11.", "18:00", "2025", "20/11", "11", "5", "0600", "2025-11-20", "1.",
    "31.12.2025", "12", "00", "24.00", "7h30", "10h", "99.99", "13/13", "27/11/", "2025年11月20日",
    "20日", "午前5時", "+02:00", "GMT", "250", "12345678901234567890", "0", "①", "٢٠", "२०", "三十",
    "noon", "v2", "3.0", "%",
  ]
  private static let marks = [
    ",", ".", ";", ":", "-", "–", "—", "|", "/", "(", ")", "\"", "“", "”", "«", "»", "[", "]", "<",
    ">", "*", "•", "\n", "\n\n", "!", "?", "’", "'", "…", "@", "#", "+++", "=", "_", "\u{AD}",
    "\u{200B}", "\u{202E}", "😀", "&", "・", "。", "、", "「", "」", "【", "】", "©", "(c)", "®", "\0", "\t",
  ]
  private static let names = [
    "Harbour Wire", "Ledger", "GmbH", "S.A.", "Inc.", "B.V.", "AG", "Kim", "Ørsted", "Мавка",
    "港口新闻社", "ميناء", "https://a.example/b", "a@b.example", "www.x.example", "NORWAY", "Norway",
    "UK", "AP", "X", "x", "CC BY-SA 4.0",
  ]
  private static let joints = [" ", " ", " ", " ", "", "\n", "-", "\u{A0}"]
}
