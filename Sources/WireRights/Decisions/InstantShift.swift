internal import WireText

extension Instant {
  /// The instant `delta` seconds later; saturates at the last representable instant.
  func later(bySeconds delta: Int64) -> Instant {
    let (sum, overflows) = seconds.addingReportingOverflow(delta)
    return Instant(seconds: overflows ? (delta > 0 ? .max : .min) : sum)
  }
}
