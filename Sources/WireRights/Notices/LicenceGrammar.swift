/// Finds the public licence that a sentence names, and its SPDX identifier.
struct LicenceGrammar {
  let reading: Reading
  let licences: [LicenceName]

  /// The first licence of the sentences.
  func find(in sentences: [Reading.Sentence]) -> LicenceReference? {
    for sentence in sentences {
      if let reference = named(in: sentence) ?? creativeCommons(in: sentence) { return reference }
    }
    return nil
  }

  private func named(in sentence: Reading.Sentence) -> LicenceReference? {
    for tag in sentence.tags {
      for case .licence(.named(let id)) in tag.concepts {
        guard let licence = licences.first(where: { $0.id == id }) else { continue }
        let (version, end) = version(after: tag.upper, upTo: min(sentence.upper, tag.upper + 5))
        let evidence = reading.range(tag.lower, end)
        if id.hasPrefix("LicenseRef-") { return LicenceReference(id: id, evidence: evidence) }
        if let version, licence.versions.contains(version) {
          return LicenceReference(id: "\(id)-\(version)", evidence: evidence)
        }
        let isOnly = licence.versions.count == 1
        let full = isOnly ? "\(id)-\(licence.versions[0])" : "LicenseRef-\(id)"
        return LicenceReference(id: full, evidence: evidence)
      }
    }
    return nil
  }

  private func creativeCommons(in sentence: Reading.Sentence) -> LicenceReference? {
    guard let start = sentence.tags.first(where: { $0.means(.licence(.creativeCommons)) }) else { return nil }
    var elements: Set<String> = []
    var upper = start.upper
    var isLicence = false
    var last = start.upper
    for tag in sentence.tags where tag.lower + 6 >= start.lower {
      guard tag.lower <= last + 8 else { break }
      for case .licence(let word) in tag.concepts {
        switch word {
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
    let isPut = sentence.tags.contains { $0.means(.licence(.under)) && $0.upper <= start.lower }
    guard !elements.isEmpty || isLicence && isPut else { return nil }
    let (version, versionEnd) = version(after: start.upper, upTo: min(sentence.upper, upper + 6))
    return LicenceReference(
      id: identifier(elements, version, versionEnd, sentence),
      evidence: reading.range(start.lower, max(upper, versionEnd)))
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
    let id = "\(licence.id)-\(version)"
    for tag in sentence.tags where tag.lower >= versionEnd && tag.lower <= versionEnd + 3 {
      for case .territory(let code) in tag.concepts where licence.ports.contains("\(version)-\(code)") {
        return "\(id)-\(code)"
      }
    }
    let next = versionEnd < reading.tokens.count ? reading.list.word(versionEnd).uppercased() : ""
    return licence.ports.contains("\(version)-\(next)") ? "\(id)-\(next)" : id
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
