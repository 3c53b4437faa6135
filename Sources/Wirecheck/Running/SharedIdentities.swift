internal import WireMatching

/// Identifiers that several documents of a run have, as after the copy of a template.
///
/// Such an identifier tells none of them from the others: each goes by its place as well, so that no use is taken for
/// another's. Hashes are kept, since a run may have a million documents; that two fall together costs a longer name, the
/// same in every run.
struct SharedIdentities {
  private let paths: PathNames
  private var places: [UInt64: UInt64] = [:]
  private var shared: Set<UInt64> = []

  /// No identifiers yet.
  init(_ paths: PathNames) { self.paths = paths }

  /// Registers a document.
  mutating func add(_ document: DocumentRecord) {
    let (identity, place) = (Self.hash(document.identity), Self.hash(place(of: document)))
    if places.updateValue(place, forKey: identity).map({ $0 != place }) ?? false { shared.insert(identity) }
  }

  /// Adds their paths to the names of documents that share an identifier.
  func tell(apart documents: inout RecordList<DocumentUses>) {
    guard !shared.isEmpty else { return }
    documents.update { uses in
      let identity = uses.document.identity
      if shared.contains(Self.hash(identity)) {
        uses.document.name = "\(identity) (\(place(of: uses.document)))"
      }
    }
  }

  private static func hash(_ name: String) -> UInt64 { Checksum.sum(Array(name.utf8)) }

  private func place(of document: DocumentRecord) -> String {
    "\(paths.name(of: document.path))#\(document.item)"
  }
}
