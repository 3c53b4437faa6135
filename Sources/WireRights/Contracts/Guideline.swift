internal import Foundation
public import Policies
public import WireYAML

/// The public terms of a newsroom that gives its copy away, for those who republish it.
///
/// They apply only if a newsroom enables them, which means that it has read the page and intends to comply.
public struct Guideline: Sendable {
  /// The identifier, that of the agency.
  public let id: String
  /// The page's title.
  public let title: String
  /// The page's address.
  public let address: String
  /// The day on which the page was read.
  public let read: CalendarDay
  /// The terms.
  public let contract: Contract

  /// Reads a file of `Policies/Guidelines/`.
  init(_ file: PolicyFile, _ contracts: ContractReader) throws(YAMLFault) {
    var reader = try YAMLReader(file.tree(), file: file.path)
    id = try reader.required("id").text()
    title = try reader.required("title").text()
    address = try reader.required("url").text()
    read = try reader.required("read").day()
    let terms = try reader.required("contract")
    contract = try contracts.contract(terms)
    guard !contract.cases.isEmpty else {
      throw terms.fault("the terms of `\(id)` show no cases", next: "add `cases:`")
    }
    try reader.finish()
  }
}

/// The guidelines that can be enabled, in order of their identifiers.
public struct Guidelines: Sendable {
  /// All of them.
  public let all: [Guideline]

  /// Reads the files of `Policies/Guidelines/`.
  ///
  /// - Parameters:
  ///   - agencies: the known agencies.
  ///   - files: the policies; by default those embedded in the program.
  /// - Throws: `YAMLFault` with the place.
  public init(agencies: AgencyDirectory, files: [PolicyFile] = PolicyFile.everything) throws(YAMLFault) {
    let reader = ContractReader(agencies: agencies.agencies.map(\.id), days: DayBoundary(.gmt))
    var all: [Guideline] = []
    for file in files.all(in: "Guidelines") { all.append(try Guideline(file, reader)) }
    self.all = all
  }

  /// The contracts of the guidelines that a list of identifiers enables, each once.
  ///
  /// - Throws: `YAMLFault` at an unknown identifier, with the nearest ones.
  public func contracts(in field: YAMLField) throws(YAMLFault) -> [Contract] {
    var chosen: [Guideline] = []
    for item in try field.items() {
      let id = try item.text()
      guard let guideline = all.first(where: { $0.id == id }) else {
        throw item.fault("there are no guidelines `\(id)`", next: nearest(to: id))
      }
      guard !chosen.contains(where: { $0.id == id }) else {
        throw item.fault("`\(id)` stands twice", next: "keep one of them")
      }
      chosen.append(guideline)
    }
    return chosen.map(\.contract)
  }

  /// The most suggestions for an unknown name.
  private static let proposals = 3

  private func nearest(to id: String) -> String {
    let names = YAMLReader.nearest(to: id, among: all.map(\.id), count: Self.proposals)
    return "did you mean \(names.map { "`\($0)`" }.joined(separator: ", "))?"
  }

  /// Runs the cases of all guidelines.
  public func caseResults(engine: DecisionEngine) -> [CaseResult] {
    all.flatMap { $0.contract.caseResults(engine: engine) }
  }
}
