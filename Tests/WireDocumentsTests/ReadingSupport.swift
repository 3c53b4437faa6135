import Foundation
import Testing
import WireText

@testable import WireDocuments

/// A text read as a file of a name.
func read(_ text: String, as path: String, format: String? = nil) throws -> [Document] {
  try read(Array(text.utf8), as: path, format: format)
}

/// Bytes read as a file of a name.
func read(_ bytes: [UInt8], as path: String, format: String? = nil) throws -> [Document] {
  var source = try openSource(bytes, as: path, format: format)
  var documents: [Document] = []
  while let document = try source.next() { documents.append(document) }
  return documents
}

/// The document of a page.
func readPage(_ html: String) throws -> Document {
  try #require(try read(html, as: "a.html").first)
}

/// A line of JSON about a ferry, with further members.
func ferryLine(_ members: String) throws -> Document {
  try #require(try read(#"{"id":"1","text":"The ferry.",\#(members)}"#, as: "a.ndjson").first)
}

/// A page about a ferry, with further lines in its front matter.
func ferryPage(_ lines: String) throws -> Document {
  try #require(try read("---\ntitle: F\n\(lines)\n---\nThe ferry.\n", as: "a.md").first)
}

/// Opens bytes as a file of a name, and keeps them as a seed for the fuzzers where that is asked for.
func openSource(
  _ bytes: [UInt8], as path: String, format: String? = nil, mapping: FieldMapping? = nil,
  limits: Limits = Limits()
) throws(ReadingFault) -> DocumentSource {
  let source = try DocumentSource(bytes: bytes, path: path, format: format, mapping: mapping, limits: limits)
  Seeds.keep(bytes, of: source.format)
  return source
}

/// The inputs of the tests as seeds for `Tests/Fuzz`, which `WIRECHECK_SEEDS` names a folder for.
enum Seeds {
  private static let folder = ProcessInfo.processInfo.environment["WIRECHECK_SEEDS"]
  /// Larger inputs are about limits and teach a fuzzer nothing.
  private static let maximumBytes = 1 << 15

  /// Writes an input into the folder of its format; does nothing where no seeds are asked for.
  static func keep(_ bytes: [UInt8], of format: Format) {
    guard let folder, bytes.count <= maximumBytes else { return }
    let home = URL(fileURLWithPath: folder).appendingPathComponent(format.name)
    let name = bytes.reduce(into: 0xCBF2_9CE4_8422_2325 as UInt64) {
      $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    do {
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      try Data(bytes).write(to: home.appendingPathComponent(String(name, radix: 16)))
    } catch {
      Issue.record("no seed can be written: \(error)")
    }
  }
}

extension Document {
  /// The paragraphs, each with the first letters of its role.
  var outline: [String] { body.paragraphs.map { "\($0.role.rawValue.prefix(2)): \(body.string($0.range))" } }
  /// The first address of a kind.
  func address(_ name: Field.Name) -> String? { urls.first { $0.name == name }?.text }
  /// The codes of the problems, in order.
  var codes: [String] { problems.map(\.code) }
  /// Whether a problem says that text may be missing.
  var losesText: Bool { problems.contains { $0.losesText } }
  /// The texts of the fields of a name.
  func texts(_ name: Field.Name) -> [String] { (fields + urls).filter { $0.name == name }.map(\.text) }
  /// The rights as `kind: text`.
  var statements: [String] { rights.map { "\($0.kind.rawValue): \($0.text)" } }
  /// The rights as `kind: text`, followed by scope and medium where they are not those of the story.
  var scopedStatements: [String] {
    zip(statements, rights).map { statement, field in
      let scope = [field.scope, field.medium?.rawValue].compactMap(\.self).joined(separator: ", ")
      return scope.isEmpty ? statement : "\(statement) [\(scope)]"
    }
  }
}

/// Checks that every word of a body can be cut out of the file: its letters stand there in order, and no more than
/// markup stands between them.
func expectPlaces(
  _ document: Document, in file: [UInt8], slack: Int = 40,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = document.body.utf8
  var at = 0
  while at < text.count {
    guard text[at] > 0x20 else {
      at += 1
      continue
    }
    var end = at
    while end < text.count, text[end] > 0x20 { end += 1 }
    let word = text[at..<end]
    let range = document.body.map.fileRange(of: TextRange(at, end))
    let slice = range.map { file[$0.indices] } ?? []
    // Letters and digits beyond ASCII may be written as escapes.
    let wanted = word.filter { $0 < 0x80 && ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }
    var rest = slice[...]
    let isFound = wanted.allSatisfy { letter in
      guard let found = rest.firstIndex(of: letter) else { return false }
      rest = rest[(found + 1)...]
      return true
    }
    let shown = String(decoding: word, as: UTF8.self)
    #expect(isFound && slice.count <= word.count * 6 + slack, "\(shown)", sourceLocation: sourceLocation)
    at = end
  }
}

/// The bytes of the file from which a part of a body came.
func source(of part: String, in document: Document, _ file: [UInt8]) throws -> String {
  let found = try #require(document.body.utf8.firstRange(of: Array(part.utf8)))
  let range = try #require(document.body.map.fileRange(of: TextRange(found.lowerBound, found.upperBound)))
  return String(decoding: file[range.indices], as: UTF8.self)
}
