/// Recipients identified by where they are, or by whose clients they are.
extension SentenceSettler {
  /// Combines customers and their countries into one recipient: “customers in Finland and Sweden”; without a
  /// country the word loses this meaning.
  func joinCustomers(of sentence: inout Reading.Sentence) {
    let customers = Concept.constraint(Constraint(.recipient, "customers-in"))
    for index in sentence.tags.indices where sentence.tags[index].means(customers) {
      sentence.tags[index].concepts.removeAll { $0 == customers }
      var (receivers, places): ([Concept], [Concept]) = ([], [])
      for next in sentence.tags.indices.dropFirst(index + 1) {
        let tag = sentence.tags[next]
        guard tag.lower - sentence.tags[index].upper <= 1 else { break }
        if tag.means(.joint), !receivers.isEmpty {
          guard next + 1 < sentence.tags.count, isPlace(sentence.tags[next + 1], at: tag.upper) else { break }
        } else if let place = tag.constraints.first(where: { $0.kind == .territory }) {
          receivers.append(.constraint(Constraint(.recipient, "customers-in:\(place.value)")))
          places.append(.constraint(place))
        } else {
          break
        }
        sentence.tags[index].upper = tag.upper
        sentence.tags[next].concepts = []
      }
      // “Subscribers in Kenya may publish”: a recipient, and a territory.
      let upper = sentence.tags[index].upper
      if sentence.tags.contains(where: { $0.lower == upper && $0.means(.permitNext) }) {
        receivers = [.constraint(Constraint(.recipient, "subscribers"))] + places
      }
      sentence.tags[index].concepts = receivers
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  private func isPlace(_ tag: Tag, at index: Int) -> Bool {
    tag.lower == index && tag.hasPlace
  }

  /// Makes recipients of the parties whose clients are named in a line that permits only them or excludes them:
  /// “Harbour Group customers only”, “clients of Harbour Press and Gull Wire only”; elsewhere the
  /// word loses this meaning.
  func joinClients(of sentence: inout Reading.Sentence) {
    let clients = Concept.constraint(Constraint(.recipient, "clients"))
    guard sentence.tags.contains(where: { $0.means(clients) }) else { return }
    let isBound = sentence.tags.contains { $0.means(.only) || $0.means(.no) || $0.means(.out) }
    for index in sentence.tags.indices where sentence.tags[index].means(clients) {
      let tag = sentence.tags[index]
      sentence.tags[index].concepts.removeAll { $0 == clients }
      guard isBound else { continue }
      var parties = nameBefore(tag.lower, in: sentence).map { [$0] } ?? []
      if let first = parties.first {
        sentence.tags[index].lower = first.lowerBound
      } else {
        parties = namesBehind(tag.upper, in: sentence)
        sentence.tags[index].upper = parties.last?.upperBound ?? tag.upper
      }
      sentence.tags[index].concepts += recipients(parties)
    }
    dropWithinRecipients(of: &sentence)
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// The recipients that names mean, by their tokens.
  func recipients(_ names: [Range<Int>]) -> [Concept] {
    names.map { .constraint(Constraint(.recipient, $0.map(list.name).joined(separator: " "))) }
  }

  /// Removes the tags of words that are part of a recipient's name.
  func dropWithinRecipients(of sentence: inout Reading.Sentence) {
    for tag in sentence.tags
    where tag.upper - tag.lower > 1 && tag.constraints.contains(where: { $0.kind == .recipient }) {
      sentence.tags.removeAll { $0.lower > tag.lower && $0.upper <= tag.upper }
    }
  }

  /// The name right before a token.
  private func nameBefore(_ index: Int, in sentence: Reading.Sentence) -> Range<Int>? {
    var lower = index
    while lower > sentence.lower, isPartOfName(lower - 1, in: sentence) { lower -= 1 }
    return lower < index && index - lower <= Self.longestParty ? lower..<index : nil
  }

  /// The names after a token, separated by “and” or commas.
  func namesBehind(_ index: Int, in sentence: Reading.Sentence) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var at = index
    while at < sentence.upper {
      let start = at
      while at < sentence.upper, isPartOfName(at, in: sentence) { at += 1 }
      if at > start {
        names.append(start..<at)
      } else if let small = sentence.tags.first(where: {
        $0.lower == at && ($0.means(.article) || $0.means(.joint))
      }) {
        at = small.upper
      } else if !names.isEmpty, tokens[at].isMark(",") {
        at += 1
      } else {
        break
      }
    }
    return names.filter { $0.count <= Self.longestParty }
  }

  /// The most words of the name of a party.
  private static let longestParty = 5

  /// Whether a token is a word of a name: a capitalised word that no list knows as part of a rule.
  private func isPartOfName(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    tokens[index].kind == .word && tokens[index].isCapitalised
      && !sentence.tags.contains { tag in
        tag.lower <= index && index < tag.upper
          && tag.concepts.contains { if case .holder(.name) = $0 { false } else { true } }
      }
  }
}
