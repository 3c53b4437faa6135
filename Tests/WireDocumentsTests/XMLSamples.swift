import WireText

@testable import WireDocuments

/// Inputs in memory and what is read of them.
enum XMLSamples {
  /// What one input gave: its documents and the fault that ended it, if any.
  struct Reading {
    var bytes: [UInt8]
    var documents: [Document] = []
    var fault: ReadingFault?

    /// The file's words at a range.
    func cut(_ range: FileRange?) -> String? {
      range.map { String(decoding: bytes[$0.indices], as: UTF8.self) }
    }

    /// Where a word of a body stood, as the file has it.
    func source(_ word: String, in document: Document) -> String? {
      guard let found = document.body.utf8.firstRange(of: Array(word.utf8)) else { return nil }
      return cut(document.body.map.fileRange(of: TextRange(found.lowerBound, found.upperBound)))
    }

    var codes: [String] { documents.flatMap(\.problems).map(\.code) }
    var losesText: Bool { documents.contains { $0.problems.contains(where: \.losesText) } }
  }

  /// Reads text as the format that it looks like.
  static func read(_ text: String, path: String = "input.xml", limits: Limits = Limits()) -> Reading {
    read(Array(text.utf8), path: path, limits: limits)
  }

  /// Reads bytes as the format that they look like.
  static func read(_ bytes: [UInt8], path: String = "input.xml", limits: Limits = Limits()) -> Reading {
    var reading = Reading(bytes: bytes)
    do throws(ReadingFault) {
      var source = try openSource(bytes, as: path, limits: limits)
      while let document = try source.next() { reading.documents.append(document) }
    } catch {
      reading.fault = error
    }
    return reading
  }

  /// A NITF document with a body and, before the root, a document type.
  static func nitf(_ body: String, doctype: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>\(doctype)<nitf><head><docdata><doc-id id-string="m-1"/></docdata></head>\
    <body><body.head><hedline><hl1>Ferry returns</hl1></hedline></body.head>\
    <body.content>\(body)</body.content></body></nitf>
    """
  }

  /// A WordPress export with some items.
  static func export(_ items: String, head: String = "", end: String = "</channel></rss>") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>\(head)
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Harbour Post</title><language>en-GB</language>
    <wp:wxr_version>1.2</wp:wxr_version>
    \(items)
    \(end)
    """
  }

  /// A post with a body in a CDATA section.
  static func post(_ number: Int, _ body: String, more: String = "", status: String = "publish") -> String {
    """
    <item><title>Story \(number)</title><link>https://harbour.example/\(number)</link>
    <guid isPermaLink="false">https://harbour.example/?p=\(number)</guid>
    <content:encoded><![CDATA[\(body)]]></content:encoded><wp:post_id>\(number)</wp:post_id>
    <wp:status>\(status)</wp:status><wp:post_type>post</wp:post_type>\(more)</item>

    """
  }
}
