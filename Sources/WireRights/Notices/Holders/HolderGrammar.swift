internal import WireText

/// Finds right holders and copyright years.
///
/// A name counts if it is next to the copyright sign or word, after “property of”, in a line with the formula,
/// after the permission that is required, or before the material that a rule is about. The first of these, in this order,
/// is the holder; further names at copyright signs are co-holders.
struct HolderGrammar {
  let reading: Reading
  let text: [UInt8]
  let tagAt: [Int: Tag]
  var tokens: [Token] { reading.tokens }

  /// The names and years found.
  struct Found {
    var marked: [NameScanner.Name] = []
    var owners: [NameScanner.Name] = []
    /// Parties that permitted the reuse of a text: “used with permission of”.
    var givers: [NameScanner.Name] = []
    var permitting: [NameScanner.Name] = []
    var subjects: [NameScanner.Name] = []
    /// Parties whose material alone a rule is about.
    var suppliers: [Supplier] = []
    var years: [Int] = []
    /// Whether there is the sign itself, or the word with a name or year.
    var hasMark = false
    /// Whether an act on texts is mentioned with a permission.
    var hasAct = false

    /// The words of all names.
    func names(in reading: Reading) -> [TextRange] {
      (marked + owners + givers + permitting + subjects).map { reading.range($0.lower, $0.upper) }
    }

    /// The words of the names that are independent, rather than part of a rule.
    func ranges(in reading: Reading) -> [TextRange] {
      (marked + owners + givers).map { reading.range($0.lower, $0.upper) }
    }
  }

  init(reading: Reading, text: [UInt8]) {
    self.reading = reading
    self.text = text
    var tagAt: [Int: Tag] = [:]
    for sentence in reading.sentences { for tag in sentence.tags { tagAt[tag.lower] = tag } }
    self.tagAt = tagAt
  }

  /// All holders and years of the sentences that count.
  func find(in sentences: [Reading.Sentence]) -> Found {
    var found = Found()
    for sentence in sentences {
      var next = sentence.lower
      for tag in sentence.tags where tag.lower >= next {
        if tag.means(.mark) {
          next = copyrightLine(at: tag, in: sentence, into: &found)
        } else if let name = dative(after: tag, in: sentence) {
          found.owners.append(name)
          if tag.means(.formula) { _ = skipSignsAndYears(from: name.upper, years: &found.years) }
        } else if isOwnership(tag, in: sentence) || tag.means(.reprinted) {
          // “Is copyright 2003, Harbour Research”
          let start = afterTitle(skipSignsAndYears(from: reading.nameStart(after: tag), years: &found.years))
          if let name = party(at: start, in: sentence) {
            let isGiver = tag.means(.reprinted) && !tag.means(.owner)
            if isGiver { found.givers.append(name) } else { found.owners.append(name) }
            if tag.means(.formula) { _ = skipSignsAndYears(from: name.upper, years: &found.years) }
          } else if tag.means(.reprinted), let name = publisher(before: tag, in: sentence) {
            found.givers.append(name)
          }
        } else if let name = genitive(before: tag, in: sentence) {
          if isOfPermission(tag, in: sentence) {
            found.permitting.append(name)
          } else if tag.target != nil || tag.means(Concept.HolderWord.matter) || tag.means(.works) {
            found.subjects.append(name)
          } else {
            found.owners.append(name)
          }
        } else if let name = owner(of: tag, in: sentence) ?? hyphenated(with: tag) {
          found.subjects.append(name)
        } else if tag.means(Concept.HolderWord.matter) || tag.means(.works) {
          if let name = scanner.name(endingAt: subjectEnd(tag, sentence), in: sentence),
            tag.means(Concept.HolderWord.matter) || isOwner(name, of: tag, in: sentence),
            !sentence.isPronoun(at: name.lower), !isLimit(name, in: sentence)
          {
            found.subjects.append(name)
          } else if let name = subject(ofLast: tag, in: sentence) {
            found.subjects.append(name)
          }
        }
      }
      formulaLine(sentence, into: &found)
      permission(sentence, into: &found)
      if let name = subject(sentence) ?? maker(in: sentence) ?? owner(ofProtectedIn: sentence)
        ?? denier(in: sentence)
      {
        found.subjects.append(name)
      }
      if let supplier = supplier(in: sentence) { found.suppliers.append(supplier) }
    }
    found.marked.sort { $0.lower < $1.lower }
    return found
  }

  /// Whether a name after it is that of an owner: “property of”, “the copyright lies with”, but not “the blame lies
  /// with”.
  private func isOwnership(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    if tag.means(.owner) { return true }
    guard tag.means(.belongs) else { return false }
    return tag.lower == sentence.lower
      || sentence.tags.contains {
        $0.upper <= tag.lower
          && ($0.means(.right) || $0.means(.mark) || $0.means(.formulaStart) || $0.target != nil
            || $0.means(Concept.DiscourseWord.matter) || $0.means(.works))
      }
  }

  /// A company's name at the start of a rule, or the name of the work of which no part may be taken.
  ///
  /// “Kestrel Inc. No sales”, “No part of harbour.example may be reproduced”.
  private func subject(_ sentence: Reading.Sentence) -> NameScanner.Name? {
    // “Please delete the photo of the Bay Bridge”: the object of a withdrawal is not an owner.
    guard
      let order = sentence.tags.first(where: { $0.means(.no) || $0.means(.prohibitNext) })
        ?? sentence.tags.first(where: { $0.means(.prohibit) || $0.means(.permit) || $0.means(.permitNext) }),
      !sentence.tags.contains(where: { $0.action == .remove || $0.action == .delete })
    else { return nil }
    if let name = owner(ofMatterBefore: order, in: sentence) { return name }
    if order.lower > sentence.lower, order.means(.no) || order.means(.prohibitNext),
      let name = scanner.name(before: order.lower, from: sentence.lower, wholeStart: true),
      sentence.tags.contains(where: { $0.means(.suffix) && name.lower < $0.lower && $0.upper <= name.upper })
    {
      return name
    }
    guard order.means(Concept.DiscourseWord.matter), order.means(.no),
      let of = sentence.tags.first(where: { $0.lower == order.upper && $0.means(.from) }),
      of.upper == of.lower + 1, of.upper < tokens.count, tagAt[of.upper] == nil,
      let name = scanner.name(from: of.upper), name.upper < sentence.upper
    else { return nil }
    return withoutGenitive(name)
  }

  /// The first publisher of a text that is reused with permission: “first appeared in Harbour Notes and is
  /// reprinted with permission”.
  private func publisher(before permission: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard
      let source = sentence.tags.last(where: { $0.means(.provenance) && $0.upper <= permission.lower })
    else { return nil }
    return scanner.name(from: reading.nameStart(after: source))
  }

  /// The owner of the material that a rule is about, if the name follows it: “Los contenidos de Cantábrico Press no
  /// podrán …”.
  ///
  /// A single capitalised word may be any noun in some languages: “die Inhalte der Seite”.
  private func owner(ofMatterBefore order: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for (matter, of) in zip(sentence.tags, sentence.tags.dropFirst()) where of.lower != order.lower {
      guard matter.means(Concept.DiscourseWord.matter) || matter.target != nil || matter.means(.works),
        of.lower == matter.upper,
        of.means(.from), !of.means(.joint), of.upper < sentence.upper, tokens[of.upper].isCapitalised,
        let name = scanner.name(from: reading.nameStart(after: of)),
        name.upper <= (of.lower < order.lower ? order.lower : sentence.upper),
        order.means(.no) || order.means(.prohibitNext) || matter.means(.works)
          || sentence.tags.contains(where: { $0.means(.permission) }),
        matter.means(.works) || tokens[name.lower..<name.upper].count(where: { $0.kind == .word }) > 1
      else { continue }
      return name
    }
    return nil
  }

  /// Where a name before the material of a rule ends: also before words for a part of it, as in “Northwire RSS
  /// content”.
  private func subjectEnd(_ matter: Tag, _ sentence: Reading.Sentence) -> Int {
    let end = sentence.tags.last { $0.upper == matter.lower && $0.target != nil }?.lower ?? matter.lower
    // “Gull News content”
    guard end == matter.lower, end > sentence.lower, tokens[end - 1].isTitle,
      !tokens[matter.upper - 1].isCapitalised
    else { return end }
    return (end..<matter.upper).first { !tokens[$0].isTitle } ?? end
  }

  var scanner: NameScanner { NameScanner(reading: reading, tagAt: tagAt, text: text) }

  // MARK: Endings and beginnings

  /// Whether an ending alone shows that a name precedes it, as an apostrophe does in Turkish.
  private static func isMarked(_ ending: String) -> Bool {
    ending.hasPrefix("'") || ending.hasPrefix("\u{2019}")
  }

  /// A name in the genitive before its possession or permission: “Harbours eiendom”, “without Harbours permission”.
  func genitive(before tag: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    for case .genitive(let ending) in tag.concepts {
      if let name = nameInBrackets(before: tag) ?? nameInQuotes(before: tag) { return name }
      let end = possessorEnd(tag)
      guard let name = scanner.name(before: end, from: sentence.lower), name.upper == end,
        name.lower > sentence.lower || !tokens[name.lower].hasCase || Self.isMarked(ending)
          || tokens[tag.lower].isDense
          || tokens[name.lower..<name.upper].contains(where: { $0.isMark(":") })
      else { continue }
      if let name = cut(name, ending), !isGeneric(name, in: sentence) { return name }
    }
    return nil
  }

  /// Where a name before its possession ends: before brackets that say what it is called below, as in “a Kikötő
  /// Alapítvány („kiadó”) szellemi tulajdona”.
  private func possessorEnd(_ tag: Tag) -> Int {
    guard tag.lower > 0, tokens[tag.lower - 1].isMark(")"),
      let open = tokens[max(0, tag.lower - 8)..<tag.lower].lastIndex(where: { $0.isMark("(") }),
      tokens[open + 1].isMark("\"")
    else { return tag.lower }
    return open
  }

  /// Whether a name is only a capitalised general word for a holder: “with the Company's written consent”.
  private func isGeneric(_ name: NameScanner.Name, in sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains {
      ($0.means(.generic) || $0.means(.suffix)) && $0.lower <= name.lower
        && (name.upper - 1...name.upper).contains($0.upper)
    }
  }

  /// A name without its genitive ending before its possession: “no part of the Herald's coverage”.
  func withoutGenitive(_ name: NameScanner.Name) -> NameScanner.Name {
    for case .genitive(let ending) in tagAt[name.upper]?.concepts ?? [] where Self.isMarked(ending) {
      if let name = cut(name, ending) { return name }
    }
    return name
  }

  /// A name without an ending; nil if it does not end so.
  private func cut(_ name: NameScanner.Name, _ ending: String) -> NameScanner.Name? {
    let last = tokens[name.upper - 1]
    guard last.kind == .word, last.upper - tokens[name.lower].lower > ending.utf8.count + 1,
      text[..<last.upper].suffix(ending.utf8.count).elementsEqual(ending.utf8)
    else { return nil }
    var name = name
    name.ending = ending.utf8.count
    // “STT:n”, “Jo Bell 의”
    while last.upper - name.ending > tokens[name.lower].lower,
      [UInt8(ascii: ":"), UInt8(ascii: " ")].contains(text[last.upper - name.ending - 1])
    { name.ending += 1 }
    return name
  }

  /// Whether a word means a permission, or is an attribute of one that follows: “prior written consent”.
  private func isOfPermission(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains {
      ($0.means(.permission) || $0.means(.agreement)) && (tag.lower...tag.upper + 2).contains($0.lower)
    }
  }

  /// Whether a name before works is that of their owner, not a common word at the start of the sentence: it has
  /// several words, is known or in capitals, and the works are what a rule is about.
  private func isOwner(_ name: NameScanner.Name, of works: Tag, in sentence: Reading.Sentence) -> Bool {
    guard name.upper == subjectEnd(works, sentence), !tokens[name.upper].isCapitalised,
      tokens[name.upper - 1].isCapitalised || scanner.isDomainPart(name.upper - 1),
      sentence.tags.contains(where: { tag in
        tag.isModal || tag.means(.no) || tag.means(.prohibit) || tag.means(.permit)
          || tag.means(.licence(.under)) && tag.upper - tag.lower > 1
      })
    else { return false }
    let first = tokens[name.lower]
    return name.lower > sentence.lower || name.upper - name.lower > 1 || first.isUpper
      || scanner.knownName(at: name.lower) != nil
      || text[(first.lower + 1)..<first.upper].contains { (0x41...0x5A).contains($0) }
  }

  /// The name in capitals joined to the material by a hyphen: “KDN-Meldungen”.
  private func hyphenated(with matter: Tag) -> NameScanner.Name? {
    let lower = matter.lower - 1
    guard matter.means(Concept.DiscourseWord.matter) || matter.target != nil, lower >= 0,
      tokens[matter.lower].gap == .hyphen, tokens[lower].isUpper, tokens[lower].gap != .hyphen,
      tokens[lower].foldedUpper - tokens[lower].foldedLower > 2,
      scanner.tagEnding(at: matter.lower).map({ $0.means(.name) }) ?? true
    else { return nil }
    return NameScanner.Name(lower: lower, upper: matter.lower)
  }

  /// The owner of the material that a rule is about, in languages in which the genitive follows: “материалов ТАСС”.
  private func owner(of matter: Tag, in sentence: Reading.Sentence) -> NameScanner.Name? {
    guard matter.means(.from), matter.means(Concept.DiscourseWord.matter) || matter.target != nil else {
      return nil
    }
    let start = afterTitle(matter.upper)
    guard start < sentence.upper,
      tokens[start].isCapitalised || tokens[start].isDense || tokens[start].isMark("\"")
    else {
      return nil
    }
    return scanner.name(from: start)
  }
}
