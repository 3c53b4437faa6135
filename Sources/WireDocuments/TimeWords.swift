import Policies
package import WireText
import WireYAML

extension CivilTime {
  /// Reads the time of a field: in any form of `CivilTime(reading:)`, with the names of months and weekdays in any
  /// language of `Policies/Languages`, and with “noon” and “midnight” for 12:00 and 24:00.
  package init?(field text: String) {
    guard let time = CivilTime(reading: text) ?? TimeWords.plain(text).flatMap({ CivilTime(reading: $0) })
    else {
      return nil
    }
    self = time
  }
}

extension Instant {
  /// Reads the time of a field; nil if no zone is written.
  init?(field text: String) {
    guard let instant = CivilTime(field: text)?.instant else { return nil }
    self = instant
  }
}

/// The words of dates in all languages, which become those that `CivilTime` reads.
enum TimeWords {
  /// A text with the words of its date as `CivilTime` reads them; nil if it has none.
  static func plain(_ text: String) -> String? {
    guard text.utf8.count <= longest, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    var plain = ""
    var hasWord = false
    // Turkish capitals leave a dot of their own.
    var rest = text.lowercased().replacing("\u{307}", with: "")[...]
    while let first = rest.first {
      guard first.isLetter else {
        if first == "," { plain.removeSpaces() }
        if !plain.isEmpty || first.isNumber { plain.append(first) }
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { $0.isLetter || $0 == "'" }
      rest = rest[word.endIndex...]
      // Not the letters of `06h00` and “a.m.”.
      let isWhole =
        rest.first?.isNumber != true && !(rest.first == "." && rest.dropFirst().first?.isLetter == true)
      guard isWhole, let meaning = meaning(of: String(word)) else {
        plain += word
        continue
      }
      hasWord = true
      switch meaning {
      case .month(let month): plain += MonthNames.english[month - 1]
      case .time(let time):
        for hour in ["12:00 ", "12.00 ", "12 "] where plain.hasSuffix(hour) { plain.removeLast(hour.count) }
        plain += time
      case .hour where plain.endsInHour: plain += "uhr"
      case .hour, .nothing:
        if rest.first == "." { rest.removeFirst() }
        // “kl. 10”
        let hour = rest.drop(while: \.isWhitespace)
        if meaning == .hour, hour.count <= 2, hour.last?.isNumber == true { return plain + hour + " uhr" }
      }
    }
    return hasWord ? plain : nil
  }

  /// What a word says of a time; “hour” is one beside a number that is the time of day.
  enum Meaning: Equatable {
    case month(Int), time(String), hour, nothing

    /// The meaning of a key of the times of a language.
    init?(key: String) {
      let parts = key.split(separator: " ")
      switch parts.first {
      case "month":
        guard let month = parts.last.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
        self = .month(month)
      case "noon": self = .time("12:00")
      case "midnight": self = .time("24:00")
      case "clock": self = .hour
      case "weekday": self = .nothing
      default: return nil
      }
    }

    var isMonth: Bool { if case .month = self { true } else { false } }
  }

  /// The month that a word names in any language, also with its accents left out or cut to three letters or more; nil
  /// for other words, and for one that begins the names of two months.
  static func month(_ word: String) -> Int? {
    let word = folded(String(word.prefix(while: \.isLetter)))
    if let month = months[word] { return month }
    guard word.count >= 3 else { return nil }
    let found = Set(months.lazy.filter { $0.key.hasPrefix(word) }.map(\.value))
    return found.count == 1 ? found.first : nil
  }

  /// The names of months without case and accents.
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    var unclear: Set<String> = []
    let english = MonthNames.english.enumerated().map { ($1, Meaning.month($0 + 1)) }
    for (word, meaning) in english + table.words.map({ ($0.key, $0.value) }) {
      guard case .month(let month) = meaning else { continue }
      let word = folded(word)
      if let known = months.updateValue(month, forKey: word), known != month { unclear.insert(word) }
    }
    for word in unclear { months[word] = nil }
    return months
  }()

  private static func folded(_ word: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      guard scalar.value >= 0x80 else {
        folded.append(scalar)
        continue
      }
      let letter = Folding(scalar.value)
      for part in [letter.first, letter.second, letter.third] where part != 0 {
        if let scalar = Unicode.Scalar(part) { folded.append(scalar) }
      }
    }
    return String(folded)
  }

  private static func meaning(of word: String) -> Meaning? {
    table.words[word] ?? table.stems.first { word.hasPrefix($0.stem) }?.meaning
  }

  /// The words of all languages, read at the first use, and the beginnings of some; a word that is another month in
  /// another language is none.
  ///
  /// The tests require that the files can be read; a faulty one would leave its words unknown.
  private static let table: (words: [String: Meaning], stems: [(stem: String, meaning: Meaning)]) = {
    var words: [String: Meaning] = [:]
    var stems: [(String, Meaning)] = []
    var unclear: Set<String> = []
    for file in files {
      for (word, meaning) in (try? Self.words(of: file)) ?? [] {
        let known = words[word]
        if word.hasSuffix("*") {
          stems.append((String(word.dropLast()), meaning))
        } else if known == nil || meaning.isMonth && known?.isMonth == false {
          words[word] = meaning
        } else if meaning.isMonth, known != meaning {
          unclear.insert(word)
        }
      }
    }
    for word in unclear { words[word] = nil }
    return (words, stems)
  }()

  static var files: [PolicyFile] { PolicyFile.all(in: "Languages") + PolicyFile.all(in: "Dates") }

  /// The single words of a file about times.
  static func words(of file: PolicyFile) throws(YAMLFault) -> [(word: String, meaning: Meaning)] {
    var reader = try YAMLReader(file.tree(), file: file.path)
    let isLanguage = file.path.hasPrefix("Languages/")
    var times = isLanguage ? try reader.optional("time")?.mapping() : reader
    var words: [(String, Meaning)] = []
    for entry in times?.all() ?? [] {
      guard let meaning = Meaning(key: entry.name) ?? (isLanguage ? nil : .nothing) else { continue }
      for word in try entry.texts() where !word.contains(" ") { words.append((word.lowercased(), meaning)) }
    }
    return words
  }

  /// The longest text that is read, in bytes.
  private static let longest = 120
}

extension String {
  /// Whether it ends in a number of one or two digits.
  fileprivate var endsInHour: Bool {
    let digits = reversed().drop(while: \.isWhitespace).prefix(3).prefix(while: \.isNumber)
    return digits.count == 1 || digits.count == 2
  }

  fileprivate mutating func removeSpaces() {
    while last?.isWhitespace == true { removeLast() }
  }
}
