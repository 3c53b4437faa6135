internal import WireYAML

/// A news agency or syndicate, as one file of `Policies/Agencies/` describes it.
public struct Agency: Sendable {
  /// The identifier, for instance `ap`.
  public let id: String
  /// The canonical name.
  public let name: String
  /// Other names, legal names and names in other scripts.
  public let aliases: [String]
  /// The forms in which the agency accepts to be credited.
  public let credits: [String]
  /// The marks that end its datelines, for instance `(AP) —`.
  public let datelines: [String]
  /// The IANA zone in which times without a zone are meant.
  public let timeZone: String
  let cases: [AgencyCase]
}

/// A name or a notice, and the agency that it belongs to.
struct AgencyCase: Sendable {
  /// What is looked up.
  enum Subject: Sendable { case name(String), notice(String) }
  var subject: Subject
  /// The agency's identifier; nil where it belongs to none.
  var agency: String?
}

extension Agency {
  init(_ value: YAMLValue, file: String) throws(YAMLFault) {
    var reader = try YAMLReader(value, file: file)
    id = try reader.required("id").text()
    name = try reader.required("name").text()
    aliases = try reader.optional("aliases")?.texts() ?? []
    credits = try reader.optional("credits")?.texts() ?? []
    datelines = try reader.optional("datelines")?.texts() ?? []
    timeZone = try reader.required("timezone").text()
    var cases: [AgencyCase] = []
    for element in try reader.required("cases").elements() {
      var example = try element.mapping()
      let agency = try example.required("agency").text()
      let subject: AgencyCase.Subject
      if let name = example.optional("name") {
        subject = .name(try name.text())
      } else {
        subject = .notice(try example.required("text").text())
      }
      cases.append(AgencyCase(subject: subject, agency: agency == "none" ? nil : agency))
      try example.finish()
    }
    self.cases = cases
    try reader.finish()
  }
}
