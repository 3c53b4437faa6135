internal import Policies
public import WireYAML

/// All agencies that the policies describe, found by identifier, name or alias.
public struct AgencyDirectory: Sendable {
  /// The agencies, in order of their files.
  public let agencies: [Agency]
  private let byName: [String: Int]

  /// Reads the files of `Policies/Agencies/`.
  ///
  /// - Throws: `YAMLFault` with the place; also where two agencies claim the same name.
  public init() throws(YAMLFault) {
    var agencies: [Agency] = []
    var byName: [String: Int] = [:]
    for file in PolicyFile.all(in: "Agencies") {
      let value = try YAMLValue(parsing: file.text, name: file.path)
      let agency = try Agency(value, file: file.path)
      for name in [agency.name] + agency.aliases {
        let key = Self.key(name)
        if let other = byName[key], other != agencies.count {
          throw YAMLFault(
            file.path, value.position, "`\(name)` is also a name of `\(agencies[other].id)`",
            next: "keep the name in one file")
        }
        byName[key] = agencies.count
      }
      agencies.append(agency)
    }
    self.agencies = agencies
    self.byName = byName
  }

  /// The agency with an identifier, for instance `ap`.
  public func agency(id: String) -> Agency? { agencies.first { $0.id == id } }

  /// The agency that a name as written belongs to.
  ///
  /// The whole name counts, apart from case, spacing, marks and a leading article that the files list:
  /// Associated Newspapers is not the Associated Press.
  public func agency(named name: String) -> Agency? { byName[Self.key(name)].map { agencies[$0] } }

  /// Letters and digits only, folded.
  private static func key(_ name: String) -> String {
    Lexer.words(of: name).joined(separator: " ")
  }
}
