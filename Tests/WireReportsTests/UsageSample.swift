import Foundation
import WireText
import Wirecheck

/// Usage statements that tests render.
enum UsageSample {
  /// A statement with a use of each class, under two contracts and none.
  static func statement() throws -> UsageStatement {
    UsageStatement(
      agency: "northwire", agencyName: "Northwire", period: try period(), site: nil,
      rows: [
        try row(),
        try row(
          title: "Ferry talks & tides", url: nil, document: "ferry-talks", at: "2026-11-21T09:30:00Z",
          isStated: false, channels: ["web", "newsletter"],
          use: try use(
            item: "NW-0512", version: nil, words: 1240, share: 1000, kind: "verbatim",
            outcome: "allow-with-duty",
            creditOK: true)),
        try row(
          title: nil, url: nil, document: "budget", at: "2026-11-22T10:00:00Z", site: nil,
          use: try use(
            item: "NW-0600", words: 18, share: 40, attribution: "both", outcome: "allow", agreement: nil,
            clause: nil)),
        try row(
          title: "A night at the lighthouse", document: "lighthouse", at: "2026-11-24T10:00:00Z",
          use: try use(
            item: "NW-0611", words: 140, share: 480, kind: "rewritten", outcome: "needs-review",
            agreement: "NW-2026-01", clause: nil, creditOK: false)),
        try row(
          title: "Snow on the pass", document: "snow", at: "2026-11-25T10:00:00Z",
          use: try use(item: "NW-0615", words: 25, share: 120, outcome: "allow", creditOK: true)),
      ],
      basis: UsageStatement.Basis(
        lastCheck: 41, lastCheckAt: try instant("2026-11-30T18:02:11Z"), incompleteChecks: 1,
        toolVersion: "0.1.0"))
  }

  static func period() throws -> UsageStatement.Period {
    UsageStatement.Period(
      firstDay: "2026-11-01", endDay: "2026-12-01", zone: "UTC", start: try instant("2026-11-01T00:00:00Z"),
      end: try instant("2026-12-01T00:00:00Z"))
  }

  static func row(
    title: String? = "Harbour strike enters third day",
    url: String? = "https://harbour-times.example/strike?a=1&b=2",
    document: String = "harbour-strike", at: String = "2026-11-20T07:00:00Z", isStated: Bool = true,
    site: String? = "harbour-times", channels: [String] = [], use: UseRecord? = nil
  ) throws -> UsageStatement.Row {
    let record: DocumentRecord = try SampleRun.decode(
      """
      {"id": \(SampleRun.json(document)), "path": "content/a.md", "item": 1, "sha256": "5d41", "words": 160}
      """)
    return UsageStatement.Row(
      check: 12, site: site, channels: channels, territories: channels.isEmpty ? [] : ["BG", "RO"],
      document: record, title: title, url: url, publishedAt: try instant(at),
      isTimeStated: isStated, use: try use ?? self.use())
  }

  static func use(
    item: String = "NW-0417", version: String? = "3", words: Int = 61, share: Int = 710,
    kind: String = "edited",
    attribution: String = "neither", outcome: String = "violation", agreement: String? = "NW-2024-07",
    clause: String? = "4.2", creditOK: Bool? = nil
  ) throws -> UseRecord {
    func member(_ name: String, _ value: String?) -> String {
      value.map { "\"\(name)\": \(SampleRun.json($0)), " } ?? ""
    }
    return try SampleRun.decode(
      """
      {"agency": "northwire", "agencyName": "Northwire", "item": \(SampleRun.json(item)),
       \(member("version", version))\(member("agreement", agreement))\(member("clause", clause))
       \(creditOK.map { "\"creditOK\": \($0), " } ?? "")"sourcePublishedAt": "2026-11-19T08:12:00Z",
       "words": \(words), "identical": 58, "longestRun": 43, "draftPermille": 381, "sourcePermille": \(share),
       "kind": "\(kind)", "attribution": "\(attribution)", "outcome": \(SampleRun.json(outcome))}
      """)
  }

  /// A row of any kind.
  static func anyRow(_ random: inout some RandomNumberGenerator) throws -> UsageStatement.Row {
    let kinds = ["verbatim", "edited", "rewritten", "summarised"]
    let attributions = ["neither", "credited", "quoted", "both"]
    return try row(
      document: "d\(Int.random(in: 0...9, using: &random))",
      use: try use(
        words: Int.random(in: 0...5000, using: &random), share: Int.random(in: 0...1000, using: &random),
        kind: kinds.randomElement(using: &random) ?? "edited",
        attribution: attributions.randomElement(using: &random) ?? "both",
        agreement: [nil, "A-1", "=B", "no contract"].randomElement(using: &random) ?? nil))
  }

  static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(iso8601: text) else { throw BadSample() }
    return instant
  }

  struct BadSample: Error {}
}

/// Reads CSV as RFC 4180 says, for tests.
enum CSVReading {
  /// The records by the names of the first line; an error where a record has more or fewer fields.
  static func table(_ text: String) throws -> [[String: String]] {
    var records: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      if isQuoted, scalar == "\"", rest.first == "\"" {
        field.unicodeScalars.append(scalar)
        rest.removeFirst()
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        records[records.count - 1].append(field)
        field = ""
        if scalar == "\n" { records.append([]) }
      } else if isQuoted || scalar != "\r" {
        field.unicodeScalars.append(scalar)
      }
    }
    let names = records.removeFirst()
    guard records.popLast() == [], records.allSatisfy({ $0.count == names.count }) else {
      throw UsageSample.BadSample()
    }
    return records.map { Dictionary(zip(names, $0)) { $1 } }
  }
}
