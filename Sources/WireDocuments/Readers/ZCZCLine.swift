/// The lines of ZCZC messages that are not copy, recognised by their form.
enum ZCZCLine {
  /// Whether a line holds only codes, a letter followed by words of capitals and digits: `R ECO S0A QBXB`.
  static func areCodes(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return (2...6).contains(words.count) && words[0].count == 1 && line.contains(where: \.isNumber)
      && words.allSatisfy {
        $0.utf8.count <= 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      }
  }

  /// The number of an item at the start of its routing, letters followed by digits; nil for any other line.
  static func routed(_ line: String) -> String? {
    let words = line.split(separator: " ")
    guard let id = words.first, words.count <= 8, words.dropFirst().allSatisfy({ $0.utf8.count <= 6 }),
      line.utf8.allSatisfy({ $0 < 0x80 }), !line.contains(where: \.isLowercase)
    else { return nil }
    let letters = id.prefix { $0.isLetter }
    // `XEF12345_SXA_QBXB`
    let digits = id.dropFirst(letters.count).prefix { $0 != "_" }
    return !letters.isEmpty && digits.count >= 2 && digits.allSatisfy(\.isNumber) ? String(id) : nil
  }

  /// Whether a text is an agency with its desk's initials: `AAP xy`.
  static func isDesk(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...3).contains(words.count) && words[0].allSatisfy(\.isUppercase)
      && words.dropFirst().allSatisfy { $0.utf8.count <= 4 && $0.allSatisfy(\.isLowercase) }
  }

  /// Whether a text is a time: `261012 NOV 26` or `26-NOV-26 10:12`.
  static func isTime(_ text: String) -> Bool {
    if let time = Transmission(text) { return text.count <= max(22, time.raw.count) }
    let words = text.split(separator: " ")
    return words.count == 2 && words[0].split(separator: "-").count == 3 && words[0].first?.isNumber == true
      && words[1].split(separator: ":").count == 2
  }
}
