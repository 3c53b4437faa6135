extension BinaryInteger {
  /// The digits of a number that is not negative, zero-padded on the left to at least `count` digits.
  package func digits(_ count: Int, radix: Int = 10) -> String {
    let digits = String(self, radix: radix)
    return String(repeating: "0", count: Swift.max(0, count - digits.utf8.count)) + digits
  }
}
