internal import WireText

/// The list of files that make up the index at one moment; a short text, replaced as a whole.
///
///     wirecheck-index 1
///     generation 12
///     vocabulary 93f0c1…
///     segment 12-0.segment 1048576 5be1…
///     changes 12.changes 4096 09aa…
///     sum 77c0…
///
/// `segment` and `changes` give name, bytes and checksum (of the header, of the file); `sum` is that of the lines
/// above it.
struct Manifest: Equatable {
  /// A file of the index.
  struct File: Equatable {
    var name: String
    var bytes: Int
    var sum: UInt64
  }

  /// The name of the manifest in the index's directory.
  static let fileName = "manifest"
  private static let title = "wirecheck-index"

  /// Grows with every commit.
  var generation = 0
  /// Identifies the language data.
  var vocabulary: UInt64
  /// The segments, oldest first.
  var segments: [File] = []
  /// Changes of state to items of the segments.
  var changes: File?

  /// A manifest of no files.
  init(vocabulary: UInt64) { self.vocabulary = vocabulary }

  /// The contents of the manifest file.
  var text: String {
    var text = "\(Self.title) 1\ngeneration \(generation)\nvocabulary \(Self.hex(vocabulary))\n"
    for segment in segments { text += "segment \(segment.name) \(segment.bytes) \(Self.hex(segment.sum))\n" }
    if let changes { text += "changes \(changes.name) \(changes.bytes) \(Self.hex(changes.sum))\n" }
    return text + "sum \(Self.hex(Checksum.sum(Array(text.utf8))))\n"
  }

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: the file's path, for messages.
  init(_ bytes: [UInt8], path: String) throws(IndexFault) {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: " ", omittingEmptySubsequences: false)
    }
    guard lines.first?.first.map(String.init) == Self.title else {
      throw .damaged(file: path, reason: "it is no manifest")
    }
    guard lines[0].count == 2, lines[0][1] == "1" else {
      throw .otherFormat(file: path, found: lines[0].dropFirst().joined(separator: " "))
    }
    guard bytes.last == 0x0A, lines.popLast()?.count == 1, let last = lines.popLast(), last.count == 2,
      last[0] == "sum", last[1].utf8.count == 16, let sum = UInt64(last[1], radix: 16)
    else { throw .damaged(file: path, reason: "it is cut off") }
    guard Checksum.sum(Array(bytes.dropLast("sum \n".utf8.count + 16))) == sum else {
      throw .damaged(file: path, reason: "its checksum is wrong")
    }
    vocabulary = 0
    for line in lines.dropFirst() { try take(line.map(String.init), path) }
    // The format is canonical: any other spelling of the same manifest is not what was written.
    guard Array(self.text.utf8) == bytes else {
      throw .damaged(file: path, reason: "it is not written as a manifest is")
    }
  }

  private mutating func take(_ line: [String], _ path: String) throws(IndexFault) {
    switch (line.first, line.count) {
    case ("generation", 2): generation = Int(line[1]) ?? 0
    case ("vocabulary", 2): vocabulary = UInt64(line[1], radix: 16) ?? 0
    case ("segment", 4): segments.append(try Self.file(line, path))
    case ("changes", 4): changes = try Self.file(line, path)
    default: throw .damaged(file: path, reason: "it has a line that is not understood")
    }
  }

  private static func file(_ line: [String], _ path: String) throws(IndexFault) -> File {
    let name = line[1]
    let isPlain = name.utf8.allSatisfy {
      $0 == 0x2D || $0 == 0x2E || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    guard isPlain, !name.hasPrefix("."), let bytes = Int(line[2]), bytes >= 0,
      let sum = UInt64(line[3], radix: 16)
    else { throw .damaged(file: path, reason: "it names a file wrongly") }
    return File(name: name, bytes: bytes, sum: sum)
  }

  private static func hex(_ number: UInt64) -> String { number.digits(16, radix: 16) }
}
