import Foundation

extension JSONNode: Decodable {
  /// One of our records as a node, with its members ordered by name.
  init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONNode.self, from: try JSONEncoder().encode(value))
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          ($0.stringValue, try members.decode(JSONNode.self, forKey: $0))
        })
    } else if var elements = try? decoder.unkeyedContainer() {
      var nodes: [JSONNode] = []
      while !elements.isAtEnd { nodes.append(try elements.decode(JSONNode.self)) }
      self = .array(nodes)
    } else {
      self = try Self.scalar(try decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONNode {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(Int.self) { return .integer(value) }
    return .string(try container.decode(String.self))
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
