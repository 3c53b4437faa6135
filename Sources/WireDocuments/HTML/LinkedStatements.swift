import WireText
import WireTrees

/// What JSON-LD states about an article besides its text; `name` is the prefix of the resulting keys.
extension LinkedData {
  /// The author and the distributor of the article.
  func fields(_ name: String) -> [Field] {
    Self.fields.flatMap { key, field in
      all(key).map { Field(field, $0.text, key: "\(name): \(key)", place: $0.place) }
    }
  }

  /// The times of the article.
  var times: [TimeField] {
    Self.times.compactMap { key, role in text([key]).map { TimeField(role, reading: $0) } }
  }

  /// The works that the article is based on.
  func originals(_ name: String) -> [Field] {
    all("isbasedon").map { Field(.original, $0.text, key: "\(name): isBasedOn", place: $0.place) }
  }

  /// The rights in the article, and those in pictures and films of the page, which never apply to the article.
  func rights(_ name: String) -> [RightsField] {
    Self.rights.flatMap { key, kind in
      let withAddress = Self.works.contains(key)
      func field(_ text: String, _ place: FileRange?, of medium: ItemType? = nil) -> RightsField {
        RightsField(
          text.isAddress ? .link : kind, text, key: "\(name): \(key)", scope: medium?.rawValue,
          medium: medium, range: place)
      }
      let own = all(key, withAddress: withAddress)
      return (own.isEmpty ? ofPages(key, withAddress: withAddress) : own).map { field($0.text, $0.place) }
        + ofMedia(key, withAddress: withAddress).map { field($0.text, $0.place, of: $0.type) }
        + ofUpdates(key).map { found in
          var field = field(found.text, found.place)
          field.scope = "liveBlogUpdate"
          return field
        }
    }
  }

  /// The texts under a key of the pages that the articles are parts of: where a graph describes both, a licence is often
  /// the page's.
  private func ofPages(_ key: String, withAddress: Bool) -> [(text: String, place: FileRange?)] {
    articles.flatMap(pages).flatMap { texts($0.value.term(key), $0.source, withAddress: withAddress) }
  }

  /// The pages that an article is a part of.
  private func pages(of article: Item) -> [Item] {
    let values = ["ispartof", "mainentityofpage"].flatMap { article.value.term($0)?.elements ?? [] }
    return values.map { value in
      graph.node(value, bytes: sources[article.source].bytes) ?? Item(value: value, source: article.source)
    }.filter { page in
      let types = page.value.term("@type")?.elements ?? []
      return types.contains { $0.text(in: sources[page.source].bytes)?.hasSuffix("WebPage") ?? false }
    }
  }

  /// The texts of a live blog's updates under a key that it does not have itself, each once.
  private func ofUpdates(_ key: String) -> [(text: String, place: FileRange?)] {
    var known = Set(all(key).map(\.text))
    return articles.flatMap { item in
      (item.value.term("liveblogupdate")?.elements ?? []).flatMap { texts($0.term(key), item.source) }
    }.filter { known.insert($0.text).inserted }
  }

  /// The texts of the article's own properties that are in no other part of a document.
  func furtherText(besides document: Document) -> [Field] {
    var known = Set(document.fields.map(\.text) + document.rights.map(\.text) + document.times.map(\.raw))
    known.formUnion([document.headline].compactMap(\.self))
    return articles.flatMap { item in
      item.value.members.filter { !Self.bodies.contains($0.term.lowercased()) && !$0.key.hasPrefix("@") }
        .flatMap { member in
          member.value.elements.filter(\.isString).flatMap { texts($0, item.source) }
            .filter { $0.text.contains(" ") && known.insert($0.text).inserted }
            .map { Field(.other, $0.text, key: "JSON-LD: \(member.term.prefix(40))", place: $0.place) }
        }
    }
  }

  private static let bodies: Set<String> = ["articlebody", "text", "reviewbody", "liveblogupdate"]

  /// Properties whose value may be a work with a name and an address, and the address identifies it.
  private static let works: Set<String> = ["license", "usageinfo", "acquirelicensepage"]

  private static let fields: [(String, Field.Name)] = [
    ("author", .author), ("creator", .author), ("publisher", .provider), ("sourceorganization", .source),
    ("provider", .provider), ("credittext", .credit), ("dateline", .dateline),
    ("alternativeheadline", .title), ("isaccessibleforfree", .other), ("genre", .other),
    ("description", .other), ("correction", .other),
  ]
  private static let times: [(String, TimeField.Role)] = [
    ("datepublished", .published), ("datemodified", .updated), ("datecreated", .created),
    ("expires", .expiry),
  ]
  private static let rights: [(String, RightsField.Kind)] = [
    ("copyrightnotice", .notice), ("copyrightholder", .holder), ("license", .terms), ("usageinfo", .terms),
    ("acquirelicensepage", .link), ("conditionsofaccess", .terms), ("credittext", .credit),
  ]
}
