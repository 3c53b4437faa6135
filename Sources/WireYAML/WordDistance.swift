internal import WireText

/// The edit distance between two short words, in Unicode scalars.
func distance(_ a: String, _ b: String) -> Int {
  editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars))
}
