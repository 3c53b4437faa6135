/// The fonts of an RTF file, as far as they have a code page of their own.
struct RTFFonts {
  /// The code page of fonts that have none.
  private(set) var filePage = RTFCodePage.usual
  /// How many code pages the file names that are not known.
  private(set) var unknownPages = 0
  private var pages: [Int: RTFCodePage] = [:]
  private var current = 0

  /// Makes a font the current one; gives its code page.
  mutating func choose(_ number: Int) -> RTFCodePage {
    current = number
    return pages[number] ?? filePage
  }

  /// Gives the current font the code page of a character set.
  mutating func setCharacterSet(_ number: Int) {
    // The sets of Windows' own letters, of symbols and of whatever the machine has: the file's page applies.
    if !(0...2).contains(number) { setPage(RTFCodePage(characterSet: number)) }
  }

  /// Gives the current font a code page; nil, for one that is not known, leaves it as it is.
  mutating func setPage(_ page: RTFCodePage?) {
    if let page { pages[current] = page } else { unknownPages += 1 }
  }

  /// Sets the code page of the file by its number; nil where there is none to change to.
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
