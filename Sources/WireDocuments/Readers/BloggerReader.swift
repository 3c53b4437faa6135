import WireText

/// Blogger: the old export and the feed of Takeout; both are Atom, with entries for pages, comments and settings, too.
struct BloggerReader: DocumentReader {
  static let format = Format(name: "blogger", title: "Blogger: old export and feed.atom of Takeout")

  static func recognises(_ probe: Probe) -> Bool {
    guard let root = probe.xml, root.name == "feed" else { return false }
    return root.contains("blogger/2008/kind#") || root.contains("<blogger:type>")
      || root.contains("<blogger:status>")
  }

  private var feed: FeedReader

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    feed = FeedReader(input, origin: origin, limits: limits)
  }

  mutating func next() throws(ReadingFault) -> Document? {
    guard var document = try feed.next() else { return nil }
    let kinds = document.fields.compactMap { field in
      field.text.split(separator: "#").last.flatMap { field.text.contains("/kind#") ? String($0) : nil }
    }
    let own = { (key: String) in document.fields.first { $0.key == "blogger:\(key)" } }
    let kind = (own("type")?.text ?? kinds.first ?? "post").lowercased()
    let status = own("status")
    document.type = Self.types[kind] ?? .other
    if let word = status?.text.lowercased() {
      document.setStatus(Status(word.contains("trashed") ? .trashed : StatusWords.value(word), raw: word))
    }
    document.fields.removeAll { $0.text.contains("/kind#") }
    if document.type == .text, document.status == nil {
      document.status = Status(.published, raw: "no draft")
    }
    if let name = document.fields.first(where: { $0.key == "blogger:filename" }), document.urls.isEmpty {
      document.urls.append(Field(.permalink, name.text, key: name.key, place: name.place))
    }
    return document
  }

  private static let types: [String: ItemType] = ["post": .text, "page": .text, "comment": .comment]
}
