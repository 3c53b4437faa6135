internal import WireMatching
internal import WireText

/// WC108: the same words in items of several sources.
enum SourceUnclear: Rule {
  static let description = RuleDescription(
    id: "WC108", name: "source-unclear", level: .info,
    title: "The same words stand in items of several sources, and who wrote them is unclear",
    explanation: """
      Fires when at least half of the words that the document has from an agency's item stand in an item of another \
      agency, in a release, or in a story of the newsroom's own archive as well: all may have them from one statement. \
      It names the sources in order of time. Versions of one story are one source. Where the newsroom's own story had \
      the words before any version of any agency's item, they are taken for its own and no other rule speaks of them, \
      unless the item was withdrawn or is under embargo; so it is where a published document came out before the item \
      and was not changed since. A document that names one of the sources in its fields, \
      its text or its byline is checked against that one, if it holds all of the words, else against the first.
      """,
    help: "Name the source that you used in the document's source field")

  static func evaluate(_ subject: Subject) -> [Observation] {
    (subject.ours + subject.reuses).compactMap { observation($0, subject) }
  }

  private static func observation(_ reuse: ItemReuse, _ subject: Subject) -> Observation? {
    let newsroom = subject.newsroom
    let agency = reuse.state.record.agency
    let others = reuse.holders.filter { $0.permille >= 500 && !$0.isSameStory }
    var standings = [Standing(name: reuse.name, time: reuse.state.entry.time)]
    // An earlier item of the same agency is no other source, but tells since when the agency had the words.
    if others.contains(where: { $0.isOwn || $0.agency != agency }) {
      standings += others.map { Standing($0, newsroom) }
    }
    if reuse.isOurs, let time = subject.occasion.cameOut(subject.draft.document) {
      standings.append(Standing(name: "the document", time: time))
    }
    guard standings.count > 1, !reuse.isNamed || reuse.isOurs, let usage = reuse.usages.first else {
      return nil
    }
    standings.sort(by: Standing.isBefore)
    let isWhole = others.allSatisfy { $0.permille >= 950 }
    let words = isWhole ? usage.overlap : "at least half of \(usage.words) words"
    let list = standings.prefix(mostNamed).map(\.text).joined(separator: ", then ")
    let left = standings.count - mostNamed
    let verdict = reuse.isOurs ? "; they are taken for the newsroom's own" : ""
    return Observation(
      level: description.level,
      message: "\(words) stand in several sources: \(list)"
        + (left > 0 ? " and \(left) more" : "") + verdict,
      places: .body(usage.passages.map(\.draft)), encounter: (reuse, usage),
      fact: standings.first.flatMap { $0.time == nil ? nil : "the earliest known is \($0.text)" },
      help: [description.help])
  }

  /// The most sources that the message names.
  private static let mostNamed = 4

  /// A source with its time.
  private struct Standing {
    var name: String
    var time: Instant?

    init(name: String, time: Instant?) {
      self.name = name
      self.time = time
    }

    init(_ holder: Holder, _ newsroom: Newsroom) {
      let version = holder.version.map { " version \($0)" } ?? ""
      let owner = holder.isOwn ? "the newsroom's story" : "\(newsroom.name(ofAgency: holder.agency)) item"
      self.init(name: "\(owner) \(holder.entry.id)\(version)", time: holder.entry.time)
    }

    var text: String { "\(name) (\(time?.iso8601 ?? "time unknown"))" }

    /// Orders by time; sources without a time come last.
    static func isBefore(_ a: Standing, _ b: Standing) -> Bool {
      switch (a.time, b.time) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      default: false
      }
    }
  }
}
