internal import Wirecheck

extension RunRecord {
  /// The uses of wire copy that a term permits, in the order of the documents.
  ///
  /// - Parameter most: the maximum number of uses to return.
  /// - Returns: the first of them, and the number of the others.
  func permitted(_ most: Int) -> (shown: [(document: DocumentRecord, use: UseRecord)], left: Int) {
    var shown: [(document: DocumentRecord, use: UseRecord)] = []
    var left = 0
    for used in uses {
      for use in used.uses where use.outcome == "allow" || use.outcome == "allow-with-duty" {
        if shown.count < most { shown.append((used.document, use)) } else { left += 1 }
      }
    }
    return (shown, left)
  }
}
