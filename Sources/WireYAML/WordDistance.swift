internal import WireText

/// The distance of two short words, in scalars.
func distance(_ a: String, _ b: String) -> Int {
  editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
}
