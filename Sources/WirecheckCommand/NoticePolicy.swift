import WireRights
import Wirecheck

/// Statements as machine-readable policies.
enum NoticePolicy {
  /// ODRL policies: one as an object, several as an array.
  static func odrl(_ statements: [RightsStatement]) -> String {
    ODRLWriter.document(of: statements.enumerated().map { (writer($0.offset, $0.element), $0.element) })
  }

  /// RightsML policies, like `odrl`, and what RightsML could not express.
  static func rightsML(_ statements: [RightsStatement]) -> (text: String, leftOut: [String]) {
    var leftOut: [String] = []
    let text = ODRLWriter.rightsML(
      of: statements.enumerated().map { (writer($0.offset, $0.element), $0.element) }, leftOut: &leftOut)
    return (text, leftOut)
  }

  /// Identifiers are derived from the text, so that the same notice always gives the same policy.
  private static func writer(_ index: Int, _ statement: RightsStatement) -> ODRLWriter {
    let identity = sha256(fields: [statement.text, String(index)]).prefix(32)
    return ODRLWriter(
      uid: "urn:wirecheck:notice:\(identity)",
      target: "urn:wirecheck:item:\(sha256(fields: [statement.text]).prefix(32))")
  }
}
