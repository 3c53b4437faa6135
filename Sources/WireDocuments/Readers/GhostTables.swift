import WireTrees

/// What an export of Ghost keeps in tables beside its posts: who wrote them, their tags, what is said of them in mail
/// and elsewhere.
struct GhostTables {
  private var users: [String: Field] = [:]
  private var authors: [String: [Field]] = [:]
  private var tags: [String: [Field]] = [:]
  private var said: [String: [Field]] = [:]

  /// The words that go with a post where it is mailed, found and shared, in answers of the interface a post's own.
  static let words: [(key: String, name: Field.Name)] = [
    ("feature_image_caption", .other), ("feature_image_alt", .other), ("meta_title", .title),
    ("og_title", .title), ("twitter_title", .title), ("email_subject", .title),
    ("meta_description", .summary), ("og_description", .summary), ("twitter_description", .summary),
    ("frontmatter", .other),
  ]

  /// Reads the tables of the export in which an item stands.
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

  /// Adds to a post's document what the tables say of it and the post does not.
  func complete(_ item: inout JSONItem) {
    guard let post = item.plain(item.value("id")) else { return }
    if item.document.field(.author) == nil {
      let first = item.plain(item.value("author_id")).flatMap { users[$0] }
      item.document.fields += authors[post] ?? first.map { [$0] } ?? []
    }
    if item.document.field(.keyword) == nil { item.document.fields += tags[post] ?? [] }
    item.document.fields += said[post] ?? []
  }

  /// A column of the rows of a table, by the value of another.
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

  /// What a table of relations gives each post, in its order.
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
