/// What readers find in several places and a document tells once.
extension Document {
  /// Drops links to items and to licences that are told before.
  mutating func dropRepeatedLinks() {
    var licences: Set<RightsField> = []
    rights.removeAll { $0.isLink && !licences.insert($0).inserted }
    var items: Set<ItemLink> = []
    links.removeAll { !items.insert($0).inserted }
  }

  /// Those of further fields whose text no field of the same name has, each once.
  func unknown(_ further: [Field]) -> [Field] {
    func words(_ field: Field) -> Field { Field(field.name, field.text, key: "") }
    var known = Set(fields.map(words))
    return further.filter { known.insert(words($0)).inserted }
  }
}

extension RightsField {
  /// Whether a link in HTML states it by its relation.
  var isLink: Bool { key.hasPrefix("rel: ") }
}
