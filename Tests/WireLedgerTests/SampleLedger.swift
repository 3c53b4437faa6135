import Foundation
import WireText
import Wirecheck

@testable import WireLedger

/// Runs, documents and uses that tests record; agencies and stories are invented.
enum Sample {
  /// Words that stand in excerpts and notices and must never reach a ledger.
  static let canaries = [
    "Lanterns over Marnhaven quay", "kestrels nest in the signal box",
    "no part of this may be reused by anyone",
  ]

  static func run(
    stage: String = "publish", site: String? = "harbour-times", verdict: String = "block",
    complete: Bool = true, now: String = "2026-11-20T06:12:00Z", policy: String = "sha256:9c0d",
    findings: [String] = [finding()]
  ) throws -> RunRecord {
    try decode(
      """
      {"schema": "wirecheck/run/1", "tool": {"name": "wirecheck", "version": "0.1.0"},
       "run": {"command": "check", \(site.map { "\"site\": \(json($0))," } ?? "") "stage": \(json(stage)),
        "now": "\(now)", "clock": "system", "policy": "\(policy)", "index": {"id": "ab12", "items": 12},
        "complete": \(complete), "documents": 1, "skipped": []},
       "verdict": "\(verdict)", "counts": {"error": \(findings.count), "warning": 0, "info": 0},
       "findings": [\(findings.joined(separator: ",\n"))], "uses": []}
      """)
  }

  static func finding(origin: String = "notice", message: String = "58 of 61 words as in item NW-0417")
    -> String
  {
    """
    {"rule": "WC101", "name": "verbatim-prohibited", "level": "error", "status": "new",
     "fingerprint": "wc1:7f3c9a1e0b2d4c55a0b1", "message": \(json(message)),
     "document": {"id": "harbour-strike", "path": "content/harbour-strike.md", "item": 1, "sha256": "5d41",
       "words": 160},
     "places": [{"field": "body", "paragraph": 5, "bytes": [1184, 1542],
       "excerpt": {"head": \(json(canaries[0])), "omitted": 45, "tail": \(json(canaries[1]))}}],
     "source": {"agency": "northwire", "agencyName": "Northwire", "item": "NW-0417", "version": "3",
       "publishedAt": "2026-11-19T08:12:00Z", "status": "usable", "sha256": "77aa", "alsoIn": [],
       "passages": [{"paragraph": 2, "bytes": [210, 566],
        "excerpt": {"head": \(json(canaries[0])), "omitted": 45, "tail": \(json(canaries[1]))}}]},
     "match": {"kind": "edited", "words": 61, "identical": 58, "longestRun": 43, "draftPermille": 381,
       "sourcePermille": 710, "attribution": "neither"},
     "term": {"origin": "\(origin)", "policy": "northwire", "clause": "4.2", "agreement": "NW-2024-07",
       "words": \(json(canaries[2])), "decision": "violation", "facts": {"channel": "web"}},
     "help": ["Cut the passage, or replace it with your own reporting"]}
    """
  }

  static func document(
    _ id: String = "harbour-strike", path: String = "content/harbour-strike.md", item: Int = 1,
    title: String? = "Harbour strike", url: String? = "https://harbour-times.example/strike",
    publishedAt: String? = nil, scope: UseScope? = nil, uses: [UseRecord]
  ) throws -> DocumentUses {
    let document: DocumentRecord = try decode(
      """
      {"id": \(json(id)), "path": \(json(path)), "item": \(item), "sha256": "5d41", "words": 160}
      """)
    return DocumentUses(
      document: document, title: title, url: url, publishedAt: publishedAt, scope: scope, uses: uses)
  }

  static func use(
    agency: String = "northwire", name: String = "Northwire", item: String = "NW-0417",
    version: String? = "3",
    words: Int = 61, share: Int = 710, kind: String = "edited", attribution: String = "neither",
    outcome: String = "violation", agreement: String? = "NW-2024-07", clause: String? = "4.2",
    creditOK: Bool? = nil
  ) throws -> UseRecord {
    try decode(
      """
      {"agency": \(json(agency)), "agencyName": \(json(name)), "item": \(json(item)),
       \(version.map { "\"version\": \(json($0))," } ?? "")
       \(agreement.map { "\"agreement\": \(json($0))," } ?? "") \(clause.map { "\"clause\": \(json($0))," } ?? "")
       \(creditOK.map { "\"creditOK\": \($0)," } ?? "")
       "sourcePublishedAt": "2026-11-19T08:12:00Z", "words": \(words), "identical": 58, "longestRun": 43,
       "draftPermille": 381, "sourcePermille": \(share), "kind": "\(kind)", "attribution": "\(attribution)",
       "outcome": "\(outcome)"}
      """)
  }

  static let editor = AuditActor(kind: .person, name: "m.okafor")

  static func instant(_ text: String = "2026-11-20T06:12:03Z") throws -> Instant {
    guard let instant = Instant(iso8601: text) else { throw BadSample() }
    return instant
  }

  static func november() throws -> UsageStatement.Period {
    UsageStatement.Period(
      firstDay: "2026-11-01", endDay: "2026-12-01", zone: "UTC", start: try instant("2026-11-01T00:00:00Z"),
      end: try instant("2026-12-01T00:00:00Z"))
  }

  static func decode<Value: Decodable>(_ text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  static func json(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return result + "\""
  }

  struct BadSample: Error {}
}

/// A folder of its own for a test, removed afterwards.
final class Folder {
  let path = FileManager.default.temporaryDirectory.appending(path: "wirecheck-ledger-\(UUID().uuidString)")
    .path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a ledger in the folder.
  var ledger: String { path + "/ledger.sqlite" }
}
