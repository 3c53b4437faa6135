import WireTrees

/// What an export of Ghost keeps in tables beside its posts: who wrote them, their tags, the caption of their picture.
struct GhostTables {
  private var users: [String: Field] = [:]
  private var authors: [String: [Field]] = [:]
  private var tags: [String: [Field]] = [:]
  private var captions: [String: Field] = [:]

  /// Reads the tables of the export in which an item stands.
  init(beside item: inout JSONItem) {
    let data = GhostReader.data(of: item.root)
    users = Self.rows(data.member("users"), .author, "id", "name", key: "users.name", &item)
    let names = Self.rows(data.member("tags"), .keyword, "id", "name", key: "tags.name", &item)
    captions = Self.rows(
      data.member("posts_meta"), .other, "post_id", "feature_image_caption",
      key: "posts_meta.feature_image_caption", &item)
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
    if let caption = captions[post] { item.document.fields.append(caption) }
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
