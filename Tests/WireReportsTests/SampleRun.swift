import Foundation
import Testing
import Wirecheck

@testable import WireReports

/// Runs that tests render; agencies and stories are invented.
enum SampleRun {
  /// A run with a copied passage, an embargoed item and an input that could not be read.
  static func full() throws -> RunRecord {
    var run = try run(findings: [finding(), embargoed(), unreadable()])
    run.counts = try decode(#"{"error": 3, "warning": 0, "info": 0}"#)
    return run
  }

  /// A run with the given findings.
  static func run(findings: [String]) throws -> RunRecord {
    try decode(
      """
      {"schema": "wirecheck/run/1", "tool": {"name": "wirecheck", "version": "0.1.0"},
       "run": {"command": "check", "site": "harbour-times", "stage": "publish", "now": "2026-11-20T06:12:00Z",
        "clock": "system", "policy": "sha256:9c0d", "index": {"id": "ab12", "items": 12}, "complete": false,
        "documents": 2, "skipped": [{"path": "content/broken.xml", "reason": "broken-xml",
         "message": "the file breaks off", "line": 3}]},
       "verdict": "incomplete", "counts": {"error": 1, "warning": 0, "info": 0},
       "findings": [\(findings.joined(separator: ",\n"))], "uses": []}
      """)
  }

  /// A finding of reuse; every untrusted text of it can be replaced.
  static func finding(
    message: String = "58 of 61 words as in Northwire item NW-0417; clause 4.2 forbids it",
    path: String = "content/harbour-strike.md",
    head: String = "Dockworkers at the port of Marnhaven walked out",
    tail: String = "before the night shift began.",
    line: Int = 14
  ) -> String {
    """
    {"rule": "WC101", "name": "verbatim-prohibited", "level": "error", "status": "new",
     "fingerprint": "wc1:7f3c9a1e0b2d4c55a0b1", "message": \(json(message)),
     "document": {"id": "harbour-strike", "path": \(json(path)), "item": 1, "sha256": "5d41", "words": 160},
     "places": [{"field": "body", "paragraph": 5, "bytes": [1184, 1542],
       "file": {"scalars": [1170, 1521], "utf16": [1170, 1521], "line": \(line), "column": 1, "endLine": \(line),
        "endColumn": 352, "byteColumn": 1, "endByteColumn": 359},
       "excerpt": {"head": \(json(head)), "omitted": 45, "tail": \(json(tail))}}],
     "source": {"agency": "northwire", "agencyName": "Northwire", "item": "NW-0417", "version": "3",
       "publishedAt": "2026-11-19T08:12:00Z", "status": "usable", "sha256": "77aa", "alsoIn": [],
       "passages": [{"paragraph": 2, "bytes": [210, 566],
        "excerpt": {"head": "Dockworkers at the port of Marnhaven walked out", "omitted": 45,
         "tail": "before the night shift started."}}]},
     "match": {"kind": "edited", "words": 61, "identical": 58, "longestRun": 43, "draftPermille": 381,
       "sourcePermille": 710, "attribution": "neither"},
     "term": {"origin": "contract", "policy": "northwire", "clause": "4.2", "agreement": "NW-2024-07",
       "path": "contracts/northwire.yaml", "line": 18, "column": 5, "words": "prohibit: [publish]",
       "decision": "violation", "facts": {"channel": "web", "territory": "BG"}},
     "help": ["Cut the passage, or replace it with your own reporting"]}
    """
  }

  /// A finding on an embargoed item, in a field without a place in the file.
  static func embargoed() -> String {
    """
    {"rule": "WC301", "name": "embargo-broken", "level": "error", "status": "new",
     "fingerprint": "wc1:00112233445566778899", "message": "12 words as in Meridian item M-7; under embargo",
     "document": {"id": "budget", "path": "export.jsonl", "item": 7, "sha256": "aa", "words": 80},
     "places": [{"field": "headline", "paragraph": 0, "excerpt": {"head": "Council to cut fares", "omitted": 0,
       "tail": ""}}],
     "source": {"agency": "meridian", "agencyName": "Meridian News", "item": "M-7", "status": "embargoed",
       "sha256": "bb", "alsoIn": ["M-8", "M-9"], "passages": [{"paragraph": 1, "bytes": [0, 20],
        "excerpt": {"head": "", "omitted": 0, "tail": "", "withheld": "embargo"}}]},
     "term": {"origin": "standing", "policy": "embargoes", "words": "Not before the embargo ends.",
       "decision": "violation", "facts": {}},
     "fact": "embargo until 2026-11-21T00:00:00Z", "help": ["Publish at 2026-11-21T00:00:00Z or later"]}
    """
  }

  /// A finding on an input as a whole.
  static func unreadable() -> String {
    """
    {"rule": "WC901", "name": "input-unreadable", "level": "error", "status": "new",
     "fingerprint": "wc1:99887766554433221100", "message": "the file breaks off",
     "document": {"id": "content/broken.xml", "path": "content/broken.xml", "item": 0, "sha256": "", "words": 0},
     "places": [], "fact": "broken-xml", "help": ["Correct the input named in the message"]}
    """
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

  /// A report as text.
  static func text(
    _ format: any ReportFormat.Type, of run: RunRecord, options: ReportOptions = ReportOptions()
  ) throws -> String {
    String(decoding: try format.render(run, options: options), as: UTF8.self)
  }
}
