public import Policies
public import WireYAML

extension PolicyFile {
  /// What the file says: for a file of the program as the build has read it, else from its text.
  ///
  /// - Parameter key: a key of the root from which on nothing is read; nil to read all.
  /// - Throws: `YAMLFault` with the place.
  public func tree(before key: String? = nil) throws(YAMLFault) -> YAMLValue {
    if let packed, let tree = PackedYAML.unpack(packed, before: key) { return tree }
    if let key { return try YAMLValue(parsingHead: text, before: key, name: path) }
    return try YAMLValue(parsing: text, name: path)
  }
}
