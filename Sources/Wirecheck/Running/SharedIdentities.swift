/// Identifiers that several documents of a run have, as after the copy of a template.
///
/// Such an identifier tells none of them from the others: each goes by its place as well, so that no use is taken for
/// another's. Hashes are kept, since a run may have a million documents; that two fall together costs a longer name.
struct SharedIdentities {
  private let paths: PathNames
  private var places: [Int: Int] = [:]
  private var shared: Set<Int> = []

  /// No identifiers yet.
  init(_ paths: PathNames) { self.paths = paths }

  /// Takes note of a document.
  mutating func add(_ document: DocumentRecord) {
    let (identity, place) = (document.identity.hashValue, place(of: document).hashValue)
    if places.updateValue(place, forKey: identity).map({ $0 != place }) ?? false { shared.insert(identity) }
  }

  /// Names the documents that share their identifiers by their places.
  func tell(apart documents: inout RecordList<DocumentUses>) {
    guard !shared.isEmpty else { return }
    documents.update { uses in
      let identity = uses.document.identity
      if shared.contains(identity.hashValue) {
        uses.document.name = "\(identity) (\(place(of: uses.document)))"
      }
    }
  }

  private func place(of document: DocumentRecord) -> String {
    "\(paths.name(of: document.path))#\(document.item)"
  }
}
