import WireText

extension MarkupItem {
  /// The times of RSS, Atom, Dublin Core and PRISM; `killDate` is the end of the use.
  private static let feedTimes: [String: TimeField.Role] = [
    "pubDate": .published, "published": .published, "issued": .published, "date": .published,
    "publicationDate": .published, "updated": .updated, "modified": .updated, "modificationDate": .updated,
    "created": .created, "creationDate": .created, "expirationDate": .expiry, "killDate": .expiry,
    "embargoDate": .embargo,
  ]

  /// Reads an element of a feed's own that withdraws the item, holds it back or sets an embargo: `wire:status`.
  mutating func readFeedStatus(_ node: Markup.Index) {
    let name = markup.qualifiedName(node)
    guard Self.feedTimes[name.local] == nil, !["media", "itunes", "blogger"].contains(name.prefix),
      let text = markup.nonempty(node)
    else { return }
    if let status = StatusWords.held(name.local, text) {
      document.setStatus(status)
    } else if MetaKey(name.local, text: "") == .embargo, !KeyWords(name.local).remarksOnEmbargo,
      let time = TimeField.embargo(stating: text)
    {
      document.add(time, named: "`\(name.local.prefix(40))`")
    }
  }

  /// How many times are searched for an earlier one, so that the work remains linear.
  private static let searchedTimes = 64

  /// Reads an element of a feed's item that is a time.
  ///
  /// Of several modifications the latest comes first; of several embargoes the one that ends last counts, and one that
  /// cannot be read is not replaced.
  mutating func readFeedTime(_ node: Markup.Index) {
    guard let role = Self.feedTimes[markup.name(node)] else { return }
    let raw = markup.nonempty(node)
    let count = document.times.count
    let earlier = document.times.prefix(Self.searchedTimes).firstIndex { $0.role == role }
    time(role, raw)
    guard document.times.count > count, let last = document.times.last else { return }
    if role == .updated, let earlier, let first = document.times[earlier].instant, let own = last.instant,
      own > first
    {
      document.times.swapAt(earlier, document.times.count - 1)
    }
  }
}
