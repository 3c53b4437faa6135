internal import WireText

/// Finds the public licence that a sentence names, and its SPDX identifier.
struct LicenceGrammar {
  let reading: Reading
  let licences: [LicenceName]

  /// A licence, and the uses outside the time for which it is given.
  typealias Found = (licence: LicenceReference, gate: Clause?)

  /// The first licence of the sentences.
  func find(in sentences: [Reading.Sentence]) -> Found? {
    var onPart: Found?
    for (index, sentence) in sentences.enumerated() where !isExample(sentence) {
      guard var reference = first(in: sentence), !isDenied(reference.evidence, in: sentence) else { continue }
      if let exact = versioned(reference, in: sentences[(index + 1)...]) { reference.id = exact }
      let before = index > 0 ? sentences[index - 1] : nil
      reference.target = target(of: sentence, before: reference.evidence.lower, after: before)
      if reference.target == nil, isPartial(reference.evidence, in: sentence) {
        reference.target = Self.other
      }
      let found = (reference, reference.target == nil ? gate(of: reference.evidence, in: sentence) : nil)
      if reference.target == nil { return found }
      onPart = onPart ?? found
    }
    return onPart
  }

  /// The licence that a sentence names first: “under CC BY 4.0, the code under the MIT licence”.
  private func first(in sentence: Reading.Sentence) -> LicenceReference? {
    [named(in: sentence), creativeCommons(in: sentence)].compactMap { $0 }
      .min { $0.evidence.lower < $1.evidence.lower }
  }

  /// The identifier with the version that an address right behind the name gives: “Creative Commons Attribution;
  /// creativecommons.org/licenses/by/2.5”.
  private func versioned(
    _ reference: LicenceReference, in following: ArraySlice<Reading.Sentence>
  ) -> String? {
    let unversioned = "LicenseRef-CC"
    guard reference.id.hasPrefix(unversioned), let next = following.first,
      let exact = creativeCommons(in: next)?.id, !exact.hasPrefix(unversioned)
    else { return nil }
    let name = reference.id.dropFirst("LicenseRef-".count) + "-"
    let isSame = exact.hasPrefix(name) && exact.dropFirst(name.count).first?.isNumber ?? false
    return isSame || reference.id == unversioned ? exact : nil
  }

  /// Whether it mentions a licence as an example: “a licence such as CC BY”, “A CC BY licence lets others copy”.
  private func isExample(_ sentence: Reading.Sentence) -> Bool {
    guard
      let licence = sentence.tags.first(where: { tag in
        tag.means(.licence(.creativeCommons))
          || tag.concepts.contains { if case .licence(.named) = $0 { true } else { false } }
      })
    else { return false }
    if sentence.hasCue(.general), !sentence.tags.contains(where: { $0.means(Concept.DiscourseWord.matter) }) {
      return true
    }
    let isAny = sentence.cues.contains {
      $0.means(.indefinite) && $0.lower == sentence.lower && $0.upper == licence.lower
    }
    // “A CC BY 4.0 licence applies to our text”
    let isGiven =
      sentence.tags.contains { $0.target != nil }
      && !sentence.tags.contains { $0.isModal || $0.means(.permit) }
    return sentence.tags.contains { $0.means(.including) && $0.upper == licence.lower }
      || isAny && !isGiven || isSubject(licence, of: sentence)
  }

  /// Whether a sentence is about the licence itself: “The CC BY licence is the most common”.
  private func isSubject(_ licence: Tag, of sentence: Reading.Sentence) -> Bool {
    sentence.tags.contains {
      $0.means(.article) && $0.lower == sentence.lower && $0.upper == licence.lower
        && reading.tokens[$0.lower].kind == .word
    }
      && !sentence.tags.contains {
        $0.means(Concept.DiscourseWord.matter) || $0.target != nil || $0.means(.licence(.under))
      }
  }

  private func named(in sentence: Reading.Sentence) -> LicenceReference? {
    for tag in sentence.tags {
      for case .licence(.named(let name)) in tag.concepts {
        // A name with a single version has it after a space.
        let parts = name.split(separator: " ").map(String.init)
        guard let id = parts.first, let licence = licences.first(where: { $0.id == id }) else { continue }
        let said = version(after: tag.upper, upTo: min(sentence.upper, tag.upper + 5), of: licence)
        let (version, end) = parts.count > 1 ? (parts[1], max(tag.upper, said.1)) : said
        let evidence = reading.range(tag.lower, end)
        if licence.versions.isEmpty { return LicenceReference(id: id, evidence: evidence) }
        let known = version.flatMap { licence.versions.contains($0) ? $0 : nil }
        if let known, let id = ported(licence, known, from: end, in: sentence) {
          return LicenceReference(id: id, evidence: evidence)
        }
        let isLater = takesLater(licence, from: end, upTo: min(sentence.upper, end + 8))
        return LicenceReference(id: licence.identifier(version: known, isLater: isLater), evidence: evidence)
      }
    }
    return nil
  }

  /// Whether the words that include later versions are in a range of tokens.
  private func takesLater(_ licence: LicenceName, from lower: Int, upTo upper: Int) -> Bool {
    guard !licence.later.isEmpty, lower < upper else { return false }
    let words = (lower..<upper).map { reading.list.word($0) }
    return licence.later.contains { later in
      words.indices.contains { words[$0...].starts(with: later) }
    }
  }

  private func creativeCommons(in sentence: Reading.Sentence) -> LicenceReference? {
    let named = sentence.tags.filter { $0.means(.licence(.creativeCommons)) }
    return (named.isEmpty ? bare(in: sentence).map { [$0] } ?? [] : named).lazy
      .compactMap { creativeCommons(from: $0, in: sentence) }.first
  }

  /// The licence whose elements are around a word for its author.
  private func creativeCommons(from start: Tag, in sentence: Reading.Sentence) -> LicenceReference? {
    var elements: Set<String> = []
    var upper = start.upper
    var isLicence = false
    var isCredited = false
    var last = start.upper
    let first = firstElement(before: start, in: sentence)
    for tag in sentence.tags where tag.lower >= min(first, start.lower - 6) {
      guard tag.lower <= last + 8 else { break }
      for case .licence(let word) in tag.concepts {
        switch word {
        case .by where namesAuthor(tag, in: sentence): isCredited = isCredited || tag.lower <= start.upper
        case .by: elements.insert("by")
        case .nc: elements.insert("nc")
        case .nd: elements.insert("nd")
        case .sa: elements.insert("sa")
        case .zero: elements.insert("zero")
        case .licence: isLicence = true
        case .creativeCommons, .under: break
        case .named: continue
        }
        upper = max(upper, tag.upper)
        last = max(last, tag.upper)
      }
    }
    // “Creative Commons licenc alatt”: some languages put the preposition last.
    let isPut = sentence.tags.contains {
      $0.means(.licence(.under)) && ($0.upper <= start.lower || $0.lower == start.upper)
    }
    guard !elements.isEmpty || isLicence && isPut || isCredited else { return nil }
    var (version, versionEnd) = version(after: start.lower, upTo: min(sentence.upper, upper + 6))
    if version == nil { (version, versionEnd) = self.version(after: first, upTo: start.lower) }
    return LicenceReference(
      id: identifier(elements, version, versionEnd, sentence),
      evidence: reading.range(start.lower, max(upper, versionEnd)))
  }

  /// Whether “by” is the English word before an author’s name and no element of a licence: “CC by Jo Bell”.
  private func namesAuthor(_ tag: Tag, in sentence: Reading.Sentence) -> Bool {
    let (by, name) = (reading.tokens[tag.upper - 1], tag.upper)
    guard reading.list.word(name - 1) == "by", by.gap == .space, !by.isCapitalised, name < sentence.upper
    else { return false }
    return reading.tokens[name].isCapitalised && reading.tokens[name].gap == .space
      && !sentence.tags.contains { $0.lower == name && $0.concepts.contains(where: \.isLicence) }
  }

  /// Where the elements start that stand before their author: “Attribution-ShareAlike 4.0 of Creative Commons”.
  private func firstElement(before start: Tag, in sentence: Reading.Sentence) -> Int {
    var first = start.lower
    for tag in sentence.tags.reversed() where tag.upper <= first && tag.isLicenceElement {
      guard first - tag.upper <= 4 else { break }
      first = tag.lower
    }
    return first
  }

  /// The first element of a licence named without its author: “licensed under Attribution-ShareAlike 3.0”.
  private func bare(in sentence: Reading.Sentence) -> Tag? {
    sentence.tags.first { by in
      by.means(.licence(.by))
        && sentence.tags.contains { $0.means(.licence(.under)) && (0...1).contains(by.lower - $0.upper) }
        && sentence.tags.contains { next in
          (0...1).contains(next.lower - by.upper)
            && (next.means(.licence(.nc)) || next.means(.licence(.nd)) || next.means(.licence(.sa)))
        }
    }
  }

  private func identifier(
    _ elements: Set<String>, _ version: String?, _ versionEnd: Int, _ sentence: Reading.Sentence
  ) -> String {
    guard !elements.isEmpty else { return "LicenseRef-CC" }
    let licence = licences.first { Set($0.elements) == elements && !$0.elements.isEmpty }
    guard let licence else { return "LicenseRef-CC" }
    guard let version, licence.versions.contains(version) else {
      return licence.versions.count == 1 ? "\(licence.id)-\(licence.versions[0])" : "LicenseRef-\(licence.id)"
    }
    return ported(licence, version, from: versionEnd, in: sentence) ?? "\(licence.id)-\(version)"
  }

  /// The identifier of the port to the country named after the version; nil if SPDX does not list it.
  private func ported(
    _ licence: LicenceName, _ version: String, from end: Int, in sentence: Reading.Sentence
  ) -> String? {
    guard !licence.ports.isEmpty else { return nil }
    var codes: [String] = []
    for tag in sentence.tags where tag.lower >= end && tag.lower <= end + 3 {
      for case .territory(let code) in tag.concepts { codes.append(code) }
    }
    // In an address a slash separates the version and the country.
    let isSlash = end < sentence.upper && reading.tokens[end].isMark("/")
    let place = isSlash ? end + 1 : end
    if place < sentence.upper { codes.append(reading.list.word(place).uppercased()) }
    let port = codes.lazy.map { "\(version)-\($0)" }.first(where: licence.ports.contains)
    return port.map { "\(licence.id)-\($0)" }
  }

  /// The version of a licence in a range of tokens: `3.0`, or `3` if that is a version as well.
  private func version(after start: Int, upTo end: Int, of licence: LicenceName) -> (String?, Int) {
    let dotted = version(after: start, upTo: end)
    guard dotted.0 == nil else { return dotted }
    for index in start..<max(start, end) where reading.tokens[index].kind == .number {
      let version = reading.list.word(index) + ".0"
      if licence.versions.contains(version) { return (version, index + 1) }
    }
    return dotted
  }

  /// The first number of the form `4.0`, and the token after it.
  private func version(after start: Int, upTo end: Int) -> (String?, Int) {
    for index in start..<max(start, end) where reading.tokens[index].kind == .number {
      let word = reading.list.word(index)
      let bytes = Array(word.utf8)
      if bytes.count == 3, bytes[1] == UInt8(ascii: ".") { return (word, index + 1) }
    }
    return (nil, start)
  }
}
