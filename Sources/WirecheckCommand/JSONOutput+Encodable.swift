import Foundation
import WireTrees

extension JSONOutput: Decodable {
  /// One of our records as a node, with its members ordered by name.
  init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONOutput.self, from: try JSONEncoder().encode(value))
  }

  package init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try members.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          Member($0.stringValue, try members.decode(JSONOutput.self, forKey: $0))
        })
    } else if var elements = try? decoder.unkeyedContainer() {
      var nodes: [JSONOutput] = []
      while !elements.isAtEnd { nodes.append(try elements.decode(JSONOutput.self)) }
      self = .array(nodes)
    } else {
      self = try Self.scalar(try decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONOutput {
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
