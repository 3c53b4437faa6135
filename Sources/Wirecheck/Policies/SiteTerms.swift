internal import Foundation
internal import WireRights

/// What decisions take from a newsroom's publication, as terms.
enum SiteTerms {
  /// The changes between two publications; none where one of them is not known.
  static func changes(from old: Site?, to new: Site?) -> [TermChange] {
    guard let old, let new else { return [] }
    return zip(terms(of: old), terms(of: new)).filter { $0 != $1 }.map {
      TermChange(subject: "the newsroom's site", key: $0.key, old: $0.value, new: $1.value)
    }
  }

  private static func terms(of site: Site) -> [ContractTerm] {
    [
      ContractTerm(key: "territories", value: site.territories.joined(separator: ", ")),
      ContractTerm(key: "channels", value: site.channels.joined(separator: ", ")),
      ContractTerm(key: "commercial", value: site.isCommercial ? "true" : "false"),
      ContractTerm(key: "timezone", value: site.timeZone.identifier),
    ]
  }
}
