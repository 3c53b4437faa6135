import WireTrees

extension JSONValue {
  /// The record in an envelope of Elasticsearch, as dumps have one a line; any other value itself.
  var unpacked: JSONValue {
    guard member("_index") != nil, let record = member("_source"), !record.members.isEmpty else {
      return self
    }
    return record
  }

  /// The fields in an object, or in a list of objects of a key and a value each: `[{"key": "source", "value": "…"}]`; nil
  /// for other values.
  ///
  /// - Parameter bytes: the JSON that contains the value.
  func fields(in bytes: [UInt8]) -> [(key: String, value: JSONValue)]? {
    if case .object(let members) = content { return members.map { ($0.key, $0.value) } }
    guard case .array(let elements) = content, !elements.isEmpty else { return nil }
    var fields: [(key: String, value: JSONValue)] = []
    for element in elements {
      guard let value = element.member("value") ?? element.member("meta_value"),
        let key = (element.member("key") ?? element.member("meta_key") ?? element.member("name"))?
          .text(in: bytes)
      else { return nil }
      fields.append((key, value))
    }
    return fields
  }
}
