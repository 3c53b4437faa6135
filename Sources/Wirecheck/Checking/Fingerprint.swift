internal import WireText

extension Finding {
  /// The identity of a finding across runs: `wc1:` and 20 hexadecimal digits of SHA-256 over the rule, the
  /// document, the agency, the item without its version, the clause and the folded words of the passages.
  ///
  /// Renaming a file that has an identifier of its own, re-flowing lines, or changing case or typography does
  /// not change the fingerprint; changing words does.
  static func fingerprint(
    rule: String, document: String, agency: String, item: String, clause: String, words: [Word]
  ) -> String {
    let folded = words.map { String($0.hash, radix: 16) }.joined(separator: " ")
    return "wc1:" + sha256(fields: [rule, document, agency, item, clause, folded]).prefix(20)
  }

  /// The findings, with `.2`, `.3` … appended to fingerprints that already occurred in the document.
  static func numbered(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      var finding = finding
      let count = seen[finding.fingerprint, default: 0] + 1
      seen[finding.fingerprint] = count
      if count > 1 { finding.fingerprint += ".\(count)" }
      return finding
    }
  }

  /// Whether a finding precedes another in a report: by place, then the more severe one, then by rule and item.
  static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
    let (first, second) = (a.order, b.order)
    if first.place != second.place { return first.place.lexicographicallyPrecedes(second.place) }
    if a.level != b.level { return a.level > b.level }
    return first.names.lexicographicallyPrecedes(second.names)
  }

  private var order: (place: [Int], names: [String]) {
    (places.first?.bytes ?? [-1, -1], [rule, source?.agency ?? "", source?.item ?? "", fingerprint])
  }
}
