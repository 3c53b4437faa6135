/// Places named by their codes, and lines in lower case that exclude places.
extension SentenceSettler {
  /// Reads two-letter country codes named by a rule: “No use in BG, RO”.
  ///
  /// They are words elsewhere, so they count only in a list, or alone if nothing follows: after a small word such
  /// as “in”, or before “OUT”.
  func nameCountries(in sentence: inout Reading.Sentence) {
    guard
      sentence.tags.contains(where: {
        $0.isModal || $0.means(.prohibit) || $0.means(.no) || $0.means(.out) || $0.means(.shutOut)
          || $0.means(.only) || $0.means(.except) || $0.means(.grant)
      })
    else { return }
    let isLoud = tokens[sentence.lower..<sentence.upper].allSatisfy { $0.kind != .word || $0.isUpper }
    var run: [Int] = []
    for index in sentence.lower..<sentence.upper {
      if let code = code(at: index, in: sentence, isLoud: isLoud), Territory.isCountry(code) {
        run.append(index)
      } else if !run.isEmpty, !isBetween(index, in: sentence) {
        name(run, upTo: index, in: &sentence)
        run = []
      }
    }
    name(run, upTo: sentence.upper, in: &sentence)
  }

  private func code(at index: Int, in sentence: Reading.Sentence, isLoud: Bool) -> String? {
    guard tokens[index].kind == .word, tokens[index].isUpper else { return nil }
    let word = list.word(index).uppercased()
    guard word.utf8.count == 2 else { return nil }
    // “NOT FOR DE/AT/CH”
    let isListed = index > sentence.lower && tokens[index - 1].isMark(in: [",", "/", "&", ";"])
    let isTaken = sentence.tags.contains { tag in
      tag.lower <= index && index < tag.upper
        && (isLoud && !isListed || !tag.isSmall || tag.upper - tag.lower > 1)
    }
    return isTaken ? nil : word
  }

  /// Whether a token joins the items of a list.
  private func isBetween(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    tokens[index].isMark(in: [",", "/", "&", ";"])
      || sentence.tags.contains { $0.lower == index && $0.upper == index + 1 && $0.means(.joint) }
  }

  private func name(_ run: [Int], upTo end: Int, in sentence: inout Reading.Sentence) {
    guard let first = run.first, run.count > 1 || isCountryAlone(first, in: sentence) else { return }
    sentence.tags.removeAll { run.contains($0.lower) }
    let named = run.map {
      Tag(concepts: [.territory(list.word($0).uppercased())], lower: $0, upper: $0 + 1)
    }
    sentence.tags = (sentence.tags + named).sorted { $0.lower < $1.lower }
  }

  private func isCountryAlone(_ index: Int, in sentence: Reading.Sentence) -> Bool {
    guard !Self.alsoWords.contains(list.word(index).uppercased()) else { return false }
    let next = sentence.tags.first { $0.lower == index + 1 }
    if let next, next.means(.out) || next.means(.shutOut) { return true }
    guard index + 1 == sentence.upper || tokens[index + 1].kind == .mark else { return false }
    return sentence.tags.contains { $0.upper == index && ($0.isPreposition || !$0.constraints.isEmpty) }
  }

  /// Codes that more often mean something else: agencies, media, trades.
  private static let alsoWords: Set<String> = [
    "AI", "AM", "AT", "BB", "BE", "CD", "CO", "DO", "GM", "ID", "IM", "IN", "IS", "IT", "KI", "ME",
    "MP", "MS", "MY", "NA", "NO", "PA", "PM", "PR", "PS", "SO", "TM",
    "TO", "TT", "TV", "US", "VC",
  ]

  /// Removes the place from a union whose law is named: “the EU Copyright Directive”, “Directive (EU) 2019/790”.
  func dropLawsOfUnions(from sentence: inout Reading.Sentence) {
    let tags = sentence.tags
    let end = sentence.upper
    sentence.tags.removeAll { union in
      guard union.means(.territory("EU")), union.upper < end else { return false }
      if tokens[union.upper].isMark(")") {
        return union.upper + 1 < end && tokens[union.upper + 1].kind == .number
      }
      guard tokens[union.upper].kind == .word else { return false }
      return tags.first { $0.lower == union.upper }.map { !$0.isSmall && !$0.isRuling } ?? true
    }
  }

  /// Whether the abbreviation of a place starts a name: “the US Harbour Survey”.
  ///
  /// Where something is permitted it may be what limits the permission: “may be used by US Media”.
  func opensName(_ place: Tag, in sentence: Reading.Sentence) -> Bool {
    guard tokens[place.lower].isUpper,
      !sentence.tags.contains(where: { $0.means(.permit) || $0.means(.permitNext) || $0.means(.free) }),
      place.concepts.contains(where: { if case .territory = $0 { true } else { false } })
    else { return false }
    let isDotted =
      place.upper < sentence.upper && tokens[place.upper].isMark(".") && tokens[place.upper].gap == .none
    let next = isDotted ? place.upper + 1 : place.upper
    return isName(after: next, in: sentence)
      && !sentence.tags.contains { $0.lower == next && ($0.isRuling || $0.target != nil) }
  }

  /// Reads a word for exclusion as “OUT” in a line with nothing but places or media: “Bulgaria Out”, “Für Bulgarien
  /// gesperrt”.
  func shutPlaces(of sentence: inout Reading.Sentence) {
    guard sentence.tags.contains(where: { $0.means(.shutOut) }) else { return }
    let isLine =
      isListOfNames(sentence)
      || namesPlaces(sentence.lower..<sentence.upper, in: sentence)
        // “Ruritania out, Elbonia in”
        && !(sentence.tags.last?.isSmall ?? false)
    for index in sentence.tags.indices where sentence.tags[index].means(.shutOut) {
      if isLine || isItem(around: sentence.tags[index], in: sentence) || isLast(index, of: sentence) {
        sentence.tags[index].concepts = [.effect(.out)]
      }
      sentence.tags[index].concepts.removeAll { $0 == .effect(.shutOut) }
    }
    sentence.tags.removeAll { $0.concepts.isEmpty }
  }

  /// Whether it ends a line of nothing but orders, behind a place or a medium: “Editorial use only China out”.
  private func isLast(_ index: Int, of sentence: Reading.Sentence) -> Bool {
    let (tags, shut) = (sentence.tags, sentence.tags[index])
    guard index > 0, index == tags.endIndex - 1, tags[index - 1].upper == shut.lower,
      tags[index - 1].constraints.contains(where: ClauseGrammar.isPlace), tags[0].lower == sentence.lower,
      tags.contains(where: { $0.means(Concept.EffectWord.only) || $0.means(.no) })
    else { return false }
    let words = (sentence.lower..<sentence.upper).filter { tokens[$0].kind == .word }
    return words.count <= Self.longestLine
      && words.allSatisfy { word in
        (tags + sentence.cues).contains { $0.lower <= word && word < $0.upper }
      }
  }

  /// The most words of a line of orders.
  private static let longestLine = 12

  /// Whether marks enclose nothing but places or media with a word for exclusion: “usage éditorial uniquement, Suisse
  /// exclue”.
  private func isItem(around shut: Tag, in sentence: Reading.Sentence) -> Bool {
    func isEnd(_ index: Int) -> Bool { tokens[index].isMark(in: [",", ";", "/", "|", "(", ")", "."]) }
    let lower = (sentence.lower..<shut.lower).last(where: isEnd).map { $0 + 1 } ?? sentence.lower
    let upper = (shut.upper..<max(shut.upper, sentence.upper)).first(where: isEnd) ?? sentence.upper
    return lower > sentence.lower && namesPlaces(lower..<upper, in: sentence)
  }

  /// Whether tokens are places or media, words for their exclusion and small words only.
  private func namesPlaces(_ range: Range<Int>, in sentence: Reading.Sentence) -> Bool {
    func isPlace(_ tag: Tag) -> Bool { tag.constraints.contains(where: ClauseGrammar.isPlace) }
    let tags = sentence.tags.filter { range.lowerBound <= $0.lower && $0.upper <= range.upperBound }
    return tags.contains(where: isPlace)
      && tags.allSatisfy { $0.means(.shutOut) || $0.isSmall || isPlace($0) }
      && list.isCovered(range, by: tags + sentence.cues)
  }

  /// Whether it is a list of excluded names, one of them a place or in capitals, and perhaps of other orders: “Poland
  /// Out, Harbour Post Out”, “Poland Out. No Sales.”
  private func isListOfNames(_ sentence: Reading.Sentence) -> Bool {
    let outs = sentence.tags.filter { $0.means(.shutOut) || $0.means(.out) }
    let items = tokens[sentence.lower..<sentence.upper].split { $0.isMark(in: [",", ";", "/", "."]) }
    func isName(_ item: ArraySlice<Token>) -> Bool {
      item.count > 1 && item.dropLast().allSatisfy(\.isCapitalised)
        && outs.contains { $0.upper == $0.lower + 1 && $0.upper == item.endIndex }
        // “ARCHIVAGE INTERDIT / SUISSE OUT”: an act is prohibited, and no name.
        && !(outs.contains { $0.upper == item.endIndex && $0.means(.prohibit) }
          && sentence.tags.contains { item.indices.contains($0.lower) && $0.action != nil })
    }
    let names = items.filter(isName)
    guard items.count > 1, names.count == outs.count,
      items.allSatisfy({ isName($0) || isOrder($0, in: sentence) })
    else { return false }
    return sentence.tags.contains { tag in
      tag.constraints.contains(where: ClauseGrammar.isPlace)
        || tag.means(Concept.EffectWord.out) && tokens[tag.lower].isUpper
    }
  }

  /// Whether an item of a list is an order of a few known words: “no sales”, “editorial use only”.
  private func isOrder(_ item: ArraySlice<Token>, in sentence: Reading.Sentence) -> Bool {
    let tags = sentence.tags.filter { item.indices.contains($0.lower) && $0.upper <= item.endIndex }
    let known = (tags + sentence.cues).filter { item.indices.contains($0.lower) }
    return (tags.first?.means(.no) ?? false || tags.last?.means(.only) ?? false)
      && tags.contains { $0.action != nil || !$0.constraints.isEmpty }
      && list.isCovered(item.indices, by: known)
  }
}

extension Tag {
  /// Whether it states an effect or a limit.
  fileprivate var isRuling: Bool {
    !constraints.isEmpty || action != nil
      || concepts.contains { if case .effect = $0 { true } else { false } }
  }
}
