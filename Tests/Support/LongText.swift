/// A long text of parts that repeat, made when it is asked for.
///
/// What a test takes as an argument is encoded and written to the log as a whole; of this it is the description.
public struct LongText: Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// A part of a text: as it stands, or again and again.
  public struct Part: Sendable, ExpressibleByStringLiteral {
    fileprivate var count = 1
    fileprivate var unit: @Sendable (Int) -> String

    /// A part that stands once.
    public init(stringLiteral text: String) { unit = { _ in text } }

    private init(count: Int, unit: @escaping @Sendable (Int) -> String) {
      self.count = count
      self.unit = unit
    }

    /// So many times the same text.
    public static func times(_ count: Int, _ unit: String) -> Part { Part(count: count) { _ in unit } }
    /// So many texts, each by its number, from 0 on.
    public static func times(_ count: Int, _ unit: @escaping @Sendable (Int) -> String) -> Part {
      Part(count: count, unit: unit)
    }

    fileprivate var text: String {
      var text = ""
      for number in 0..<count { text += unit(number) }
      return text
    }

    fileprivate var description: String { count == 1 ? unit(0) : "\(count) × \(unit(0))" }
  }

  private let parts: [Part]

  /// A text of parts that follow each other.
  public init(_ parts: Part...) { self.parts = parts }
  /// A text that is short enough to be written out.
  public init(stringLiteral text: String) { parts = [Part(stringLiteral: text)] }

  /// The whole text.
  public var text: String { parts.map(\.text).joined() }

  /// The parts, of those that repeat how often and the first: `<html><body> + 20000 × <div>`.
  public var description: String { parts.map(\.description).joined(separator: " + ") }
}
