import WireRights
import WireYAML

extension PolicyPlace {
  /// `file:line:column`.
  var words: String { "\(file):\(position.line):\(position.column)" }
}
