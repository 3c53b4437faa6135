/// The code pages of the fonts in an RTF file.
struct RTFFonts {
  /// The code page of fonts that have none of their own.
  private(set) var filePage = RTFCodePage.usual
  /// The number of unknown code pages that the file names.
  private(set) var unknownPages = 0
  private var pages: [Int: RTFCodePage] = [:]
  private var current = 0

  /// Makes a font the current one and returns its code page.
  mutating func choose(_ number: Int) -> RTFCodePage {
    current = number
    return pages[number] ?? filePage
  }

  /// Sets the current font's code page to that of a character set.
  mutating func setCharacterSet(_ number: Int) {
    // The sets ANSI, default and symbol (0 to 2) use the code page of the file.
    if !(0...2).contains(number) { setPage(RTFCodePage(characterSet: number)) }
  }

  /// Sets the current font's code page; nil, for an unknown one, leaves it unchanged.
  mutating func setPage(_ page: RTFCodePage?) {
    if let page { pages[current] = page } else { unknownPages += 1 }
  }

  /// Sets the code page of the file by its number; returns nil if it does not change.
  mutating func setFilePage(_ number: Int?) -> RTFCodePage? {
    guard let number, number != 0 else { return nil }
    guard let page = RTFCodePage(number: number) else {
      unknownPages += 1
      return nil
    }
    filePage = page
    return page
  }
}
