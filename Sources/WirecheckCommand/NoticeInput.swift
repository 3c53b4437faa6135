import WireDocuments
import WireReports
import WireRights
import WireText
import Wirecheck

/// The argument of `wirecheck notice`: a notice, or a file that contains one.
struct NoticeInput {
  private let argument: String
  /// The most bytes of a file name.
  private static let longestName = 255

  init(_ argument: String) { self.argument = argument }

  /// What a notice or a file says.
  struct Contents {
    var statements: [SourcedStatement] = []
    /// What of the file was not read, as messages.
    var losses: [String] = []
  }

  /// What the notice says, or the expressions and fields of a file.
  ///
  /// - Throws: `ReadingFault` where the argument is a file, or looks like the path of one, and cannot be read.
  func contents(
    _ parser: NoticeParser, _ expressions: RightsExpressions
  ) throws(ReadingFault) -> Contents {
    let (text, whole) = try text()
    if let found = expressions.statements(file: whole ?? text) {
      return Contents(statements: found.map { SourcedStatement($0, source: "") })
    }
    var contents = Contents()
    if let whole { contents = Self.documents(in: whole, path: argument, parser, expressions) }
    if contents.statements.isEmpty {
      // What stands in the command is the notice; a file may hold one beside other text.
      let isFile = whole != nil
      contents.statements = (isFile ? Self.notices(in: Array(text.utf8), parser) : [parser.parse(text)])
        .map { SourcedStatement($0, source: "") }
    }
    return contents
  }

  /// The notices of a text: those inside it if most of it is something else, such as a story, otherwise the whole
  /// text.
  private static func notices(in bytes: [UInt8], _ parser: NoticeParser) -> [RightsStatement] {
    let found = parser.notices(in: bytes, paragraphs: Paragraphs.ranges(in: bytes))
    let covered = found.reduce(0) { $0 + $1.range.count }
    guard found.isEmpty || covered * 2 >= bytes.count else { return found.map(\.statement) }
    return [parser.parse(String(decoding: bytes, as: UTF8.self))]
  }

  /// What the documents in a file say in their fields and texts; no statements where it is plain text or they say
  /// nothing.
  private static func documents(
    in text: String, path: String, _ parser: NoticeParser, _ expressions: RightsExpressions
  ) -> Contents {
    guard var source = try? DocumentSource(bytes: Array(text.utf8), path: path),
      !["text", "markdown"].contains(source.format.name)
    else { return Contents() }
    var contents = Contents()
    do throws(ReadingFault) {
      while let document = try source.next() {
        guard contents.statements.count < mostStatements else {
          contents.losses.append(
            "\(path): only the first \(mostStatements) notices are explained; "
              + "`wirecheck check` reads all")
          break
        }
        contents.losses += document.problems.filter(\.losesText).map {
          "\(Wording.place(path, line: $0.line)): \($0.message)"
        }
        for field in document.textRights {
          contents.statements += statements(of: field, parser, expressions)
        }
        contents.statements += notices(in: document.body.utf8, parser).map {
          SourcedStatement($0, source: "body")
        }.filter(\.isTelling)
      }
    } catch {
      contents.losses.append(error.description)
    }
    return contents
  }

  /// What a field says; of an address, which public licence holds.
  private static func statements(
    of field: RightsField, _ parser: NoticeParser, _ expressions: RightsExpressions
  ) -> [SourcedStatement] {
    if field.kind == .link {
      let licence = parser.parse(field.text)
      if licence.licence != nil { return [SourcedStatement(licence, source: field.key)] }
    }
    return expressions.statements(kind: field.kind, text: field.text, key: field.key).filter(\.isTelling)
  }

  /// The most statements that are read; a file with more documents is a case for `check`.
  private static let mostStatements = 1000

  /// The text of the notice; for a file also its complete contents.
  private func text() throws(ReadingFault) -> (text: String, whole: String?) {
    guard argument == "-" || looksLikePath || mayBeName else { return (argument, nil) }
    do throws(ReadingFault) {
      return try Self.contents(of: argument)
    } catch {
      guard error.code == "not-found", !looksLikePath, argument != "-" else { throw error }
      return (argument, nil)
    }
  }

  /// The paragraphs of a file, and its complete text, unpacked and decoded.
  private static func contents(of path: String) throws(ReadingFault) -> (String, String?) {
    var source = try DocumentSource(path: path, format: "text")
    guard let document = try source.next() else { return ("", nil) }
    let whole = source.bytes.map { String(decoding: $0, as: UTF8.self) }
    return (String(decoding: document.body.utf8, as: UTF8.self), whole)
  }

  private var hasSpace: Bool { argument.unicodeScalars.contains { $0.properties.isWhitespace } }

  /// Whether the argument has a slash or a file extension and no spaces, like paths and unlike notices.
  private var looksLikePath: Bool {
    guard !hasSpace, !argument.contains("://"), !argument.isEmpty else { return false }
    if argument.contains("/") { return true }
    guard let dot = argument.lastIndex(of: "."), dot > argument.startIndex else { return false }
    let ending = argument[argument.index(after: dot)...].unicodeScalars
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.properties.isAlphabetic }
  }

  /// Whether the argument can be a file name.
  private var mayBeName: Bool {
    argument.utf8.count <= Self.longestName && !argument.contains("\n") && !argument.contains("\0")
  }
}

extension SourcedStatement {
  /// Whether it is a notice, or may be one that was not understood.
  fileprivate var isTelling: Bool { statement.isNotice || !statement.residue.isEmpty }
}
