/// The hash by which GitHub distinguishes alerts: it covers about a hundred characters from the start of a line.
///
/// A rolling hash to the base 37, modulo 2⁶⁴, over 100 UTF-16 code units: spaces and tabs are skipped, line ends
/// count as line feeds, the end of the file counts as 65535 followed by zeros. Equal hashes in one file are numbered.
/// Source: github/codeql-action, `src/fingerprints.ts`; GitHub warns if a report's hash differs from its own.
enum LineHash {
  private static let window = 100

  /// The hashes of all lines of a file, the first line at index 0.
  ///
  /// - Parameter bytes: the file; invalid UTF-8 counts as U+FFFD, as in GitHub's code.
  static func all(in bytes: [UInt8]) -> [String] {
    var state = State()
    var afterReturn = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 {
      if unit == 0x20 || unit == 0x09 || (afterReturn && unit == 0x0A) {
        afterReturn = false
        continue
      }
      afterReturn = unit == 0x0D
      state.take(afterReturn ? 0x0A : unit)
    }
    state.take(0xFFFF)
    state.drain()
    return state.hashes
  }

  private struct State {
    private(set) var hashes: [String] = []
    private var units = [UInt64](repeating: 0, count: window)
    /// Whether the code unit at the same index in `units` starts a line.
    private var begins = [Bool](repeating: false, count: window)
    private var index = 0
    private var hash: UInt64 = 0
    private var isAtLineStart = true
    private var seen: [UInt64: Int] = [:]
    private let weight = (0..<window).reduce(UInt64(1)) { power, _ in power &* 37 }

    /// Adds the next code unit; by the time it overwrites the first unit of a line, that line's hash is complete.
    mutating func take(_ unit: UInt16) {
      finishLine()
      if isAtLineStart { begins[index] = true }
      isAtLineStart = unit == 0x0A
      roll(UInt64(unit))
    }

    /// Completes the hashes of the lines that are still in the window.
    mutating func drain() {
      for _ in 0..<window {
        finishLine()
        roll(0)
      }
    }

    private mutating func finishLine() {
      guard begins[index] else { return }
      begins[index] = false
      let number = seen[hash, default: 0] + 1
      seen[hash] = number
      hashes.append("\(String(hash, radix: 16)):\(number)")
    }

    private mutating func roll(_ unit: UInt64) {
      hash = 37 &* hash &+ unit &- weight &* units[index]
      units[index] = unit
      index = (index + 1) % window
    }
  }
}
