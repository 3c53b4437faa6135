public import Policies
public import WireYAML

/// All agencies of the policies and a newsroom's configuration, found by identifier, name or alias.
public struct AgencyDirectory: Sendable {
  /// The agencies: those of the policies in order of their files, then those that were added.
  public private(set) var agencies: [Agency] = []
  private var byID: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var byInitials: [String: Int] = [:]
  private var credits: [(agency: Int, form: CreditForm)] = []
  let forms: AgencyForms

  /// Reads the files of `Policies/Agencies/` and adds further agencies.
  ///
  /// - Parameters:
  ///   - extra: the agencies that a newsroom's configuration adds; none replaces another.
  ///   - files: the policies; by default those embedded in the program.
  /// - Throws: `YAMLFault` with the place; also if two agencies claim the same identifier or name.
  public init(adding extra: [Agency] = [], files: [PolicyFile] = PolicyFile.everything) throws(YAMLFault) {
    var all: [Agency] = []
    for file in files.all(in: "Agencies") {
      all.append(try Agency(file.tree(), file: file.path))
    }
    all += extra
    forms = AgencyForms(all)
    for agency in all { try add(agency) }
  }

  private mutating func add(_ agency: Agency) throws(YAMLFault) {
    if byID.updateValue(agencies.count, forKey: agency.id) != nil {
      throw Self.fault(agency, "the agency `\(agency.id)` exists already", next: "choose another `id`")
    }
    for name in agency.names {
      let key = Self.key(name)
      if let other = byName[key], other != agencies.count {
        throw Self.fault(
          agency, "`\(name)` is also a name of `\(agencies[other].id)`",
          next: "keep the name with one of them")
      }
      byName[key] = agencies.count
    }
    for name in agency.initials {
      if let other = byInitials[name] ?? byName[Self.key(name)], other != agencies.count {
        throw Self.fault(
          agency, "`\(name)` is also a name of `\(agencies[other].id)`", next: "keep it with one of them")
      }
      byInitials[name] = agencies.count
    }
    for credit in agency.credits where !agency.initials.contains(credit) {
      if let form = CreditForm(credit) { credits.append((agencies.count, form)) }
    }
    agencies.append(agency)
  }

  private static func fault(_ agency: Agency, _ message: String, next: String) -> YAMLFault {
    let position = agency.place?.position ?? YAMLValue.Position(line: 1, column: 1)
    return YAMLFault(agency.place?.file ?? "agencies", position, message, next: next)
  }

  /// The agency with an identifier, for instance `ap`.
  public func agency(id: String) -> Agency? { byID[id].map { agencies[$0] } }

  /// The agency to which a name, as written, belongs.
  ///
  /// The whole name must match, ignoring case, spacing, punctuation and a leading article listed in the files:
  /// Associated Newspapers is not the Associated Press. Initials match only in their exact spelling: a map is not
  /// MAP.
  public func agency(named name: String) -> Agency? {
    (byName[Self.key(name)] ?? byInitials[name]).map { agencies[$0] }
  }

  /// The agency with this identifier, or else with this name.
  public func agency(called word: String) -> Agency? { agency(id: word) ?? agency(named: word) }

  /// The credits of all other agencies, to distinguish a wrong credit from a missing one.
  ///
  /// Without initials: words are compared without case, and a given name in a byline may look like them.
  ///
  /// - Parameter id: the agency whose own credits are left out; nil for none.
  public func credits(ofOthersThan id: String?) -> [CreditForm] {
    let own = id.flatMap { byID[$0] }
    return credits.lazy.filter { $0.agency != own }.map(\.form)
  }

  /// Letters and digits only, folded.
  private static func key(_ name: String) -> String {
    Lexer.words(of: name).joined(separator: " ")
  }
}
