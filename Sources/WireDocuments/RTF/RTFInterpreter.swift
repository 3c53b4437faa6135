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
  private var fonts: [Int: RTFCodePage] = [:]
  private var font = 0
  private var filePage = RTFCodePage.usual
  private var styles: [Int: BodyText.Role] = [:]
  private var style = 0
  private var surrogate: UInt32?
  private var toSkip = 0
  private var date: [String: Int] = [:]
  private var hidden = 0
  private var unknownPages = 0
  /// How many levels the current override of a list says that it has, and whether one had others.
  private var overriddenLevels: Int?
  private var hasOddLists = false
  /// Halves of characters that came alone.
  private var halves = 0

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
    if halves > 0 {
      problems.append(
        Problem("surrogate-replaced", "\(halves) halves of characters came alone and were replaced"))
    }
    if hidden > 0 {
      problems.append(
        Problem("hidden-text", "\(hidden) bytes of text are marked as hidden; they are read as copy"))
    }
    if hasOddLists {
      problems.append(
        Problem("rtf-lists", "the overrides of lists are damaged; which paragraphs are lists is guessed"))
    }
    if unknownPages > 0 {
      problems.append(
        Problem("encoding-unknown", "\(unknownPages) code pages are not known; read as windows-1252"))
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
    dropSurrogate()
    guard !group.isDeleted else { return }
    switch group.destination {
    case .body:
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
    case .body: text.add(scalar, from: scanner.range, codePage: group.codePage)
    case .shape: shapes.add(scalar, from: scanner.range, codePage: group.codePage)
    case .note, .property, .styleSheet: side.add(scalar, from: scanner.range, codePage: group.codePage)
    case .fontTable, .skipped, .information, .time: break
    }
  }

  /// A UTF-16 unit, written as a signed number.
  private mutating func add(unit number: Int) {
    let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
    defer { toSkip = group.replacements }
    var value = unit
    if let high = surrogate, (0xDC00..<0xE000).contains(unit) {
      value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
      surrogate = nil
    }
    dropSurrogate()
    if (0xD800..<0xDC00).contains(unit) {
      surrogate = unit
      return
    }
    // Symbol fonts have their letters in the private area.
    if (0xF020...0xF0FF).contains(value) { value -= 0xF000 }
    if let scalar = Unicode.Scalar(value) {
      add(scalar)
    } else {
      addHalf()
    }
  }

  /// Puts a mark in place of a first half to which no second came.
  private mutating func dropSurrogate() {
    guard surrogate != nil else { return }
    surrogate = nil
    addHalf()
  }

  private mutating func addHalf() {
    halves += 1
    add("\u{FFFD}")
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
    if word == "u" { return add(unit: number ?? 0) }
    if RTFWords.endsParagraph(word) { return endParagraph() }
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
    flush()
    group.destination = destination
    if destination != .body, destination != .shape { side = RTFText() }
  }

  private mutating func setState(_ word: String, _ number: Int?) {
    switch word {
    case "rtf": version = number
    case "ansicpg": setFilePage(number)
    case "mac": setFilePage(10000)
    case "pc": setFilePage(437)
    case "pca": setFilePage(850)
    case "uc": group.replacements = max(0, min(number ?? 1, 16))
    case "f": setFont(number ?? 0)
    case "fcharset": if let page = RTFCodePage(characterSet: number ?? 0) { fonts[font] = page }
    case "cpg": if let page = number.flatMap(RTFCodePage.init(number:)) { fonts[font] = page }
    case "plain":
      group.isHidden = false
      group.isDeleted = false
      setPage(filePage)
    case "v": group.isHidden = number != 0
    case "deleted": group.isDeleted = number != 0
    case "pard": group.role = .paragraph
    case "intbl": group.role = .table
    case "ls", "pnlvlblt", "pnlvlbody": if group.role == .paragraph { group.role = .list }
    case "outlinelevel": if (0..<9).contains(number ?? 0) { group.role = .subhead }
    case "s":
      style = number ?? 0
      if let role = styles[style] { group.role = role }
    case "yr", "mo", "dy", "hr", "min": date[word] = number
    case "listoverridecount": overriddenLevels = number
    case "levelnfc": if overriddenLevels == 0 { hasOddLists = true }
    default: break
    }
  }

  private mutating func setFilePage(_ number: Int?) {
    guard let number, number != 0 else { return }
    guard let page = RTFCodePage(number: number) else {
      unknownPages += 1
      return
    }
    filePage = page
    setPage(page)
  }

  private mutating func setFont(_ number: Int) {
    font = number
    if group.destination != .fontTable { setPage(fonts[number] ?? filePage) }
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
    case .time(let word): endTime(word)
    case .shape: shapes.endParagraph(inner.role, inner.codePage)
    case .body, .fontTable, .skipped, .information: return
    }
    side = RTFText()
  }

  private mutating func endTime(_ word: String) {
    defer { date = [:] }
    guard let year = date["yr"], let month = date["mo"], let day = date["dy"] else { return }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    times.append(
      (word, "\(year)-\(two(month))-\(two(day))T\(two(date["hr"] ?? 0)):\(two(date["min"] ?? 0))"))
  }
}
