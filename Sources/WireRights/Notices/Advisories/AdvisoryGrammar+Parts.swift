internal import WireText

/// Embargoes and holds of a part of the material.
extension AdvisoryGrammar {
  /// The part that alone waits for a time: “Photos embargoed until 6 p.m.”, “Sperrfrist für die Fotos: 18 Uhr”; nil if it
  /// is the whole item, or if the words leave it open.
  ///
  /// What is no part of an order is free, so in doubt it is on everything.
  func waitingPart(of sentence: Reading.Sentence) -> String? {
    let parts = sentence.tags.filter { tag in tag.target.map(Self.parts.contains) ?? false }
    guard let part = parts.first, parts.allSatisfy({ $0.target == part.target }),
      !sentence.tags.contains(where: { isWhole($0, besides: part.target) }),
      !sentence.hasCue(.indefinite), isNamedAlone(part, in: sentence),
      let gate = sentence.tags.first(where: { tag in
        tag.means(.embargo) || tag.means(.hold) || tag.means(.until) || tag.means(.due)
      })
    else { return nil }
    let isFirst = part.lower < gate.upper
    let lower = isFirst ? sentence.lower : gate.upper
    guard
      (lower..<part.lower).allSatisfy({ index in
        guard reading.tokens[index].kind != .mark else {
          return !reading.tokens[index].isMark(in: ["&", "/", "+"])
        }
        return sentence.known.contains {
          $0.lower <= index && index < $0.upper && (isFirst ? isOfOrder($0) : $0.isSmall && !$0.means(.joint))
        }
      })
    else { return nil }
    return part.target
  }

  private static let parts: Set<String> = ["image", "video", "audio", "graphic"]

  /// Whether a word names the material as a whole, or another part of it.
  private func isWhole(_ tag: Tag, besides part: String?) -> Bool {
    if let target = tag.target { return target != part }
    return tag.means(Concept.DiscourseWord.matter) || tag.means(.works)
  }

  /// Whether nothing joins another noun to a part, which is no word of a compound: “photos embargoed”, but not “photo
  /// exhibition embargoed”, “photos and interview embargoed”.
  private func isNamedAlone(_ part: Tag, in sentence: Reading.Sentence) -> Bool {
    guard part.upper < sentence.upper else { return true }
    let token = reading.tokens[part.upper]
    if token.kind != .word { return !token.isMark(in: ["&", "/", "+"]) && token.gap != .hyphen }
    guard let next = sentence.known.first(where: { $0.lower <= part.upper && part.upper < $0.upper }) else {
      return token.isDense
        || !sentence.fillers(in: reading.list, from: part.upper, to: part.upper + 1).isEmpty
    }
    return !next.means(.joint)
  }

  /// Whether a word before the part belongs to an order about it.
  private func isOfOrder(_ tag: Tag) -> Bool {
    if tag.means(.joint) { return false }
    return tag.isSmall || tag.isAdvisory || tag.action != nil || tag.denies || tag.isModal
      || tag.means(.request)
      || tag.means(.prohibit) || tag.means(Concept.HolderWord.determiner) || tag.isCue
  }

  /// An embargo or a hold with the part that it is on.
  func onPart(_ found: Found, of sentence: Reading.Sentence) -> Found {
    guard let kind = found.advisory?.kind, kind == .embargo || kind == .hold,
      let part = waitingPart(of: sentence)
    else { return found }
    var found = found
    for index in found.clauses.indices where found.clauses[index].effect == .prohibit {
      found.clauses[index].target = found.clauses[index].target ?? part
    }
    return found
  }
}
