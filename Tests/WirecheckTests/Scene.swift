import Foundation
import Synchronization
import WireDocuments
import WireMatching
import WireRights
import WireText
import WireYAML

@testable import Wirecheck

/// A newsroom with an index in memory, against which tests check documents.
///
/// All agencies and stories are invented.
struct Scene {
  let newsroom: Newsroom
  let checker: Checker

  /// A scene of parts that are there already.
  init(newsroom: Newsroom, checker: Checker) {
    self.newsroom = newsroom
    self.checker = checker
  }

  /// A scene.
  ///
  /// - Parameters:
  ///   - terms: what the configuration says beside site and agencies.
  ///   - site: the site, if it is not the usual one.
  ///   - wire: items, a JSON object each.
  ///   - agency: the agency of all items; nil as each says.
  init(_ terms: String = "", site: String = Self.site, wire: [String] = [], agency: String? = nil) throws {
    newsroom = try Self.newsroom(Self.head(site) + terms + "\n")
    let reader = ItemReader(newsroom, agency: agency)
    let items = try Self.documents(wire + Story.others).map { reader.read($0).item }
    let vocabulary = try Scene.vocabulary.get()
    checker = try Checker(
      newsroom, index: WireIndex(items: items, vocabulary: vocabulary), vocabulary: vocabulary)
  }

  /// The vocabulary of the program, read once for all tests.
  static let vocabulary = Result { try Vocabulary.standard() }

  static let site =
    "{id: harbour-times, territories: [BG], channels: [web], commercial: true, timezone: Europe/Sofia}"

  static func head(_ site: String = site) -> String {
    """
    schema: 1
    site: \(site)
    agencies:
      - {id: northwire, name: Northwire, credits: [Northwire, Northwire Photos], timezone: Europe/London}
      - {id: meridian, name: Meridian News Service, credits: [Meridian], timezone: Europe/London}

    """
  }

  /// Newsrooms by their configuration: reading all policies takes a while.
  private static let known = Mutex<[String: Newsroom]>([:])

  static func newsroom(_ text: String) throws -> Newsroom {
    if let newsroom = known.withLock({ $0[text] }) { return newsroom }
    let newsroom = try newsroom(text, files: [:])
    known.withLock { $0[text] = newsroom }
    return newsroom
  }

  static func newsroom(_ text: String, files: [String: String]) throws(YAMLFault) -> Newsroom {
    var reader = NewsroomReader(text, file: "wirecheck.yaml") { pattern throws(YAMLFault) in
      files.filter { $0.key == pattern }.map { (path: $0.key, text: $0.value) }
    }
    return try reader.newsroom()
  }

  static func documents(_ lines: [String], path: String = "wire.jsonl") throws -> [Document] {
    guard !lines.isEmpty else { return [] }
    var source = try DocumentSource(
      bytes: Array(lines.joined(separator: "\n").utf8), path: path, format: "jsonl")
    var documents: [Document] = []
    while let document = try source.next() { documents.append(document) }
    return documents
  }

  /// The record of a run over one input.
  func run(
    _ draft: String, path: String = "draft.txt", now: String = "2026-11-20T12:00:00Z",
    stage: Use.Stage = .publish,
    isArchive: Bool = false, excerpts: ExcerptPolicy = .short
  ) throws -> RunRecord {
    try run([(path, draft)], now: now, stage: stage, isArchive: isArchive, excerpts: excerpts)
  }

  /// The record of a run over several inputs.
  func run(
    _ inputs: [(path: String, text: String)], now: String = "2026-11-20T12:00:00Z",
    stage: Use.Stage = .publish,
    isArchive: Bool = false, excerpts: ExcerptPolicy = .short, limits: Limits = Limits()
  ) throws -> RunRecord {
    let instant = Instant(reading: now) ?? Instant(seconds: 0)
    var run = Run(
      checker,
      Run.Plan(
        command: "check", occasion: Occasion(now: instant, stage: stage, isArchive: isArchive),
        isClockGiven: true, excerpts: excerpts))
    for input in inputs {
      var source = try DocumentSource(
        bytes: Array(input.text.utf8), path: input.path,
        format: input.text.hasPrefix("{") ? "jsonl" : "text", limits: limits)
      try run.check(&source)
    }
    return run.finish().record
  }

  /// A JSON object of one line.
  static func json(_ fields: [String: String]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys), as: UTF8.self)
  }

  /// A wire item of Northwire's.
  static func item(_ id: String = "NW-7", _ text: String = Story.text, _ fields: [String: String] = [:])
    throws
    -> String
  {
    try json(
      ["id": id, "version": "1", "agency": "Northwire", "published": "2026-11-19T08:00:00Z", "text": text]
        .merging(fields) { $1 })
  }
}

/// A story that drafts take from, and words that they have of their own.
enum Story {
  static let first =
    "Beekeepers along the Dravin canal moved four hundred hives by barge on Monday night after the council sprayed the"
    + " poplars without a warning."
  static let second =
    "The barges carried no lamps because the bees follow any light, and the lock keepers opened their gates by the"
    + " sound of the humming alone."
  static let third =
    "A spokeswoman for the water board promised new rules before the lime trees blossom, and asked the owners of two"
    + " lost swarms to collect them from its boardroom."
  static let text = "\(first) \(second) \(third)"
  /// Items about other things: words are rare only among others.
  static let others: [String] = (0..<12).map { number in
    let words = (0..<60).map { place in
      let rank = (number * 60 + place) * 7919
      return "\(syllables[rank % 12])\(syllables[rank / 12 % 12])\(syllables[rank / 144 % 12])"
    }
    return #"{"id": "other-\#(number)", "version": "1", "text": "\#(words.joined(separator: " "))"}"#
  }
  private static let syllables = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te"]
  static let own = "Our own reporter counted eleven jars on the windowsill of the town hall this morning."
  static let reserved = ["notice": "© 2026 Northwire. All rights reserved."]
  static let prohibiting = [
    "notice":
      "© 2026 Northwire. This material may not be published, broadcast or rewritten without permission."
  ]

  /// A contract with Northwire of one clause that permits publishing and editing.
  static func contract(_ keys: String = "", period: String = "") -> String {
    "contracts: [{agency: northwire, agreement: NW-1, \(period)clauses: [{id: \"4.1\","
      + " text: Items may be published and edited., permit: [publish, modify]\(keys)}]}]"
  }
}

extension RunRecord {
  /// Rules and levels of the findings.
  var outline: [String] { findings.map { "\($0.rule) \($0.level.rawValue)" } }
}
