import WireText

/// Interprets RTF: keeps the state of each group on an explicit stack, so that depth costs no recursion.
struct RTFInterpreter {
  /// The state that a group inherits from the enclosing group.
  private struct Group {
    var destination = RTFWords.Destination.body
    var codePage = RTFCodePage.usual
    /// The number of replacement characters for older programs after a Unicode character.
    var replacements = 1
    var isHidden = false
    var isDeleted = false
    var role = BodyText.Role.paragraph
    /// Whether `\*` was just read: unknown destinations are skipped.
    var isOptional = false
    /// The side text that this group interrupts.
    var interrupted: RTFText?
  }

  /// The copy.
  private(set) var text = RTFText()
  /// Copy in shapes.
  private(set) var shapes = RTFText()
  /// The content besides the copy.
  private(set) var aside = RTFAside()
  private(set) var problems: [Problem] = []
  /// The version of the format.
  private(set) var version: Int?

  private var scanner: RTFScanner
  private let limits: Limits
  private var group = Group()
  private var stack: [Group] = []
  private var side = RTFText()
  private var fonts = RTFFonts()
  private var styles: [Int: BodyText.Role] = [:]
  private var style = 0
  private var units = RTFUnits()
  private var toSkip = 0
  /// Whether the current shape has text of its own; its fallback for older programs then repeats it.
  private var hasShapeText = false
  private var hidden = 0
  /// The number of levels that the current list override declares, and whether one had a different number.
  private var overriddenLevels: Int?
  private var hasOddLists = false

  /// An interpreter for a whole file.
  init(_ bytes: [UInt8], limits: Limits) {
    scanner = RTFScanner(bytes)
    self.limits = limits
  }

  /// Reads to the end.
  ///
  /// - Throws: `ReadingFault` with code `limit-depth`, or `rtf-damaged` if a length exceeds the file.
  mutating func run(path: String) throws(ReadingFault) {
    var isClosed = false
    while !isClosed, let token = scanner.next() {
      switch token {
      case .open:
        guard stack.count < limits.depth else {
          throw fault("limit-depth", path, "groups are nested deeper than \(limits.depth)")
        }
        toSkip = 0
        stack.append(group)
        group.isOptional = false
        group.interrupted = nil
      case .close:
        toSkip = 0
        close()
        isClosed = stack.isEmpty
      case .binary(let isWhole):
        guard isWhole else {
          throw fault("rtf-damaged", path, "binary data is said to be longer than the file")
        }
        if toSkip > 0 { toSkip -= 1 }
      case .word(let word, let number): carryOut(word, number)
      case .symbol(let symbol): carryOut(symbol)
      case .byte(let byte): if !isSkipped() { add([byte]) }
      case .text: addText()
      }
    }
    text.endParagraph(group.role, group.codePage)
    judgeEnd(isClosed: isClosed)
  }

  private mutating func judgeEnd(isClosed: Bool) {
    if !isClosed {
      problems.append(Problem("truncated", "the file ends inside of \(stack.count) groups", losesText: true))
    } else if scanner.bytes[scanner.range.upperBound...].contains(where: { $0 > 0x20 }) {
      problems.append(Problem("trailing-content", "bytes follow the end of the RTF", losesText: true))
    }
    let replaced = text.replaced + shapes.replaced
    if replaced > 0 {
      problems.append(
        Problem("bytes-replaced", "\(replaced) bytes are not of their code page", losesText: true))
    }
    if units.halves > 0 {
      problems.append(
        Problem("surrogate-replaced", "\(units.halves) halves of characters came alone and were replaced"))
    }
    if hidden > 0 {
      problems.append(
        Problem("hidden-text", "\(hidden) bytes of text are marked as hidden; they are read as copy"))
    }
    if hasOddLists {
      problems.append(
        Problem("rtf-lists", "the overrides of lists are damaged; which paragraphs are lists is guessed"))
    }
    if fonts.unknownPages > 0 {
      problems.append(
        Problem("encoding-unknown", "\(fonts.unknownPages) code pages are not known; read as windows-1252"))
    }
  }

  private func fault(_ code: String, _ path: String, _ message: String) -> ReadingFault {
    let before = scanner.bytes[..<scanner.range.lowerBound]
    return ReadingFault(
      code, path: path, message, line: before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) },
      next: "save it again with an office program")
  }
}

extension RTFInterpreter {
  /// Whether the next character is the fallback for a preceding Unicode character.
  private mutating func isSkipped() -> Bool {
    guard toSkip > 0 else { return false }
    toSkip -= 1
    return true
  }

  private mutating func addText() {
    if toSkip > 0 {
      let count = min(toSkip, scanner.range.count)
      toSkip -= count
      return scanner.keepFirst(count)
    }
    add(scanner.bytes[scanner.range])
  }

  /// Adds bytes in the current code page to the text of the current destination.
  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if let half = units.dropHalf() { add(half) }
    guard !group.isDeleted else { return }
    switch group.destination {
    case .body, .listMark:
      if group.isHidden { hidden += bytes.count }
      text.add(bytes, from: scanner.range)
    case .shape: shapes.add(bytes, from: scanner.range)
    case .skipped, .ignored, .information, .time: break
    default: side.add(bytes, from: scanner.range)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    guard !group.isDeleted else { return }
    switch group.destination {
    case .body, .listMark: text.add(scalar, from: scanner.range, codePage: group.codePage)
    case .shape: shapes.add(scalar, from: scanner.range, codePage: group.codePage)
    case .fontTable, .skipped, .ignored, .information, .time: break
    default: side.add(scalar, from: scanner.range, codePage: group.codePage)
    }
  }

  /// Decodes pending bytes before the code page changes.
  private mutating func flush() {
    text.flush(group.codePage)
    shapes.flush(group.codePage)
    side.flush(group.codePage)
  }

  private mutating func carryOut(_ symbol: UInt8) {
    if isSkipped() { return }
    switch symbol {
    case UInt8(ascii: "*"): group.isOptional = true
    case 0x0A, 0x0D: endParagraph()
    default: if let scalar = RTFWords.character(symbol: symbol) { add(scalar) }
    }
  }

  private mutating func carryOut(_ word: String, _ number: Int?) {
    // Some writers omit the replacement; a further Unicode character does not count as one.
    if word == "u" { toSkip = 0 }
    if isSkipped() { return }
    let isOptional = group.isOptional
    group.isOptional = false
    if word == "u" {
      for scalar in units.scalars(number ?? 0) { add(scalar) }
      toSkip = group.replacements
      return
    }
    if RTFWords.endsParagraph(word) {
      // The end of a paragraph may be deleted like any character; the paragraph then continues in the next.
      return word == "par" && group.isDeleted ? () : endParagraph()
    }
    if RTFWords.endsCell(word) { return [" ", "|", " "].forEach { add($0) } }
    if let scalar = RTFWords.character(word) { return add(scalar) }
    if word == "shprslt", hasShapeText { return enter(.ignored) }
    if let destination = RTFWords.destination(word) { return enter(destination) }
    if isOptional { return enter(.skipped) }
    setState(word, number)
  }

  private mutating func enter(_ destination: RTFWords.Destination) {
    if group.destination == .ignored { return }
    // In a skipped group only these destinations count, and the Unicode half of a pair.
    let isFound = [.body, .shape, .name, .shapeValue, .customValue].contains(destination)
    if group.destination == .skipped, !isFound { return }
    // Text stays in its destination: the result of a field in a note is not copy.
    if destination == .body, group.destination != .skipped { return }
    if destination == .listMark, group.destination != .body { return }
    if destination == .shape { hasShapeText = true }
    flush()
    group.destination = destination
    guard ![.body, .shape, .listMark, .skipped, .ignored].contains(destination) else { return }
    group.interrupted = group.interrupted ?? side
    side = RTFText()
  }

  private mutating func setState(_ word: String, _ number: Int?) {
    switch word {
    case "rtf": version = number
    case "ansicpg": if let page = fonts.setFilePage(number) { setPage(page) }
    case "mac": if let page = fonts.setFilePage(10000) { setPage(page) }
    case "pc": if let page = fonts.setFilePage(437) { setPage(page) }
    case "pca": if let page = fonts.setFilePage(850) { setPage(page) }
    case "uc": group.replacements = max(0, min(number ?? 1, 16))
    case "f":
      let page = fonts.choose(number ?? 0)
      if group.destination != .fontTable { setPage(page) }
    case "fcharset": fonts.setCharacterSet(number ?? 0)
    case "cpg": fonts.setPage(number.flatMap(RTFCodePage.init(number:)))
    case "plain":
      group.isHidden = false
      group.isDeleted = false
      setPage(fonts.filePage)
    case "v": group.isHidden = number != 0
    case "deleted", "mvf": group.isDeleted = number != 0
    case "shp", "shpgrp": if group.destination != .skipped { hasShapeText = false }
    case "pard": group.role = .paragraph
    case "intbl": group.role = .table
    case "ls", "pnlvlblt", "pnlvlbody": if group.role == .paragraph { group.role = .list }
    case "outlinelevel": if (0..<9).contains(number ?? 0) { group.role = .subhead }
    case "s":
      style = number ?? 0
      if let role = styles[style] { group.role = role }
    case "yr", "mo", "dy", "hr", "min": aside.date.parts[word] = number
    case "listoverridecount": overriddenLevels = number
    case "levelnfc": if overriddenLevels == 0 { hasOddLists = true }
    default: break
    }
  }

  private mutating func setPage(_ page: RTFCodePage) {
    guard page != group.codePage else { return }
    flush()
    group.codePage = page
  }

  private mutating func endParagraph() {
    switch group.destination {
    case .body: text.endParagraph(group.role, group.codePage)
    case .shape: shapes.endParagraph(group.role, group.codePage)
    case .note: side.add(" ", from: scanner.range, codePage: group.codePage)
    default: break
    }
  }

  /// Ends a group and stores its content.
  private mutating func close() {
    flush()
    let inner = group
    if let outer = stack.popLast() { group = outer }
    // Paragraph properties persist after the group that set them, since the paragraph continues.
    if inner.destination == group.destination, inner.destination == .body { group.role = inner.role }
    switch inner.destination {
    case .shape where group.destination != .shape: shapes.endParagraph(inner.role, inner.codePage)
    case .styleSheet:
      // The style sheet itself ends without a style name.
      let name = sideWords.prefix { $0 != ";" }
      if !name.isEmpty { styles[style] = WordStyles.role(named: String(name)) }
      side = RTFText()
    default: if inner.interrupted != nil { aside.take(sideWords, of: inner.destination) }
    }
    if let interrupted = inner.interrupted { side = interrupted }
  }

  /// The text besides the copy, on one line.
  private var sideWords: String { oneLine(String(decoding: side.utf8, as: UTF8.self)) }
}
