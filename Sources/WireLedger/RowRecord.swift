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

  /// The value of a row's JSON; an error where the row holds another.
  static func value<Value: Decodable>(_ type: Value.Type, in row: Row, _ name: String = "record") throws
    -> Value
  {
    let text: String = try column(name, of: row)
    return try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  /// Where the document of a row was decided on to be public; nil where the row does not tell.
  static func scope(of row: Row) throws -> UseScope? {
    let text: String? = try optional("scope", of: row)
    return text == nil ? nil : try value(UseScope.self, in: row, "scope")
  }

  /// The instant in a column; an error where it is none that a ledger writes.
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

  /// The value of a column that is never null.
  ///
  /// GRDB's subscripts end the process where the value is of another kind, as it may be in a damaged file.
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

/// A row that no ledger writes.
struct RowFault: Error {}
