extension ContractDraft {
  /// One sentence of the page, as the notice parser read it.
  public struct Sentence: Sendable {
    /// What a sentence is on the page.
    public enum Role: Sendable, Hashable {
      case sentence
      /// A line above what it is about, which lays down nothing itself.
      case heading
      /// What goes before a list and which its items go on from, by the list's number.
      case opening(list: Int)
      /// Part of an item of a list.
      case item(list: Int)
      /// Part of an item of a list of exceptions.
      case exception
    }

    /// What it says.
    public var statement: RightsStatement
    /// Its own words on the page, with those that lead into it.
    public var text: String
    /// What it is on the page.
    public var role: Role
    /// The number of the clause that it stands in, where the page has one apart from its words.
    public var number: String?
    /// The channels that it is about where its other words do not say so: “If you publish online, …”.
    public var channels: [String] = []
    /// Whether it permits something within limits, as a bar of all else: “may be published only in Norway”.
    public var permitsOnly = false
    /// The long quotation in it, which was read as `shortQuotation`.
    public var quotation: String?

    /// What stands for a long quotation in the words that are read, since the words of a credit line are none of terms.
    public static let shortQuotation = "…"

    /// A sentence of the given parts.
    ///
    /// - Parameters:
    ///   - statement: what it says.
    ///   - text: its words on the page; nil where they are those that were read.
    ///   - role: what it is on the page.
    ///   - number: the number of its clause, where that stands apart.
    ///   - quotation: the quotation that was left out of the words that were read.
    public init(
      _ statement: RightsStatement, text: String? = nil, role: Role = .sentence, number: String? = nil,
      quotation: String? = nil
    ) {
      self.statement = statement
      self.text = text ?? statement.text
      self.role = role
      self.number = number
      self.quotation = quotation
    }

    /// The number of its clause: the one that it starts with, or that of the paragraph.
    var ownNumber: String? {
      let start = text.utf8.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
      guard start.count <= 12, let first = start.first, first != 0x2E,
        text.utf8.dropFirst(start.count).first.map({ $0 == 0x20 || $0 == 0x29 }) ?? false
      else { return number }
      let own = String(decoding: start, as: UTF8.self)
      return own.hasSuffix(".") ? String(own.dropLast()) : own
    }
  }
}
