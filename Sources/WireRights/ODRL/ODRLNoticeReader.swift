internal import WireText
internal import WireTrees

extension ODRLDocumentReader {
  /// Reads a property of our profile into the notice; false if it is not one.
  mutating func readNotice(_ property: Property, into notice: inout ODRLNotice) -> Bool {
    let value = property.value
    switch property.name {
    case "wr:text":
      notice.text = value.text(in: bytes)
      return value.isString
    case "wr:copyrightYear":
      let elements = elements(value)
      notice.years = elements.compactMap { $0.text(in: bytes).flatMap { Int($0) } }
      return notice.years.count == elements.count
    case "wr:coHolder":
      let elements = elements(value)
      notice.coHolders = elements.compactMap(party)
      return notice.coHolders.count == elements.count
    case "wr:allRightsReserved":
      if value.text(in: bytes) == "false" { return true }
      notice.allRightsReserved = .init(value: true, range: property.range, words: part("wr:range", of: value))
      return value.text(in: bytes) == "true" || !value.members.isEmpty
    case "wr:license":
      guard let id = value.text(in: bytes) ?? member("wr:id", of: value)?.text(in: bytes) else {
        return false
      }
      notice.licence = .init(value: id, range: property.range, words: part("wr:range", of: value))
      notice.licenceTarget = member("wr:target", of: value)?.text(in: bytes)
    case "wr:advisory":
      let name = value.text(in: bytes) ?? member("wr:kind", of: value)?.text(in: bytes)
      guard let kind = name.flatMap(Advisory.Kind.init) else { return false }
      notice.advisory = .init(value: kind, range: property.range, words: part("wr:range", of: value))
    case "wr:residue":
      guard case .array(let ranges) = value.content else { return false }
      let read = ranges.compactMap(words)
      notice.residue = .init(value: read, range: property.range)
      return read.count == ranges.count
    case "wr:isNotice": notice.isNotice = value.text(in: bytes) == "true"
    case "wr:truncated": notice.isTruncated = value.text(in: bytes) == "true"
    default: return false
    }
    return true
  }

  private func member(_ name: String, of value: JSONValue) -> JSONValue? {
    properties(of: value).first { $0.name == name }?.value
  }

  private func part(_ name: String, of value: JSONValue) -> TextRange? {
    member(name, of: value).flatMap(words)
  }
}
