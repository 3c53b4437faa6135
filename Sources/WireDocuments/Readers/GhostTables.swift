import WireTrees

/// The tables of a Ghost export besides the posts: authors, tags, and texts for mail and other sites.
struct GhostTables {
  private var users: [String: Field] = [:]
  private var authors: [String: [Field]] = [:]
  private var tags: [String: [Field]] = [:]
  private var said: [String: [Field]] = [:]

  /// Texts for mailing, finding and sharing a post; in API responses they are members of the post.
  static let words: [(key: String, name: Field.Name)] = [
    ("feature_image_caption", .other), ("feature_image_alt", .other), ("meta_title", .title),
    ("og_title", .title), ("twitter_title", .title), ("email_subject", .title),
    ("meta_description", .summary), ("og_description", .summary), ("twitter_description", .summary),
    ("frontmatter", .other),
  ]

  /// Reads the tables of the export that contains an item.
  init(beside item: inout JSONItem) {
    let data = GhostReader.data(of: item.root)
    users = Self.rows(data.member("users"), .author, "id", "name", key: "users.name", &item)
    let names = Self.rows(data.member("tags"), .keyword, "id", "name", key: "tags.name", &item)
    for (key, name) in Self.words {
      let column = Self.rows(
        data.member("posts_meta"), name, "post_id", key, key: "posts_meta.\(key)", &item)
      said.merge(column.mapValues { [$0] }, uniquingKeysWith: +)
    }
    authors = Self.related(data.member("posts_authors"), "author_id", users, &item)
    tags = Self.related(data.member("posts_tags"), "tag_id", names, &item)
  }

  /// Adds to a post's document the data in the tables that the post does not contain itself.
  func complete(_ item: inout JSONItem) {
    guard let post = item.plain(item.value("id")) else { return }
    if item.document.field(.author) == nil {
      let first = item.plain(item.value("author_id")).flatMap { users[$0] }
      item.document.fields += authors[post] ?? first.map { [$0] } ?? []
    }
    if item.document.field(.keyword) == nil { item.document.fields += tags[post] ?? [] }
    item.document.fields += said[post] ?? []
  }

  /// A column of a table's rows, keyed by the value of another column.
  private static func rows(
    _ table: JSONValue?, _ name: Field.Name, _ column: String, _ text: String, key: String,
    _ item: inout JSONItem
  ) -> [String: Field] {
    var all: [String: Field] = [:]
    for row in table?.elements ?? [] {
      guard let id = item.plain(row.member(column)), let found = item.texts(row.member(text)).first else {
        continue
      }
      all[id] = Field(name, found.text, key: key, place: found.place)
    }
    return all
  }

  /// For each post, its entries in a relation table, in order.
  private static func related(
    _ table: JSONValue?, _ column: String, _ rows: [String: Field], _ item: inout JSONItem
  ) -> [String: [Field]] {
    var all: [String: [Field]] = [:]
    for row in table?.elements ?? [] {
      guard let post = item.plain(row.member("post_id")),
        let field = item.plain(row.member(column)).flatMap({ rows[$0] })
      else { continue }
      all[post, default: []].append(field)
    }
    return all
  }
}
