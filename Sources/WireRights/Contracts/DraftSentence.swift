extension ContractDraft {
  /// One sentence of the page, as the notice parser read it.
  public struct Sentence: Sendable {
    /// The role of a sentence on the page.
    public enum Role: Sendable, Hashable {
      case sentence
      /// A heading, which states no terms itself.
      case heading
      /// The sentence that introduces a list and is continued by its items, with the list's number.
      case opening(list: Int)
      /// Part of an item of a list.
      case item(list: Int)
      /// Part of an item of a list of exceptions.
      case exception
    }

    /// What it states.
    public var statement: RightsStatement
    /// Its own words on the page, with the introduction that it continues.
    public var text: String
    /// Its role on the page.
    public var role: Role
    /// The number of its clause, if the page has it outside the sentence.
    public var number: String?
    /// The channels that it applies to, if only an introduction says so: “If you publish online, …”.
    public var channels: [String] = []
    /// Whether it permits something within limits, as a bar of all else: “may be published only in Norway”.
    public var permitsOnly = false
    /// The long quotation in it, which was read as `shortQuotation`.
    public var quotation: String?

    /// Replaces a long quotation in the words that are read, since the words of a credit line are not terms.
    public static let shortQuotation = "…"

    /// A sentence of the given parts.
    ///
    /// - Parameters:
    ///   - statement: what it states.
    ///   - text: its words on the page; nil if they are the words that were read.
    ///   - role: its role on the page.
    ///   - number: the number of its clause, if it is outside the sentence.
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

    /// The number of its clause: the one at its start, or that of the paragraph.
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
