public import WireText

/// A text that came with a document beside its own, and stands in the document's text behind it: a file attached to
/// mail, a custom field of a post, an excerpt that the text does not hold.
public struct Attachment: Sendable, Hashable {
  /// The name of the file or field; `part 3.txt` and the like where it has none.
  public var name: String
  /// The format it was read as, for instance `docx`, or the kind of field that held it: `subhead`, `summary`.
  public var format: String
  /// The headline that it gives itself, if any: the subject of a forwarded message, the title of a page.
  public var headline: String?
  /// The bytes of the document's text that hold its words; empty where it has none.
  public var range: TextRange

  /// A text of the given parts.
  public init(name: String, format: String, headline: String?, range: TextRange) {
    self.name = name
    self.format = format
    self.headline = headline
    self.range = range
  }
}

extension Document {
  /// The paragraphs of the document itself: all but those of what is attached to it.
  public var ownParagraphs: ArraySlice<BodyText.Paragraph> {
    body.paragraphs[..<(attachments.first.map { paragraph(from: $0.range.lower) } ?? body.paragraphs.count)]
  }

  /// The paragraphs of what is attached.
  public func paragraphs(of attachment: Attachment) -> ArraySlice<BodyText.Paragraph> {
    let first = paragraph(from: attachment.range.lower)
    return body.paragraphs[first...].prefix { $0.range.upper <= attachment.range.upper }
  }

  /// The number of the first paragraph that starts at a byte or behind it.
  private func paragraph(from byte: Int) -> Int {
    body.paragraphs.partitioningIndex { $0.range.lower >= byte }
  }

  /// Takes in a document that was attached: its words, and all that it says of rights and of itself.
  ///
  /// Its times are those of a file and not of this document, but for an embargo, which holds for both.
  ///
  /// - Parameters:
  ///   - other: the document that was attached; its places count the bytes of this one's file.
  ///   - name: its name.
  ///   - limits: the bounds to work within.
  mutating func attach(_ other: Document, name: String, limits: Limits) {
    let start = body.isEmpty ? 0 : body.utf8.count + 1
    body.append(contentsOf: other.body, limits: limits)
    let range = TextRange(min(start, body.utf8.count), body.utf8.count)
    attachments.append(
      Attachment(name: name, format: other.origin.format, headline: other.headline, range: range))
    attachments += other.attachments.map { inner in
      var inner = inner
      let lower = min(inner.range.lower + start, body.utf8.count)
      inner.range = TextRange(lower, min(inner.range.upper + start, body.utf8.count))
      inner.name = "\(name)/\(inner.name)"
      return inner
    }
    fields += other.fields.map { Field($0.name, $0.text, key: "\(name): \($0.key)", place: $0.place) }
    urls += other.urls.map { Field($0.name, $0.text, key: "\(name): \($0.key)", place: $0.place) }
    links += other.links.filter { !links.contains($0) }
    rights += other.rights.map { statement in
      var statement = statement
      statement.scope = [name, statement.scope].compactMap(\.self).joined(separator: ": ")
      return statement
    }
    embargo = embargo ?? other.embargo
    for problem in other.problems {
      problems.append(
        Problem(problem.code, "in an attachment: \(problem.message)", losesText: problem.losesText))
    }
  }
}
