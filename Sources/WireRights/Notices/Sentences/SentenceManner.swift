extension NoticeParser {
  /// The manner of a sentence in which somebody may be credited.
  ///
  /// - Parameters:
  ///   - sentence: a sentence or a field of a draft, in any language; an unknown language gives no result.
  ///   - body: the draft's text, UTF-8; its language is that of words without one, such as names.
  public func manner(of sentence: String, beside body: [UInt8] = []) -> CreditText.Manner {
    let manner = manner(of: reading(of: sentence, beside: body))
    return policies.pointers.open(sentence) ? manner.union(.pointsElsewhere) : manner
  }

  /// The manner that the words of a sentence show.
  private func manner(of reading: Reading) -> CreditText.Manner {
    var manner: CreditText.Manner = []
    for sentence in reading.sentences {
      for tag in sentence.tags + sentence.signals + sentence.cues {
        if tag.means(.not) || tag.means(.no) { manner.insert(.denies) }
        if let target = tag.target, Self.media.contains(target), reading.tokens.count <= Self.labelTokens {
          manner.insert(.labelsMedia)
        }
      }
    }
    return manner
  }

  /// Kinds of material other than text that a line may be about.
  private static let media: Set<String> = ["image", "video", "audio", "graphic"]
  /// The most tokens of a line that is a label.
  private static let labelTokens = 16
}

extension NoticeParser {
  /// Whether a line says that the text next to it was translated: “Translated from Northwire by Ana Petrova”.
  ///
  /// It is short, mentions translation near its start, denies nothing, and mentions nothing that must, may or may
  /// not be done.
  ///
  /// - Parameter body: the draft's text, UTF-8; its language is that of words without one, such as names.
  public func declaresTranslation(_ line: String, beside body: [UInt8] = []) -> Bool {
    let reading = reading(of: line, beside: body)
    guard reading.tokens.count <= Self.declarationTokens, !manner(of: reading).contains(.denies) else {
      return false
    }
    let tags = reading.sentences.flatMap(\.tags)
    return tags.contains { $0.action == .translate && $0.lower < Self.openingTokens }
      && !tags.contains(where: ResidueGrammar.isForce)
  }

  /// The number of tokens at the start that must include the word for translation: “This article was translated
  /// from …”.
  private static let openingTokens = 6
  /// The most tokens of a line that declares a translation.
  private static let declarationTokens = 32
}

extension NoticeParser {
  /// Whether a text mentions what must, may or may not be done, understood or not.
  ///
  /// Notes to editors say many other things: which pictures there are, what is new, whom to call.
  public func mayStateTerms(_ text: String) -> Bool {
    reading(of: text).sentences.contains { sentence in
      let denies = sentence.tags.contains { $0.means(.not) || $0.means(.no) }
      return sentence.tags.contains(where: ResidueGrammar.isForce) || isBareArea(sentence)
        || denies && sentence.tags.contains { $0.action != nil }
    }
  }

  /// Whether it is only an area within which something holds: “within the European Union”.
  private func isBareArea(_ sentence: Reading.Sentence) -> Bool {
    guard let first = sentence.tags.first, first.lower == sentence.lower, first.means(.time(.within)) else {
      return false
    }
    return sentence.tags.contains(where: \.hasPlace)
      && sentence.tags.allSatisfy { $0.isSmall || $0.means(.time(.within)) || $0.hasPlace }
  }
}
