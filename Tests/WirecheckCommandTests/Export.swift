import Foundation

/// WordPress exports of an invented site.
enum Export {
  /// One post.
  struct Post {
    var id: Int
    var status = "publish"
    var body: String
    var title = "Across the strait"

    /// Published, draft and private posts, in this order; all but the last hold agency copy.
    static let samples = [
      Post(id: 11, body: Story.three), Post(id: 12, status: "draft", body: Story.three),
      Post(id: 13, status: "private", body: Story.three),
      Post(id: 14, body: "The café at the mole has a new awning, and the gulls have a new grievance."),
    ]
  }

  /// An export of posts.
  static func text(_ posts: [Post]) -> String { head + posts.map(item).joined() + foot }

  static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:wp="http://wordpress.org/export/1.2/">
    <channel>
      <title>The Harbour Times</title>
      <link>https://harbour-times.example</link>
      <language>en</language>
      <wp:wxr_version>1.2</wp:wxr_version>

    """
  static let foot = "</channel>\n</rss>\n"

  /// A post as an item of an export.
  static func item(_ post: Post) -> String {
    """
    <item>
      <title><![CDATA[\(post.title)]]></title>
      <link>https://harbour-times.example/?p=\(post.id)</link>
      <dc:creator><![CDATA[desk]]></dc:creator>
      <guid isPermaLink="false">https://harbour-times.example/?p=\(post.id)</guid>
      <content:encoded><![CDATA[<p>\(post.body)</p>]]></content:encoded>
      <wp:post_id>\(post.id)</wp:post_id>
      <wp:post_date_gmt><![CDATA[2026-11-20 09:00:00]]></wp:post_date_gmt>
      <wp:status><![CDATA[\(post.status)]]></wp:status>
      <wp:post_type><![CDATA[post]]></wp:post_type>
    </item>

    """
  }
}
