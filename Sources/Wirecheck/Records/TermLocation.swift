internal import WireText

extension DecisionRecord {
  /// The record with the places of notices in the file from which they were read.
  ///
  /// The words are searched for as they are, apart from white space; words interrupted by markup or entities get no
  /// line.
  ///
  /// - Parameters:
  ///   - file: the file's bytes.
  ///   - path: its path.
  public func located(in file: [UInt8], path: String) -> DecisionRecord {
    let finder = WordFinder(file)
    let lines = LineIndex(file)
    var record = self
    func place(_ term: inout Term) {
      guard term.origin == .notice, term.path == nil else { return }
      term.path = path
      guard let start = finder.start(of: Array(term.words.utf8)) else { return }
      let place = lines.position(ofByte: start)
      (term.line, term.column) = (place.line, place.column)
    }
    for index in record.rulings.indices {
      for term in record.rulings[index].terms.indices { place(&record.rulings[index].terms[term]) }
      for step in record.rulings[index].trace.indices {
        for term in record.rulings[index].trace[step].terms.indices {
          place(&record.rulings[index].trace[step].terms[term])
        }
      }
    }
    return record
  }
}

/// Finds words in a file, ignoring white space between them.
private struct WordFinder {
  /// The bytes that are not white space, and their offsets.
  private let dense: [UInt8]
  private let offsets: [Int]

  init(_ file: [UInt8]) {
    offsets = file.indices.filter { file[$0] > 0x20 }
    dense = offsets.map { file[$0] }
  }

  /// The offset at which words begin; nil if they are not found.
  func start(of words: [UInt8]) -> Int? {
    let wanted = words.filter { $0 > 0x20 }
    guard !wanted.isEmpty, wanted.count <= dense.count else { return nil }
    return first(wanted).map { offsets[$0] }
  }

  /// The first occurrence of some bytes by the Knuth–Morris–Pratt algorithm, so that the time is linear for every
  /// file.
  private func first(_ wanted: [UInt8]) -> Int? {
    var links = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = links[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      links[index] = length
    }
    length = 0
    for (index, byte) in dense.enumerated() {
      while length > 0, byte != wanted[length] { length = links[length - 1] }
      if byte == wanted[length] { length += 1 }
      if length == wanted.count { return index - length + 1 }
    }
    return nil
  }
}
