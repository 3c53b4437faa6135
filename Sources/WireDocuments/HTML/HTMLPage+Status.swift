import WireText
import WireTrees

extension HTMLPage {
  /// Reads the status and the embargo that the page states: of several the status that restricts most counts, and the
  /// embargo that ends last.
  func readStatus(into document: inout Document) {
    linked.readStatus(into: &document, limits: limits)
    for (name, values) in metadata.meta.sorted(by: { $0.key < $1.key }) where Self.mayState(name) {
      for value in values where !isOfOther(value, name) { readStatus(name, value, into: &document) }
    }
  }

  /// Whether a name may be that of a status or an embargo: a quick test, which most names fail.
  private static func mayState(_ name: String) -> Bool {
    let utf8 = Array(name.lowercased().utf8)
    return stems.contains { HTMLScanner.find($0, in: utf8, from: 0) != nil }
  }

  private static let stems: [StaticString] = [
    "embargo", "stat", "draft", "kill", "withdraw", "retract", "cancel",
  ]

  private func readStatus(_ name: String, _ value: HTMLMetadata.Value, into document: inout Document) {
    let key = "meta: \(name.prefix(MetaKey.longestKey))"
    if MetaKey(name, text: "") == .embargo {
      // A remark may be anything, unless it is a time.
      guard !KeyWords(name).remarksOnEmbargo || CivilTime(field: value.text) != nil else {
        document.fields.append(Field(.other, value.text, key: key, place: place(value)))
        return
      }
      guard let time = TimeField.embargo(stating: value.text) else { return }
      document.add(time, named: "`\(name.prefix(40))`")
    } else if let status = PageStatus(name, value.text) {
      status.set(in: &document)
    }
  }

  /// Whether microdata states it about something other than the story.
  private func isOfOther(_ value: HTMLMetadata.Value, _ name: String) -> Bool {
    let properties = markup.value(value.element, "itemprop")?.lowercased() ?? ""
    if properties.split(whereSeparator: \.isWhitespace).contains(where: { $0 == name }) {
      return !metadata.isOfStory(markup, value.element)
    }
    return markup.attribute(value.element, "property") != nil
      && !HTMLMetadata.isOfStory(inRDFa: markup, value.element)
  }
}

extension LinkedData {
  /// Reads the status and the embargoes of the articles.
  func readStatus(into document: inout Document, limits: Limits) {
    for article in articles {
      var item = JSONItem(
        source: sources[article.source], object: article.value, root: article.value, limits: limits,
        document: Document(origin: document.origin))
      for member in article.value.members {
        if MetaKey(member.key, text: "") == .embargo {
          item.takeEmbargo(member.value, key: member.key)
        } else if PageStatus.isName(member.key) {
          for found in texts(member.value, article.source) {
            PageStatus(member.key, found.text)?.set(in: &item.document)
          }
        }
      }
      if let status = item.document.status { document.setStatus(status) }
      if let embargo = item.document.embargo { document.addEmbargo(embargo) }
      document.times += item.document.times
      document.problems += item.document.problems
    }
  }
}

/// A status that a page states about its story under a name such as `creativeWorkStatus`, `pubstatus` or `draft`.
enum PageStatus {
  /// A word for the status, known or not.
  case word(String)
  case flag(Status)

  /// Nil if the name and the text state none.
  init?(_ name: String, _ text: String) {
    let (local, key) = Self.local(name)
    let word = text.lowercased()
    let isYes = FlagWords.yes.contains(word)
    if StatusWords.certainNames.contains(key) {
      self = .word(text)
    } else if StatusWords.possibleNames.contains(key), StatusWords.value(text) != .unknown {
      self = .word(text)
    } else if StatusWords.withdraws(key, word) {
      self = .flag(Status(.canceled, raw: "\(local): \(word)"))
    } else if key == "draft", isYes {
      self = .flag(Status(.draft, raw: "draft: \(word)"))
    } else {
      return nil
    }
  }

  /// Whether something under the name may state a status.
  static func isName(_ name: String) -> Bool {
    let (_, key) = local(name)
    return StatusWords.certainNames.contains(key) || StatusWords.possibleNames.contains(key) || key == "draft"
      || StatusWords.namesWithdrawal(key)
  }

  /// A name without its prefix or vocabulary, and its normal form: `article:status`, `schema:creativeWorkStatus`.
  private static func local(_ name: String) -> (name: String, key: String) {
    let local = name.split { ":./#".contains($0) }.last.map(String.init) ?? name
    return (local, StoryKeys.normal(local))
  }

  func set(in document: inout Document) {
    switch self {
    case .word(let word): document.setStatus(word)
    case .flag(let status): document.setStatus(status)
    }
  }
}
