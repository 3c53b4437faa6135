import WireRights
import WireYAML
import Wirecheck

/// Configurations and contract files, as named on the command line.
struct TermsFiles {
  let config: String?

  /// The contracts in a file, and the engine that decides on them.
  func side(_ path: String) throws(CommandFailure) -> PolicyComparison.Side {
    let text = try Workspace.text(of: path)
    let value = try reading { () throws(YAMLFault) in try YAMLValue(parsing: text, name: path) }
    if value.has("schema") {
      let newsroom = try Workspace.open(config: path, inputs: []).newsroom
      return PolicyComparison.Side(
        contracts: newsroom.contracts, engine: newsroom.engine, site: newsroom.site)
    }
    let newsroom = try Workspace.newsroom(config: config)
    // A file on its own may refer to an agency that only its newsroom defines.
    let agencies = newsroom.agencies.agencies.map(\.id) + value.agencies
    let contracts = try reading { () throws(YAMLFault) in
      try ContractReader(agencies: agencies, days: DayBoundary(newsroom.site.timeZone))
        .contracts(in: YAMLField(name: "contracts", value: value, file: path))
    }
    return PolicyComparison.Side(contracts: contracts, engine: newsroom.engine)
  }
}

extension YAMLValue {
  /// Whether it is a mapping that contains a key.
  fileprivate func has(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == key }
  }

  /// The agencies that the contracts refer to.
  fileprivate var agencies: [String] {
    switch content {
    case .scalar: return []
    case .sequence(let values): return values.flatMap(\.agencies)
    case .mapping(let entries):
      return entries.compactMap { entry in
        guard entry.key == "agency", case .scalar(let text) = entry.value.content else { return nil }
        return String(text)
      }
    }
  }
}
