/// What GitHub asks of a SARIF file beyond the schema, written from its documentation and apart from the writer.
enum SARIFProfile {
  /// Everything that GitHub would reject, cut or leave out.
  static func faults(in log: [String: Any]) -> [String] {
    var faults: [String] = []
    func check(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }

    check(log["version"] as? String == "2.1.0", "version")
    check(emptyStrings(in: log) == 0, "an empty text")
    let runs = log["runs"] as? [[String: Any]] ?? []
    check(runs.count == 1, "runs")
    for run in runs {
      let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any] ?? [:]
      check(driver["name"] is String && driver["version"] is String, "tool")
      check(run["columnKind"] as? String == "unicodeCodePoints", "columnKind")
      let rules = driver["rules"] as? [[String: Any]] ?? []
      let ids = rules.compactMap { $0["id"] as? String }
      check(Set(ids).count == rules.count, "two rules of one id")
      for rule in rules { faults += self.faults(inRule: rule) }
      let results = run["results"] as? [[String: Any]] ?? []
      check(results.count <= 5000, "too many results")
      for result in results { faults += self.faults(inResult: result, rules: ids) }
    }
    return faults
  }

  private static func faults(inRule rule: [String: Any]) -> [String] {
    ["shortDescription", "fullDescription", "help"].compactMap { key in
      guard let text = (rule[key] as? [String: String])?["text"] else { return "\(key) is missing" }
      return key == "help" || text.unicodeScalars.count <= 1024 ? nil : "\(key) is too long"
    }
  }

  private static func faults(inResult result: [String: Any], rules: [String]) -> [String] {
    var faults: [String] = []
    let index = result["ruleIndex"] as? Int ?? -1
    if !rules.indices.contains(index) || rules[index] != result["ruleId"] as? String { faults.append("rule") }
    if !["error", "warning", "note"].contains(result["level"] as? String ?? "") { faults.append("level") }
    if (result["message"] as? [String: Any])?["text"] as? String == nil { faults.append("message") }
    let locations = result["locations"] as? [[String: Any]] ?? []
    if locations.isEmpty || locations.count > 100 { faults.append("locations") }
    for location in locations + (result["relatedLocations"] as? [[String: Any]] ?? []) {
      let physical = location["physicalLocation"] as? [String: Any]
      let uri = (physical?["artifactLocation"] as? [String: Any])?["uri"] as? String
      let region = physical?["region"] as? [String: Int] ?? [:]
      if uri == nil || uri?.contains("\\") == true { faults.append("uri") }
      if region["startLine", default: 0] < 1 || region.values.contains(where: { $0 < 1 }) {
        faults.append("region")
      }
      let start = (region["startLine", default: 1], region["startColumn", default: 1])
      let end = (region["endLine", default: start.0], region["endColumn", default: .max])
      if end < start { faults.append("a region that ends before it starts") }
    }
    return faults
  }

  private static func emptyStrings(in value: Any) -> Int {
    switch value {
    case let text as String: text.isEmpty ? 1 : 0
    case let members as [String: Any]: members.values.reduce(0) { $0 + emptyStrings(in: $1) }
    case let elements as [Any]: elements.reduce(0) { $0 + emptyStrings(in: $1) }
    default: 0
    }
  }
}
