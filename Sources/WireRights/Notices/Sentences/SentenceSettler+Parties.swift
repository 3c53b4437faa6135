/// Parties who alone may act, or are excepted, by their names.
extension SentenceSettler {
  /// Makes recipients of the parties whom a rule names as the only ones, or as its exceptions: “published only by
  /// Harbour Press”, “may only be used by Harbour Press”, “except by Harbour Press”, “only Harbour Press may publish”.
  ///
  /// A name elsewhere after “by” may only say whose work it is: “published by Harbour Press, and may not be copied”.
  func joinParties(of sentence: inout Reading.Sentence) {
    guard sentence.tags.contains(where: Self.bindsParties) else { return }
    // “Only with the permission of Harbour Press” names the holder.
    let isConditional = sentence.tags.contains { $0.means(.permission) || $0.means(.agreement) }
    for index in sentence.tags.indices {
      let tag = sentence.tags[index]
      if tag.means(.from), tag.means(.by) || !tag.means(.with) && !isConditional {
        let names = namesBehind(tag.upper, in: sentence)
        guard let first = names.first, let last = names.last, isBound(tag, names: first, last, in: sentence),
          !sentence.tags.contains(where: { tag in
            tag.lower == last.upperBound && tag.constraints.contains { $0.kind == .recipient }
          })
        else { continue }
        sentence.tags[index].concepts = recipients(names)
        sentence.tags[index].upper = last.upperBound
      } else if tag.means(.only) {
        let names = namesBehind(tag.upper, in: sentence)
        guard let first = names.first, let last = names.last,
          sentence.tags.contains(where: { $0.lower == last.upperBound && $0.means(.permitNext) })
        else { continue }
        let named = Tag(concepts: recipients(names), lower: first.lowerBound, upper: last.upperBound)
        sentence.tags.insert(named, at: index + 1)
        break
      }
    }
    dropWithinRecipients(of: &sentence)
  }

  /// Whether a word limits what is next to it.
  private static func bindsParties(_ tag: Tag) -> Bool {
    tag.means(.only) || tag.means(.except) || tag.means(.unless)
  }

  /// Whether the names after “by” are limited by a word right before it, right after them, or before the act: “may
  /// only be published by”.
  private func isBound(_ by: Tag, names first: Range<Int>, _ last: Range<Int>, in sentence: Reading.Sentence)
    -> Bool
  {
    let isArticleBetween = sentence.tags.contains { $0.lower == by.upper && $0.means(.article) }
    guard first.lowerBound - by.upper <= (isArticleBetween ? 1 : 0) else { return false }
    // “Articles of Harbour Press are for personal use only”: whose they are, and another limit.
    let isOwner =
      !by.means(.by)
      && sentence.tags.contains {
        ($0.upper == by.lower || $0.lower == by.lower)
          && ($0.isMaterial || $0.means(Concept.DiscourseWord.matter))
      }
    if sentence.tags.contains(where: { tag in
      tag.upper == by.lower && Self.bindsParties(tag)
        || !isOwner && tag.lower == last.upperBound && tag.means(.only) && tag.constraints.isEmpty
    }) {
      return true
    }
    // Where the word also means “of” or “from”, only one beside it limits the names.
    guard by.means(.by), let act = sentence.tags.last(where: { $0.upper == by.lower && $0.action != nil })
    else {
      return false
    }
    let modal = sentence.tags.last { $0.means(.permitNext) && (0...1).contains(act.lower - $0.upper) }
    return sentence.tags.contains { only in
      only.means(.only)
        && ((0...1).contains(act.lower - only.upper) || modal.map { $0.lower == only.upper } ?? false)
    }
  }
}
