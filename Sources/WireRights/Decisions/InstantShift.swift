internal import WireText

extension Instant {
  /// The instant so many seconds later; the last instant there is where the sum would leave the range.
  func later(bySeconds delta: Int64) -> Instant {
    let (sum, overflows) = seconds.addingReportingOverflow(delta)
    return Instant(seconds: overflows ? (delta > 0 ? .max : .min) : sum)
  }
}
