public import Wirecheck

/// A format of usage statements; one type and one file per format.
///
/// A format is pure: the same statement gives the same bytes. Each escapes identifiers, headlines and addresses for
/// its own medium.
public protocol UsageFormat: Sendable {
  /// Its name on the command line.
  static var name: String { get }
  /// The statement, UTF-8.
  static func render(_ statement: UsageStatement) -> String
}

/// The formats of usage statements.
public enum UsageFormats {
  /// All formats, the default one first.
  public static let all: [any UsageFormat.Type] = [UsageText.self, UsageCSV.self, UsageHTML.self]

  /// The names of all formats, comma-separated.
  public static var names: String { all.map { $0.name }.joined(separator: ", ") }

  /// The format with a name; nil if there is none.
  public static func named(_ name: String) -> (any UsageFormat.Type)? { all.first { $0.name == name } }
}
