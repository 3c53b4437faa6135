import WireText

/// A page that a browser saved as a message (MHTML, RFC 2557): its HTML and the files that it shows are parts.
struct SavedPage {
  /// The part with the HTML of the page.
  let leaf: MailParts.Leaf
  /// The address from which it was saved.
  let address: String
  /// The names of the other parts: style sheets, pictures, frames.
  let others: [String]

  /// Nil for mail, which has no address that it was saved from.
  init?(_ parts: MailParts) {
    guard let address = parts.header.raw("snapshot-content-location") else { return nil }
    let pages = parts.leaves.indices.filter { parts.leaves[$0].type.value == "text/html" }
    let own = pages.first { parts.leaves[$0].header.raw("content-location") == address }
    guard let index = own ?? pages.first else { return nil }
    leaf = parts.leaves[index]
    self.address = address
    others = parts.leaves.indices.filter { $0 != index }.map { number in
      let leaf = parts.leaves[number]
      return (leaf.header.raw("content-location") ?? "part \(number + 1)").printable("_", limit: 200)
    }
  }
}
