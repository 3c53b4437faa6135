public import WireYAML

extension PolicyFile {
  /// The file's contents: an embedded file as parsed by the build, any other parsed from its text.
  ///
  /// - Parameter key: the first key of the root that is not read, with everything after it; nil to read all.
  /// - Throws: `YAMLFault` with the place.
  public func tree(before key: String? = nil) throws(YAMLFault) -> YAMLValue {
    try PackedYAML.tree(of: packed, orOf: text, name: path, before: key)
  }
}
