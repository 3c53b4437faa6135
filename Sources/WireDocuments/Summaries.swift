import WireText

extension Document {
  /// The fewest words of a standfirst or excerpt that counts as text; fewer are a label, a second headline or a source.
  private static let fewestSummaryWords = 8

  /// Attaches the text of a story's standfirsts, excerpts, teasers and footnotes that its body does not contain.
  ///
  /// They are published at the head or foot of the story, on front pages and in feeds, so their words count as the
  /// story's; one that repeats part of the text is not attached.
  mutating func attachSummaries(limits: Limits) {
    guard [.text, .package, .other].contains(type) else { return }
    var further = AlternativeTexts()
    for field in fields where [.subhead, .summary, .footnote].contains(field.name) {
      guard field.text.split(separator: " ").count >= Self.fewestSummaryWords else { continue }
      let utf8 = Array(field.text.utf8)
      var text = BodyText()
      text.append(
        utf8,
        from: field.place.map { [(count: utf8.count, file: $0, isExact: $0.count == utf8.count)] } ?? [])
      further.attach(text, name: field.key, format: field.name.rawValue, to: &self, limits: limits)
    }
  }
}
