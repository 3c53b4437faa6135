public import WireText

/// A text that came with a document besides its own text and is appended to it: a file attached to mail, a custom
/// field of a post, an excerpt that the text does not contain.
public struct Attachment: Sendable, Hashable {
  /// The name of the file or field; `part 3.txt` and the like if it has none.
  public var name: String
  /// The format it was read as, for instance `docx`, or the kind of field that held it: `subhead`, `summary`.
  public var format: String
  /// The headline that it gives itself, if any: the subject of a forwarded message, the title of a page.
  public var headline: String?
  /// The range of its words in the document's text; empty if it has none.
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
  /// The paragraphs of the document itself, without those of its attachments.
  public var ownParagraphs: ArraySlice<BodyText.Paragraph> {
    body.paragraphs[..<(attachments.first.map { paragraph(from: $0.range.lower) } ?? body.paragraphs.count)]
  }

  /// The paragraphs of an attachment.
  public func paragraphs(of attachment: Attachment) -> ArraySlice<BodyText.Paragraph> {
    let first = paragraph(from: attachment.range.lower)
    return body.paragraphs[first...].prefix { $0.range.upper <= attachment.range.upper }
  }

  /// The index of the first paragraph that starts at or after a byte offset.
  private func paragraph(from byte: Int) -> Int {
    body.paragraphs.partitioningIndex { $0.range.lower >= byte }
  }

  /// Adds an attached document: its text, and what it says about rights and about itself.
  ///
  /// Its times belong to the attached file, not to this document, except for an embargo, which applies to both.
  ///
  /// - Parameters:
  ///   - other: the attached document; its file ranges are byte offsets in this document's file.
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
    links += other.links
    rights += other.rights.map { statement in
      var statement = statement
      statement.scope = [name, statement.scope].compactMap(\.self).joined(separator: ": ")
      return statement
    }
    if let embargo = other.embargo { addEmbargo(embargo) }
    for problem in other.problems {
      problems.append(
        Problem(problem.code, "in an attachment: \(problem.message)", losesText: problem.losesText))
    }
  }
}
