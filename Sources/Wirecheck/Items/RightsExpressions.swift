package import WireDocuments
package import WireRights
internal import WireText
package import WireYAML

/// Reads machine-readable rights expressions, whatever their format, into statements.
package struct RightsExpressions: Sendable {
  private let parser: NoticeParser
  private let robots: RobotsText
  private let licences: LicenceCatalogue

  /// A reader that uses the same phrases and agencies as a notice parser.
  ///
  /// - Throws: `YAMLFault` if an embedded file is faulty.
  package init(_ parser: NoticeParser, _ licences: LicenceCatalogue) throws(YAMLFault) {
    self.parser = parser
    self.licences = licences
    robots = try RobotsText(parser)
  }

  /// The statements of a whole file: ODRL, RightsML, TDMRep, RSL, XMP, a manifest's assertion, robots.txt,
  /// headers; nil for any other file.
  package func statements(file text: String, for use: Use? = nil) -> [RightsStatement]? {
    switch text.utf8.first(where: { $0 > 0x20 && $0 < 0x80 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return json(text, use)
    case UInt8(ascii: "<"): return xml(text, use)
    default: break
    }
    if RobotsText.recognises(text) { return robots.statements(of: text) }
    // ODRL in Turtle is not supported.
    if text.contains("<http://www.w3.org/ns/odrl/2/>") { return [Self.unread(text)] }
    return ResponseHeaders.recognises(text) ? ResponseHeaders.statement(text).map { [$0] } : nil
  }

  /// The statements of a field that a reader took for an expression; if it is not one, its text is left for a
  /// person to read.
  package func statements(field text: String, for use: Use? = nil) -> [RightsStatement] {
    if let found = statements(file: text, for: use) { return found }
    if let code = PLUSDataMining.statement(text) { return [code] }
    let statement = parser.parse(text)
    return [statement.isNotice || !statement.residue.isEmpty ? statement : Self.unread(text)]
  }

  /// The statements of a field on data mining: a header's value by its name, a PLUS code, or words.
  ///
  /// - Parameter key: the field's name in its format.
  package func statements(mining text: String, key: String) -> [RightsStatement] {
    // Keys of records are written without hyphens, too: `tdmReservation`, `tdm_policy`.
    let letters = key.lowercased().filter(\.isLetter)
    for name in ["tdm-reservation", "tdm-policy", "robots"] where letters.contains(name.filter(\.isLetter)) {
      let value = ["true": "1", "false": "0"][text] ?? text
      if let statement = ResponseHeaders.statement("\(name): \(value)") { return [statement] }
    }
    return statements(field: text)
  }

  /// A statement that says only that something was not read.
  static func unread(_ text: String) -> RightsStatement {
    var statement = RightsStatement(text: text)
    statement.isNotice = true
    statement.residue = [TextRange(0, text.utf8.count)]
    return statement
  }

  private func statement(_ policy: ODRLPolicy, _ text: String, _ use: Use?) -> RightsStatement {
    parser.knowingAgencies(policy.statement(in: text, settledFor: use))
  }

  // MARK: Formats

  private func json(_ text: String, _ use: Use?) -> [RightsStatement]? {
    // Most JSON is none of these; a cheap search for each format's keywords comes first.
    func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if Self.isMeantAsPolicy(text) {
      do throws(RightsFault) {
        let policies = try ODRLReader.policies(in: text)
        if !policies.isEmpty { return policies.map { statement($0, text, use) } }
        // The JSON of older RightsML versions is not supported.
        if has("\"policytype\"") { return [Self.unread(text)] }
      } catch {
        return [Self.unread(text)]
      }
    }
    if has("tdm-reservation", "tdm-policy"), let statement = TDMRep.statement(file: text) {
      return [statement]
    }
    if has("cawg.", "c2pa."), let statement = TrainingMining.statement(text) { return [statement] }
    return nil
  }

  /// Why a text that is meant as a policy in JSON cannot be read as JSON; nil for any other text.
  package static func fault(in text: String) -> RightsFault? {
    let start = text.utf8.first { $0 > 0x20 && $0 < 0x80 }
    guard start == UInt8(ascii: "{") || start == UInt8(ascii: "["), isMeantAsPolicy(text) else { return nil }
    do throws(RightsFault) {
      _ = try ODRLReader.policies(in: text)
      return nil
    } catch {
      return error
    }
  }

  /// Whether JSON is meant as an ODRL policy: it names the vocabulary, or has rules that are objects with an action.
  ///
  /// An app's manifest with a list of permissions, or a text about one, is not a policy.
  private static func isMeantAsPolicy(_ text: String) -> Bool {
    if text.contains("ns/odrl") || text.contains("odrl:") { return true }
    guard text.contains("permission") || text.contains("prohibition") || text.contains("obligation") else {
      return false
    }
    let dense = text.filter { !$0.isWhitespace }
    guard dense.contains("\"action\":") else { return false }
    return ["permission", "prohibition", "obligation"].contains { rule in
      dense.contains("\"\(rule)\":{") || dense.contains("\"\(rule)\":[{")
    }
  }

  private func xml(_ text: String, _ use: Use?) -> [RightsStatement]? {
    let names = ["olicy", "rsl", "xmpmeta", "RDF"]
    guard names.contains(where: text.contains) else { return nil }
    guard let root = ElementTree.root(of: Array(text.utf8)) else { return nil }
    if RightsMLReader.recognises(root) {
      return RightsMLReader.policies(in: root).map { statement($0, text, use) }
    }
    if RSL.recognises(root) { return [parser.knowingAgencies(RSL.statement(root, in: text))] }
    if XMPRights.recognises(root) {
      let found = XMPRights.statements(root, in: text, parser)
      return found.isEmpty ? nil : found
    }
    return nil
  }
}

// MARK: Fields of documents

extension RightsExpressions {
  /// The statements of a document's field, in words or machine-readable.
  ///
  /// - Parameters:
  ///   - kind: the kind of field as its reader determined it; nil if unknown.
  ///   - text: its text.
  ///   - key: the field's name in its format.
  ///   - use: the use for which expressions are evaluated beyond clauses; nil leaves that unread.
  package func statements(
    kind: RightsField.Kind?, text: String, key: String, for use: Use? = nil
  ) -> [SourcedStatement] {
    func sourced(_ statement: RightsStatement, isInstruction: Bool = false) -> SourcedStatement {
      SourcedStatement(statement, source: key, isInstruction: isInstruction)
    }
    if let credit = CCREL.statement(key, text) { return [sourced(credit)] }
    switch kind {
    case .notice: return [sourced(copyrightLine(text))]
    case .terms: return [sourced(instruction(text), isInstruction: true)]
    case .limited: return [sourced(instruction(text, fewest: 1).withoutPermissions, isInstruction: true)]
    case .area: return [sourced(parser.area(text), isInstruction: true)]
    case .begins: return [sourced(GrantTime.begin(text), isInstruction: true)]
    case .ends: return [sourced(GrantTime.end(text), isInstruction: true)]
    case .note:
      let statement = parser.mayStateTerms(text) ? instruction(text, fewest: 1) : parser.parse(text)
      return [sourced(statement, isInstruction: true)]
    case .expression:
      return statements(field: text, for: use).map { sourced($0.withoutAddressAsHolder, isInstruction: true) }
    case .dataMining:
      return statements(mining: text, key: key).map { statement in
        var statement = sourced(statement)
        statement.isAboutMining = true
        return statement
      }
    case .link where Self.namesTerms(key) && licences.terms(for: text) == nil:
      // The terms are behind the link; until a person has read them they may say anything, and those of a
      // policy for this item alone may even override a contract.
      return [sourced(Self.unread(text), isInstruction: Self.namesPolicy(key))]
    case .link, .holder, .credit, nil: return []
    }
  }

  /// What a field for a copyright line says, also behind a sign that is misspelt: “@ 2001 Jo Bell”.
  private func copyrightLine(_ text: String) -> RightsStatement {
    guard text.hasPrefix("@") else { return parser.parse(text) }
    // The sign is as long as what it stands for and a space, so that every place stays.
    var statement = parser.parse(text.hasPrefix("@ ") ? "\u{A9}" + text.dropFirst(2) : text)
    statement.text = text
    return statement.holder == nil && text.contains(where: \.isNumber) ? Self.unread(text) : statement
  }

  /// What a field for terms says: words in it are terms by their place, so what was not understood is unread.
  ///
  /// - Parameter fewest: with fewer words it says nothing.
  private func instruction(_ text: String, fewest: Int = fewestWords) -> RightsStatement {
    var statement = parser.parse(text)
    let words = text.split { $0 == " " || $0 == "\n" }.count
    if !statement.isNotice, statement.residue.isEmpty, words >= fewest {
      statement.residue = [TextRange(0, text.utf8.count)]
    }
    return statement
  }

  /// The fewest words of such terms; shorter fields, such as `ANY`, are codes of a feed rather than terms.
  private static let fewestWords = 4

  /// Whether a field is for the address of a policy on this item alone.
  private static func namesPolicy(_ key: String) -> Bool { key.lowercased().contains("linkedrights") }

  /// Whether a field is for the address of terms or a licence, rather than of a page that sells permission.
  private static func namesTerms(_ key: String) -> Bool {
    let key = key.lowercased()
    guard !key.contains("acquire") else { return false }
    return ["license", "licence", "usageinfo", "usageterms", "linkedrights", "rightsinfo/link"].contains {
      key.contains($0)
    }
  }
}

extension RightsStatement {
  /// The same without a holder that is only an identifier: whose name that is cannot be determined.
  fileprivate var withoutAddressAsHolder: RightsStatement {
    var statement = self
    if let holder, holder.agency == nil, holder.name.contains(":") { statement.holder = nil }
    return statement
  }

  /// The same with what it permits as words that are not understood.
  fileprivate var withoutPermissions: RightsStatement {
    var statement = self
    statement.clauses = clauses.filter { $0.effect != .permit }
    statement.licence = nil
    let permissions = clauses.filter { $0.effect == .permit }.map(\.evidence)
    statement.residue = Set(residue + permissions + [licence?.evidence].compactMap(\.self)).sorted()
    return statement
  }
}
