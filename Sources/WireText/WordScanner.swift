/// The tokenizer's inner loop, which every byte of every text passes through.
///
/// Bytes are folded into a small buffer that is hashed eight at a time when the word ends. No closures, no String,
/// no reallocation a byte; ASCII takes one table look-up, everything else goes through `Folding`. Raw pointers are
/// confined to this file, and every read is below `end`.
struct WordScanner {
  /// The role of an ASCII byte: 0 separates words, 1 is an apostrophe, 2 a separator inside numbers, else the
  /// folded byte.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = byte }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(byte)] = byte
      table[Int(byte) - 32] = byte
    }
    table[Int(UInt8(ascii: "'"))] = 1
    table[Int(UInt8(ascii: ","))] = 2
    table[Int(UInt8(ascii: "."))] = 2
    return table
  }()

  private static let capacity = 64
  /// The spaces that part the digits of a number beside the plain one: no-break, figure, thin and narrow.
  private static let digitSpaces: Set<UInt32> = [0xA0, 0x2007, 0x2009, 0x202F]

  private let functionWords: FunctionWords
  private let endings: [[Vocabulary.Rule]]
  /// The number of folded bytes of the current word; longer words are absorbed into `state` piece by piece.
  private var count = 0
  private var state = WordHash.seed
  private var absorbed = 0
  private var letters = 0
  private var traits: Word.Traits = []
  private var start = 0
  /// Whether it has letters that `Homoglyphs` covers.
  private var hasForeign = false
  /// Whether the last scalar was an invisible one after a letter of the word.
  private var isAfterMark = false
  /// Whether that one joins or parts letters, as some scripts need it.
  private var isAfterJoiner = false
  /// Whether spaces part its digits.
  private var isGrouped = false
  /// The offset after invisible scalars that follow a sign of a script without spaces.
  private var endOfSignMark = -1
  /// The offset after a selector that tells which form of the ideograph before it is meant.
  private var endOfSelector = -1

  init(functionWords: FunctionWords, rules: Vocabulary.Rules) {
    self.functionWords = functionWords
    endings = rules.endings
  }

  /// Appends the words of some ranges of a text.
  mutating func scan(_ text: UnsafePointer<UInt8>, _ ranges: [Range<Int>], into words: inout [Word]) {
    for range in ranges { scan(text, from: range.lowerBound, to: range.upperBound, into: &words) }
  }

  /// Appends the words of `text[from..<end]`.
  private mutating func scan(_ text: UnsafePointer<UInt8>, from: Int, to end: Int, into words: inout [Word]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.capacity + 16) { buffer in
      guard let bytes = buffer.baseAddress else { return }
      bytes.update(repeating: 0, count: Self.capacity + 16)
      Self.table.withUnsafeBufferPointer { table in
        guard let table = table.baseAddress else { return }
        scan(text, from, end, bytes, table, &words)
      }
    }
  }

  private mutating func scan(
    _ text: UnsafePointer<UInt8>, _ from: Int, _ end: Int, _ bytes: UnsafeMutablePointer<UInt8>,
    _ table: UnsafePointer<UInt8>, _ words: inout [Word]
  ) {
    var at = from
    while at < end {
      let byte = text[at]
      let folded = table[Int(byte)]
      if folded > 2 {
        if letters == 0 {
          start = at
          if byte != folded {
            traits = .capitalised
          } else if byte < 0x3A {
            traits = .number
          }
        }
        if isAfterMark { takeMark() }
        at = takeRun(text, at, end, bytes, table)
      } else if letters == 0, byte < 0x80 {
        at &+= 1
      } else if byte < 0x80 {
        let isWithin =
          folded == 0
          ? byte == 0x20 && traits.contains(.number) && joinsDigits(text, at, 1, end)
          : joins(folded, text, at, 1, end)
        if !isWithin { finish(at, text, bytes, &words) }
        at &+= 1
      } else {
        at = takeScalar(text, at, end, bytes, &words)
      }
    }
    finish(end, text, bytes, &words)
  }

  /// Takes the run of ASCII letters and digits at `at` and returns the offset after it.
  ///
  /// Reads eight bytes at once where possible, so that the unpredictable length of a word causes no branch
  /// misprediction.
  @inline(__always)
  private mutating func takeRun(
    _ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int, _ bytes: UnsafeMutablePointer<UInt8>,
    _ table: UnsafePointer<UInt8>
  ) -> Int {
    var next = at
    var filled = count
    while next &+ 8 <= end, filled &+ 8 <= Self.capacity {
      let lane = EightBytes(UnsafeRawBufferPointer(start: text + next, count: 8), at: 0)
      let others = ~lane.lettersAndDigits & EightBytes.highs
      let taken = others == 0 ? 8 : others.trailingZeroBitCount &>> 3
      let folded = lane.lowercased.word
      UnsafeMutableRawPointer(bytes + filled).storeBytes(of: folded.littleEndian, as: UInt64.self)
      filled &+= taken
      next &+= taken
      if taken < 8 {
        letters &+= next &- at
        count = filled
        return next
      }
    }
    while next < end, case let folded = table[Int(text[next])], folded > 2 {
      if filled == Self.capacity {
        count = filled
        spill(bytes)
        filled = 0
      }
      bytes[filled] = folded
      filled &+= 1
      next &+= 1
    }
    count = filled
    letters &+= next &- at
    return next
  }

  /// Whether the apostrophe (1) or number separator (2) at `at` is part of the current word.
  @inline(never)
  private func joins(_ sign: UInt8, _ text: UnsafePointer<UInt8>, _ at: Int, _ width: Int, _ end: Int) -> Bool
  {
    guard at + width < end else { return false }
    let next = text[at + width]
    if sign == 2 { return (0x30...0x39).contains(next) && (0x30...0x39).contains(text[at - 1]) }
    return letters > 2 && !traits.contains(.number) && (Self.table[Int(next)] > 2 || next >= 0xC3)
  }

  /// Whether the space at `at` parts the digits of a number into groups of three: “870 000”.
  @inline(never)
  private mutating func joinsDigits(
    _ text: UnsafePointer<UInt8>, _ at: Int, _ width: Int, _ end: Int
  ) -> Bool {
    let next = at + width
    func isDigit(_ at: Int) -> Bool { at < end && (0x30...0x39).contains(text[at]) }
    guard letters == at - start && letters <= 3 || isGrouped, text[start] != UInt8(ascii: "0"),
      isDigit(at - 1),
      (next..<next + 3).allSatisfy(isDigit), !isDigit(next + 3)
    else { return false }
    isGrouped = true
    return true
  }

  /// Records an invisible character between two letters.
  @inline(never)
  private mutating func takeMark() {
    if letters > 0 { traits.insert(.hiddenMarks) }
    isAfterMark = false
  }

  /// Takes one scalar beyond ASCII, or an invalid byte, and returns the offset after it.
  @inline(never)
  private mutating func takeScalar(
    _ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int, _ bytes: UnsafeMutablePointer<UInt8>,
    _ words: inout [Word]
  ) -> Int {
    let (scalar, width) = UTF8Decoding.scalar(text, at, end)
    guard scalar != 0 else {
      finish(at, text, bytes, &words)
      return at + width
    }
    let folding = Folding(scalar)
    switch folding.role {
    case .ignored:
      isAfterMark = letters > 0 && Folding.isHiddenMark(scalar)
      isAfterJoiner = scalar == 0x200C || scalar == 0x200D
      if letters == 0 { takeMarkOfSign(scalar, text, at, width, words) }
    case .separator:
      let isWithin =
        traits.contains(.number) && Self.digitSpaces.contains(scalar) && joinsDigits(text, at, width, end)
      if !isWithin { finish(at, text, bytes, &words) }
    case .apostrophe: if !joins(1, text, at, width, end) { finish(at, text, bytes, &words) }
    case .spaceless:
      finish(at, text, bytes, &words)
      start = at
      traits = .spaceless
      // Thai and its neighbours part words by zero-width spaces; Han and Kana need none.
      if endOfSignMark == at, scalar >= 0x3005 { traits.insert(.hiddenMarks) }
      put(scalar, bytes)
      letters = 1
      finish(at + width, text, bytes, &words)
    case .letter, .digit:
      if letters == 0 {
        start = at
        traits = folding.role == .digit ? .number : folding.isCapital ? .capitalised : []
      }
      if isAfterMark, Folding.needsNoMarks(folding.first, joiner: isAfterJoiner) { takeMark() }
      isAfterMark = false
      letters += 1
      if Homoglyphs.isForeign(folding.first) { hasForeign = true }
      put(folding.first, bytes)
      if folding.second != 0 { put(folding.second, bytes) }
      if folding.third != 0 { put(folding.third, bytes) }
    }
    return at + width
  }

  /// Takes an ignored scalar that may stand after a sign of a script without spaces.
  private mutating func takeMarkOfSign(
    _ scalar: UInt32, _ text: UnsafePointer<UInt8>, _ at: Int, _ width: Int, _ words: [Word]
  ) {
    guard Folding.isHiddenMark(scalar) else { return }
    let isAfterSign = followsSign(at, words)
    if isAfterSign, Folding.isIdeographicSelector(scalar), isIdeograph(text, words) {
      endOfSelector = at + width
    } else if isAfterSign || endOfSelector == at || endOfSignMark == at {
      endOfSignMark = at + width
    }
  }

  /// Whether the last word is an ideograph.
  private func isIdeograph(_ text: UnsafePointer<UInt8>, _ words: [Word]) -> Bool {
    guard let last = words.last else { return false }
    let scalar = UTF8Decoding.scalar(text, Int(last.start), Int(last.end)).scalar
    return Unicode.Scalar(scalar)?.properties.isUnifiedIdeograph == true
  }

  /// Whether the last word is a sign of a script without spaces that ends at an offset.
  private func followsSign(_ at: Int, _ words: [Word]) -> Bool {
    words.last.map { Int($0.end) == at && $0.traits.contains(.spaceless) } ?? false
  }

  /// Appends a folded scalar to the buffer, as UTF-8.
  private mutating func put(_ scalar: UInt32, _ bytes: UnsafeMutablePointer<UInt8>) {
    if count + 4 > Self.capacity { spill(bytes) }
    guard let encoded = Unicode.Scalar(scalar).flatMap({ UTF8.encode($0) }) else { return }
    for byte in encoded {
      bytes[count] = byte
      count += 1
    }
  }

  private mutating func spill(_ bytes: UnsafeMutablePointer<UInt8>) {
    state = WordHash.absorb(state, bytes, count)
    absorbed += count
    count = 0
  }

  /// Ends the current word, if there is one, before the byte `at`.
  @inline(__always)
  private mutating func finish(
    _ at: Int, _ text: UnsafePointer<UInt8>, _ bytes: UnsafeMutablePointer<UInt8>, _ words: inout [Word]
  ) {
    guard letters > 0 else { return }
    if hasForeign || isAfterMark { settle(bytes) }
    if traits.contains(.number) { partUnit(at, text, bytes, &words) }
    let hash = WordHash.finish(WordHash.absorb(state, bytes, count), length: absorbed &+ count)
    if letters == 1, traits.isDisjoint(with: [.number, .spaceless]) { traits.insert(.letter) }
    traits.formUnion(functionWords.traits(hash))
    let stem = absorbed == 0 && !endings.isEmpty ? self.stem(bytes) ?? hash : hash
    words.append(
      Word(
        hash: hash, stem: stem, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: at),
        traits: traits))
    count = 0
    letters = 0
    traits = []
    isGrouped = false
    if absorbed > 0 {
      absorbed = 0
      state = WordHash.seed
    }
  }

  /// Appends a number by itself if letters follow it directly, which become the current word: “£1.34bn”, “5pm”.
  @inline(never)
  private mutating func partUnit(
    _ at: Int, _ text: UnsafePointer<UInt8>, _ bytes: UnsafeMutablePointer<UInt8>, _ words: inout [Word]
  ) {
    var digits = 0
    while digits < count, (0x30...0x39).contains(bytes[digits]) { digits += 1 }
    let length = count - digits
    guard digits > 0, length > 0, absorbed == 0, at - length > start,
      (0..<length).allSatisfy({
        (0x61...0x7A).contains(bytes[digits + $0]) && text[at - length + $0] | 0x20 == bytes[digits + $0]
      })
    else { return }
    let hash = WordHash.finish(WordHash.absorb(state, bytes, digits), length: digits)
    words.append(
      Word(
        hash: hash, stem: hash, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: at - length), traits: traits))
    for place in 0..<length { bytes[place] = bytes[digits + place] }
    (start, count, letters) = (at - length, length, length)
    traits = text[start] == bytes[0] ? .letter : [.letter, .capitalised]
  }

  /// Rewrites a word of mixed scripts in one of them.
  @inline(never)
  private mutating func settle(_ bytes: UnsafeMutablePointer<UInt8>) {
    isAfterMark = false
    guard hasForeign else { return }
    hasForeign = false
    guard absorbed == 0, let settled = Homoglyphs.settle(bytes, count, capacity: Self.capacity) else {
      return
    }
    count = settled
    traits.insert(.mixed)
  }

  /// The hash without the ending; nil if no rule fits.
  @inline(__always)
  private func stem(_ bytes: UnsafeMutablePointer<UInt8>) -> UInt64? {
    let candidates = endings[Int(bytes[count &- 1])]
    if candidates.isEmpty || traits.contains(.number) { return nil }
    return Self.stem(bytes, count, candidates)
  }

  /// A static function without access to the scanner, which would otherwise be copied.
  @inline(never)
  private static func stem(
    _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ candidates: [Vocabulary.Rule]
  ) -> UInt64? {
    candidates.withUnsafeBufferPointer { candidates in
      for at in candidates.indices where candidates[at].fits(bytes, count) {
        let kept = count - candidates[at].suffix.count
        for (index, byte) in candidates[at].replacement.enumerated() { bytes[kept + index] = byte }
        let length = kept + candidates[at].replacement.count
        return WordHash.finish(WordHash.absorb(WordHash.seed, bytes, length), length: length)
      }
      return nil
    }
  }
}
