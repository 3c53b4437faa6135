internal import WireDocuments
internal import WireMatching
internal import WireRights

/// Translations, as far as the document declares them, since comparing words cannot detect them.
///
/// A document declares it in its own fields (`translation-of`, `translated-from`, a NewsML-G2 link to the
/// original), by an item's identifier or an agency's name, or in a line of its text (`translatedOriginals`). A
/// document that links to an item in another language as the one it derives from, replaces or updates is a
/// translation too.
extension ReuseAnalysis {
  /// Adds the use of every item that the document says it translates.
  func addTranslations(to reuses: inout [ItemReuse]) throws(IndexFault) {
    var seen: Set<String> = []
    let declared = try draft.translatedOriginals(newsroom) { id throws(IndexFault) in
      try ItemState(ofItem: id, in: archive) != nil
    }
    let links = draft.document.links + declared.map { ItemLink(.translates, id: $0) }
    for link in links where link.relation != .kills && seen.insert(link.id).inserted {
      guard let reuse = try translation(link) else { continue }
      if let index = reuses.firstIndex(where: {
        $0.match.source == reuse.match.source && $0.state.record.agency == reuse.state.record.agency
      }) {
        reuses[index].translation = reuse.translation
      } else {
        reuses.append(reuse)
      }
    }
  }

  /// The declared originals that are neither a known item nor a known agency.
  ///
  /// A name that may be that of a language is ignored.
  func unknownOriginals() throws(IndexFault) -> [String] {
    var result: [String] = []
    for link in draft.document.links where link.relation == .translates {
      if try ItemState(ofItem: link.id, in: archive) == nil, newsroom.agencies.agency(called: link.id) == nil,
        !LanguageNames.isLanguage(link.id, in: draft.document.language)
      {
        result.append(String(link.id.prefix(Self.longestName)))
      }
    }
    return result
  }

  /// The longest identifier that is shown, in characters.
  private static let longestName = 80

  private func translation(_ link: ItemLink) throws(IndexFault) -> ItemReuse? {
    // A document without a language is a translation only if it says so.
    guard link.relation == .translates || draft.document.language != nil else { return nil }
    if let state = try ItemState(ofItem: link.id, in: archive) {
      guard link.relation == .translates || isOtherLanguage(state.record.language) else { return nil }
      return translation(of: link.id, state, try archive.content(of: state.entry))
    }
    guard link.relation == .translates, let agency = newsroom.agencies.agency(called: link.id) else {
      return nil
    }
    return translation(of: "", ItemState(ofAgency: agency.id), .text([], masked: []))
  }

  private func translation(of id: String, _ state: ItemState, _ content: ItemContent) -> ItemReuse? {
    guard !newsroom.site.isOwn(state.record.agency) else { return nil }
    let context = UsageContext(state, content, newsroom)
    let extent = Extent(sourceWords: id.isEmpty ? nil : context.sourceWords)
    return ItemReuse(
      match: Match(
        source: id, version: state.entry.version, score: 0, passages: [], place: state.entry.place),
      state: state, content: content, terms: context.terms, prose: nil, quoted: nil,
      translation: usage([.translated], [], extent, context), sourceWords: context.sourceWords, holders: [],
      isNamed: true, isOurs: false)
  }

  /// Whether a language is known to differ from the document's.
  private func isOtherLanguage(_ language: String?) -> Bool {
    func primary(_ tag: String) -> Substring? { tag.lowercased().split { !$0.isLetter }.first }
    guard let own = draft.document.language.flatMap(primary), let other = language.flatMap(primary) else {
      return false
    }
    return own != other
  }
}
