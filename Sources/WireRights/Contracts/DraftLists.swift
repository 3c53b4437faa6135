/// Assigns the items of lists to the grants that introduce the lists.
///
/// “Our stories may be republished. Please follow these guidelines:” and the duties in its items are one clause;
/// items that permit or prohibit are clauses of their own.
struct DraftLists {
  /// The items that only impose duties, by the index of the grant that they belong to.
  private var duties: [Int: [Int]] = [:]
  /// How many sentences of its list gave no clause, by the index of the grant.
  private var unread: [Int: Int] = [:]
  private let taken: Set<Int>

  init(_ sentences: [ContractDraft.Sentence], _ readers: [DraftReader]) {
    var grants: [Int: Int] = [:]
    for (index, sentence) in sentences.enumerated() {
      switch sentence.role {
      case .opening(let list) where readers[index].isGrant: grants[list] = index
      case .item(let list):
        guard let grant = grants[list] else { break }
        if readers[index].isDutyOnly { duties[grant, default: []].append(index) }
        if readers[index].remark != nil { unread[grant, default: 0] += 1 }
      default: break
      }
    }
    taken = Set(duties.values.joined())
  }

  /// Whether a sentence was merged into the clause of another.
  func isTaken(_ index: Int) -> Bool { taken.contains(index) }

  /// The clauses of a sentence; a grant includes the duties of its list.
  func clauses(of index: Int, _ readers: [DraftReader]) -> [DraftClause] {
    var clauses = readers[index].clauses
    guard let grant = clauses.firstIndex(where: \.isGrant) else { return clauses }
    for item in (duties[index] ?? []).flatMap({ readers[$0].clauses }) { clauses[grant].add(dutiesOf: item) }
    if let count = unread[index] {
      clauses[grant].notes.append(
        "not in it: \(count) further sentence\(count == 1 ? "" : "s") of its list, which stand\(count == 1 ? "s" : "") below"
      )
    }
    return clauses
  }
}
