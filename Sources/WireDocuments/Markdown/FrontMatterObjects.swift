import WireText
import WireTrees

extension FrontMatterFields {
  /// Takes rights that are stated by an object, or by a list of objects: `license: {name: …, url: …}`.
  ///
  /// - Parameter kind: what the key says that it is; nil if it is only about rights in general.
  mutating func takeObject(_ kind: RightsField.Kind?, _ entry: FrontMatter.Entry) {
    var said = Document(origin: document.origin)
    let key = "front matter: \(entry.key)"
    // The values are bounded, so that reading them as JSON does not fail.
    _ = said.takeStatements(in: entry.value.json.utf8, limits: limits) { item in
      if let kind {
        item.state(kind, item.object, key: key)
      } else {
        RightsObject.read(item.object, key: key, kind: nil, into: &item)
      }
    }
    let rights = placed(said.rights.map(\.text), entry)
    for (index, found) in rights.enumerated() { said.rights[index].range = found.place }
    let fields = placed(said.fields.map(\.text), entry)
    for (index, found) in fields.enumerated() { said.fields[index].place = found.place }
    document.add(said)
  }
}

extension FrontMatter.Value {
  /// Whether it is a map, or a list with one.
  var holdsMap: Bool {
    switch self {
    case .text: false
    case .list(let values): values.contains { if case .map = $0 { true } else { false } }
    case .map: true
    }
  }

  /// The same as JSON, which all that reads objects of a site's own understands.
  fileprivate var json: JSONOutput {
    switch self {
    case .text("true"): true
    case .text("false"): false
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .list(let values): .array(values.map(\.json))
    case .map(let entries): .object(entries.map { JSONOutput.Member($0.key, $0.value.json) })
    }
  }
}
