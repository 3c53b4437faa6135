internal import Foundation
internal import GRDB
internal import WireText
internal import Wirecheck

/// Values in the `record` column of a row: JSON with sorted keys.
enum RowRecord {
  /// The JSON of a value.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value of a row's JSON; throws if the JSON is of another type.
  static func value<Value: Decodable>(_ type: Value.Type, in row: Row, _ name: String = "record") throws
    -> Value
  {
    let text: String = try column(name, of: row)
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// The places of publication that a row's document was decided for; nil if the row has none.
  static func scope(of row: Row) throws -> UseScope? {
    let text: String? = try optional("scope", of: row)
    return text == nil ? nil : try value(UseScope.self, in: row, "scope")
  }

  /// The instant in a column; throws if a ledger could not have written it.
  static func instant(_ name: String, of row: Row) throws -> Instant {
    let instant = Instant(seconds: try column(name, of: row))
    guard Instant.recordable.contains(instant) else { throw RowFault() }
    return instant
  }

  /// The instant in a column that may be null.
  static func optionalInstant(_ name: String, of row: Row) throws -> Instant? {
    let seconds: Int64? = try optional(name, of: row)
    return seconds == nil ? nil : try instant(name, of: row)
  }

  /// The value of a non-null column.
  ///
  /// GRDB's subscripts trap if the value has another type, which is possible in a damaged file.
  static func column<Value: DatabaseValueConvertible>(_ name: String, of row: Row) throws -> Value {
    guard let value: Value = try optional(name, of: row) else { throw RowFault() }
    return value
  }

  /// The value of a column that may be null.
  static func optional<Value: DatabaseValueConvertible>(_ name: String, of row: Row) throws -> Value? {
    let stored: DatabaseValue? = row[name]
    guard let stored, !stored.isNull else { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw RowFault() }
    return value
  }
}

/// The fault of a row that no ledger could have written.
struct RowFault: Error {}
