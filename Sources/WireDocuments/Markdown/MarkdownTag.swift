/// Bracketed pieces of Markdown: tags, addresses, destinations.
enum MarkdownTag {
  /// The longest tag, in bytes; some tags contain pictures as text.
  private static let longest = 4 << 20

  /// The end of the HTML tag that starts at a `<`; nil if there is none.
  static func end(_ text: [UInt8], _ at: Int) -> Int? {
    var here = at + 1
    guard here < text.count else { return nil }
    if text[here] == UInt8(ascii: "/") { here += 1 }
    if here == at + 1, text[here] == UInt8(ascii: "?") || text[here] == UInt8(ascii: "!") {
      guard !text[here...].starts(with: "!--".utf8), here + 1 < text.count,
        text[here] == UInt8(ascii: "?") || HTMLScanner.isLetter(text[here + 1])
      else { return nil }
      while here < text.count, text[here] != UInt8(ascii: ">") {
        if text[here] == UInt8(ascii: "<") { return nil }
        here += 1
      }
      return here < text.count ? here + 1 : nil
    }
    guard here < text.count, HTMLScanner.isLetter(text[here]) else { return nil }
    while here < text.count, text[here] > 0x20, text[here] != UInt8(ascii: ">"),
      text[here] != UInt8(ascii: "/"), text[here] != MarkdownHTML.omission
    {
      // `<a.b@c>` and `<x:y>` are not tags.
      guard
        HTMLScanner.isLetter(text[here]) || (0x30...0x39).contains(text[here]) || text[here] == 0x2D
          || text[here] == UInt8(ascii: ":") || text[here] == UInt8(ascii: ".")
      else { return nil }
      here += 1
    }
    while here < text.count, here - at < longest {
      switch text[here] {
      case UInt8(ascii: ">"): return here + 1
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = text[here]
        here += 1
        while here < text.count, text[here] != quote { here += 1 }
      default: break
      }
      here += 1
    }
    return nil
  }

  /// The end of `<https://…>` or `<name@host>`.
  static func autolinkEnd(_ text: [UInt8], _ at: Int) -> Int? {
    var here = at + 1
    var isAddress = false
    while here < text.count, here - at < 2000, text[here] > 0x20, text[here] != UInt8(ascii: "<") {
      if text[here] == UInt8(ascii: ">") { return isAddress ? here + 1 : nil }
      if text[here] == UInt8(ascii: "\"") || text[here] == UInt8(ascii: "=") && !isAddress { return nil }
      if text[here] == UInt8(ascii: "@") { isAddress = true }
      if text[here] == UInt8(ascii: ":"), here + 1 < text.count,
        text[here + 1] == UInt8(ascii: "/")
          || text[at + 1..<here].elementsEqual("mailto".utf8)
      {
        isAddress = true
      }
      here += 1
    }
    return nil
  }

  /// The end of `(destination "title")`, given its opening parenthesis.
  static func destinationEnd(_ text: [UInt8], _ at: Int) -> Int? {
    var here = at + 1
    skipSpace(text, &here)
    if here < text.count, text[here] == UInt8(ascii: "<") {
      while here < text.count, text[here] != UInt8(ascii: ">"), text[here] != 0x0A {
        here += 1
        if here < text.count, text[here] == UInt8(ascii: "<") { return nil }
      }
      guard here < text.count, text[here] == UInt8(ascii: ">") else { return nil }
      here += 1
    } else {
      guard skipAddress(text, &here) else { return nil }
    }
    skipSpace(text, &here)
    guard here < text.count else { return nil }
    if let close = titleEnd(text, here) {
      here = close
      skipSpace(text, &here)
    }
    return here < text.count && text[here] == UInt8(ascii: ")") ? here + 1 : nil
  }

  /// The end of a title in quotes or parentheses.
  static func titleEnd(_ text: [UInt8], _ at: Int) -> Int? {
    let quote = text[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(") else {
      return nil
    }
    let close = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
    var here = at + 1
    while here < text.count, text[here] != close {
      if quote == UInt8(ascii: "("), text[here] == quote { return nil }
      if text[here] == 0x5C { here += 1 }
      here += 1
    }
    return here < text.count ? here + 1 : nil
  }

  private static func skipSpace(_ text: [UInt8], _ at: inout Int) {
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0A { at += 1 }
  }

  /// Skips an address with balanced parentheses.
  private static func skipAddress(_ text: [UInt8], _ at: inout Int) -> Bool {
    var depth = 0
    // Template tags, replaced by their filler here, may have contained spaces; the filler is not a space.
    while at < text.count, text[at] > 0x20 || text[at] == MarkdownHTML.filler {
      switch text[at] {
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return false }
      case UInt8(ascii: ")"):
        if depth == 0 { return true }
        depth -= 1
      case 0x5C: at += 1
      default: break
      }
      at += 1
    }
    return depth == 0 && at <= text.count
  }
}
