import WireText
import WireTrees

extension Document {
  /// Takes what JSON in a field of another format says: statements, names, times and embargoes; returns whether it is
  /// JSON.
  ///
  /// - Parameters:
  ///   - json: the JSON, which need not stand in the file as such; what it says has no place there.
  ///   - read: reads it; it is the item's object.
  mutating func takeStatements(
    in json: [UInt8], limits: Limits, _ read: (inout JSONItem) -> Void
  ) -> Bool {
    guard let value = try? JSONValue.parse(json, maximumDepth: limits.depth, maximumEvents: limits.nodes)
    else { return false }
    var item = JSONItem(
      source: JSONSource(json, map: SourceMap()), object: value, root: value, limits: limits,
      document: Document(origin: origin))
    read(&item)
    add(item.finished())
    return true
  }

  /// Adds what was said of the same item elsewhere.
  mutating func add(_ said: Document) {
    fields += said.fields
    rights += said.rights
    times += said.times
    urls += said.urls
    links += said.links
    problems += said.problems
    if let embargo = said.embargo { addEmbargo(embargo) }
    if let status = said.status { setStatus(status) }
  }
}
