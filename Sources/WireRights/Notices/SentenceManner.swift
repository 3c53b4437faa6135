extension NoticeParser {
  /// How a sentence speaks, where somebody may be credited in it.
  ///
  /// - Parameter sentence: a sentence or a field of a draft, in any language; in one that is not known nothing is told.
  public func manner(of sentence: String) -> CreditText.Manner {
    let reading = reading(of: sentence)
    var manner: CreditText.Manner = policies.pointers.open(sentence) ? .pointsElsewhere : []
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

  /// What a line may be about that is no text.
  private static let media: Set<String> = ["image", "video", "audio", "graphic"]
  /// The words and marks of the longest line that is a label.
  private static let labelTokens = 16
}

extension NoticeParser {
  /// Whether a line says that the text beside it was translated: “Translated from Northwire by Ana Petrova”.
  ///
  /// It is short, speaks of translating at once, denies nothing, and speaks of nothing that must, may or may not be done.
  public func declaresTranslation(_ line: String) -> Bool {
    let reading = reading(of: line)
    guard reading.tokens.count <= Self.declarationTokens, !manner(of: line).contains(.denies) else {
      return false
    }
    let tags = reading.sentences.flatMap(\.tags)
    return tags.contains { $0.action == .translate && $0.lower < Self.openingTokens }
      && !tags.contains(where: ResidueGrammar.isForce)
  }

  /// The words and marks among which the word of translating stands: “This article was translated from …”.
  private static let openingTokens = 6
  /// The words and marks of the longest line that declares a translation.
  private static let declarationTokens = 32
}

extension NoticeParser {
  /// Whether a text speaks of what must, may or may not be done, whether or not it is understood.
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
    func isArea(_ tag: Tag) -> Bool { tag.constraints.contains { $0.kind == .territory } }
    return sentence.tags.contains(where: isArea)
      && sentence.tags.allSatisfy { $0.isSmall || $0.means(.time(.within)) || isArea($0) }
  }
}
