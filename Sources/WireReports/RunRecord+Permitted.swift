internal import Wirecheck

extension RunRecord {
  /// The uses of wire copy that a term permits, in the order of the documents.
  var permitted: [(document: DocumentRecord, use: UseRecord)] {
    uses.flatMap { used in
      used.uses.filter { $0.outcome == "allow" || $0.outcome == "allow-with-duty" }.map {
        (used.document, $0)
      }
    }
  }
}
