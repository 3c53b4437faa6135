import WireReports
import WireRights
import WireYAML

extension PolicyPlace {
  /// `file:line:column`.
  var words: String { Wording.place(file, line: position.line, column: position.column) }
}
