internal import WireTrees

/// Why a machine-readable expression of rights cannot be read.
public struct RightsFault: Error, Sendable, Hashable {
  /// A stable code: `not-json`, or the limit that was exceeded.
  public var code: String
  /// What is wrong, without text of the document.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int

  /// The JSON value of an expression, within the limits for expressions.
  static func json(_ bytes: [UInt8]) throws(RightsFault) -> JSONValue {
    guard bytes.count <= ODRLReader.longestText else {
      throw RightsFault(
        code: "limit-bytes", message: "longer than \(ODRLReader.longestText) bytes", line: 1, column: 1)
    }
    do {
      return try JSONValue.parse(bytes, maximumDepth: ODRLReader.deepest, maximumEvents: 500_000)
    } catch {
      throw RightsFault(code: error.code, message: error.message, line: error.line, column: error.column)
    }
  }
}
