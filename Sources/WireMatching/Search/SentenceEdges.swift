/// Determines whether a stretch of text begins and ends at sentence boundaries.
///
/// Examines a few bytes on either side, so that it is cheap for any passage; quotation marks and brackets are
/// skipped. A colon opens a sentence too, since it introduces quotations.
struct SentenceEdges {
  private static let reach = 12

  let text: UnsafeBufferPointer<UInt8>

  /// Whether `lower..<upper` begins and ends at sentence boundaries.
  func areAround(_ lower: Int, _ upper: Int) -> Bool { begins(at: lower) && ends(at: upper) }

  /// Whether a sentence begins at an offset.
  func begins(at place: Int) -> Bool {
    var at = min(place, text.count)
    let least = max(0, at - Self.reach)
    while at > least {
      let byte = text[at - 1]
      switch byte {
      case 0x09, 0x20, 0x22, 0x27, 0x28, 0x5B: at -= 1
      case 0x0A, 0x0D, 0x21, 0x3A, 0x3F: return true
      case 0x2E: return !isOfInitials(at - 1)
      // Typographic quotation marks, « and ¿ ¡: E2 80 9x, C2 xx; full stops of other scripts.
      case 0x80...0xBF:
        guard let width = markWidth(endingAt: at) else { return false }
        if width < 0 { return true }
        at -= width
      default: return false
      }
    }
    return at == 0
  }

  /// The width in bytes of the mark that ends before an offset; −1 for a full stop; nil for anything else.
  private func markWidth(endingAt at: Int) -> Int? {
    if at >= 2, text[at - 2] == 0xC2 { return 2 }
    if at >= 2, SentenceStops.isStop(text[at - 2], text[at - 1]) { return -1 }
    guard at >= 3 else { return nil }
    if SentenceStops.isStop(text[at - 3], text[at - 2], text[at - 1]) { return -1 }
    switch (text[at - 3], text[at - 2]) {
    case (0xE2, 0x80), (0xE3, 0x80): return 3
    default: return nil
    }
  }

  /// Whether a sentence ends at an offset.
  func ends(at place: Int) -> Bool {
    var at = place
    let most = min(text.count, place + Self.reach)
    while at < most {
      switch text[at] {
      case 0x22, 0x27, 0x29, 0x5D: at += 1
      case 0x0A, 0x0D, 0x21, 0x3F: return true
      case 0x2E: return !isOfInitials(at)
      case 0xC2: at += 2
      case SentenceStops.pairLeads:
        return at + 1 < text.count && SentenceStops.isStop(text[at], text[at + 1])
      case 0xE0...0xEF:
        guard let width = markWidth(endingAt: min(text.count, at + 3)) else { return false }
        if width < 0 { return true }
        at += width
      default: return false
      }
    }
    return at >= text.count
  }

  /// Whether a full stop ends initials, as those of `U.S. Senator` do: nearly always their sentence goes on.
  private func isOfInitials(_ stop: Int) -> Bool {
    stop >= 3 && Self.isLetter(text[stop - 1]) && text[stop - 2] == 0x2E && Self.isLetter(text[stop - 3])
      && (stop == 3 || !Self.isLetter(text[stop - 4]))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}
