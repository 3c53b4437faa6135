internal import Wirecheck

/// Records without any words of a document or an item, as the ledger stores them.
extension Finding {
  /// The finding without excerpts, and without the words of a notice or a licence line, which are part of the item.
  ///
  /// The words of a contract's clause are kept: they are from the newsroom's own file.
  var wordless: Finding {
    var finding = self
    for index in finding.places.indices { finding.places[index].excerpt = nil }
    if let passages = finding.source?.passages {
      finding.source?.passages = passages.map { passage in
        var passage = passage
        passage.excerpt = .withheld(.audience)
        return passage
      }
    }
    if let origin = finding.term?.origin, origin == .notice || origin == .licence {
      finding.term?.words = ""
    }
    // Steps may quote notices too; the tier that decided is kept, the words are removed.
    finding.trace = finding.trace?.map { Finding.Step(tier: $0.tier, effect: $0.effect, terms: []) }
    return finding
  }
}

extension RunRecord {
  /// The run without its findings and uses, which have rows of their own.
  var withoutFindings: RunRecord {
    var run = self
    run.findings = []
    run.uses = []
    return run
  }
}
