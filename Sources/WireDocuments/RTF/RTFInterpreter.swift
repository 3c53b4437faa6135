import WireText

/// Carries out RTF: keeps the state of each group on a stack of its own, so that depth costs no recursion.
struct RTFInterpreter {
  /// The state that a group inherits from the one around it.
  private struct Group {
    var destination = RTFWords.Destination.body
    var codePage = RTFCodePage.usual
    /// How many characters follow a Unicode character for older programs.
    var replacements = 1
    var isHidden = false
    var isDeleted = false
    var role = BodyText.Role.paragraph
    /// Whether `\*` was just read: unknown destinations are skipped.
    var isOptional = false
  }

  /// The copy.
  private(set) var text = RTFText()
  /// Copy that stands in shapes.
  private(set) var shapes = RTFText()
  /// Notes beside the copy with their keys, in order.
  private(set) var notes: [(key: String, text: String)] = []
  /// Properties of the document in order, by control word.
  private(set) var properties: [(word: String, text: String)] = []
  /// Times of the document as `year-month-dayThour:minute`, by control word.
  private(set) var times: [(word: String, text: String)] = []
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
  private var date = RTFTime()
  private var hidden = 0
  /// How many levels the current override of a list says that it has, and whether one had others.
  private var overriddenLevels: Int?
  private var hasOddLists = false

  /// An interpreter of a whole file.
  init(_ bytes: [UInt8], limits: Limits) {
    scanner = RTFScanner(bytes)
    self.limits = limits
  }

  /// Reads to the end.
  ///
  /// - Throws: `ReadingFault` with code `limit-depth`, or `rtf-damaged` where a length is larger than the file.
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
  /// Whether the next character is one that stands for a Unicode character before it.
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

  /// Adds bytes of the current code page where they belong.
  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    if let half = units.dropHalf() { add(half) }
    guard !group.isDeleted else { return }
    switch group.destination {
    case .body, .listMark:
      if group.isHidden { hidden += bytes.count }
      text.add(bytes, from: scanner.range)
    case .shape: shapes.add(bytes, from: scanner.range)
    case .note, .property, .fontTable, .styleSheet: side.add(bytes, from: scanner.range)
    case .skipped, .information, .time: break
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    guard !group.isDeleted else { return }
    switch group.destination {
    case .body, .listMark: text.add(scalar, from: scanner.range, codePage: group.codePage)
    case .shape: shapes.add(scalar, from: scanner.range, codePage: group.codePage)
    case .note, .property, .styleSheet: side.add(scalar, from: scanner.range, codePage: group.codePage)
    case .fontTable, .skipped, .information, .time: break
    }
  }

  /// Decodes what waits before the code page changes.
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
    // Some writers leave the replacement out; a further character is none.
    if word == "u" { toSkip = 0 }
    if isSkipped() { return }
    let isOptional = group.isOptional
    group.isOptional = false
    if word == "u" {
      for scalar in units.scalars(number ?? 0) { add(scalar) }
      toSkip = group.replacements
      return
    }
    if RTFWords.endsParagraph(word) { return endParagraph() }
    if RTFWords.endsCell(word) { return [" ", "|", " "].forEach { add($0) } }
    if let scalar = RTFWords.character(word) { return add(scalar) }
    if let destination = RTFWords.destination(word) { return enter(destination) }
    if isOptional { return enter(.skipped) }
    setState(word, number)
  }

  private mutating func enter(_ destination: RTFWords.Destination) {
    // Inside of a group that is skipped only the text of a shape and the Unicode half of a pair count.
    if case .skipped = group.destination, destination != .body, destination != .shape { return }
    // Text stays where it is: the result of a field in a note is no copy.
    let isText = group.destination != .skipped
    if destination == .body, isText { return }
    if destination == .listMark, group.destination != .body { return }
    flush()
    group.destination = destination
    if ![.body, .shape, .listMark].contains(destination) { side = RTFText() }
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
    case "fcharset": fonts.setPage(RTFCodePage(characterSet: number ?? 0))
    case "cpg": fonts.setPage(number.flatMap(RTFCodePage.init(number:)))
    case "plain":
      group.isHidden = false
      group.isDeleted = false
      setPage(fonts.filePage)
    case "v": group.isHidden = number != 0
    case "deleted": group.isDeleted = number != 0
    case "pard": group.role = .paragraph
    case "intbl": group.role = .table
    case "ls", "pnlvlblt", "pnlvlbody": if group.role == .paragraph { group.role = .list }
    case "outlinelevel": if (0..<9).contains(number ?? 0) { group.role = .subhead }
    case "s":
      style = number ?? 0
      if let role = styles[style] { group.role = role }
    case "yr", "mo", "dy", "hr", "min": date.parts[word] = number
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

  /// Leaves a group: what it held goes where it belongs.
  private mutating func close() {
    flush()
    let inner = group
    if let outer = stack.popLast() { group = outer }
    // Paragraph properties outlive the group in which they were set, as the paragraph does.
    if inner.destination == group.destination, inner.destination == .body { group.role = inner.role }
    guard inner.destination != group.destination || inner.destination == .styleSheet else { return }
    let words = oneLine(String(decoding: side.utf8, as: UTF8.self))
    switch inner.destination {
    case .note(let key): if !words.isEmpty { notes.append((key, words)) }
    case .property(let word): if !words.isEmpty { properties.append((word, words)) }
    case .styleSheet: styles[style] = WordStyles.role(named: String(words.prefix { $0 != ";" }))
    case .time(let word):
      if let time = date.text { times.append((word, time)) }
      date = RTFTime()
    case .shape: shapes.endParagraph(inner.role, inner.codePage)
    case .body, .listMark, .fontTable, .skipped, .information: return
    }
    side = RTFText()
  }
}
