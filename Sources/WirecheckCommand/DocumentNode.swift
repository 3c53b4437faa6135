import WireDocuments
import WireText
import WireTrees

/// Documents and faults as JSON lines.
enum DocumentNode {
  /// A document that was read.
  static func document(_ document: Document) -> JSONOutput {
    .object([
      ("path", .string(document.origin.path)), ("item", .integer(document.origin.item)),
      ("format", .string(document.origin.format)), ("dialect", JSONOutput(document.origin.dialect)),
      ("type", .string(document.type.rawValue)), ("id", JSONOutput(document.id)),
      ("version", JSONOutput(document.version)), ("headline", JSONOutput(document.headline)),
      ("body", strings(document.ownParagraphs, of: document)),
      ("attachments", .array(document.attachments.map { attachment($0, of: document) })),
      ("rights", .array(document.textRights.map(rights))),
      ("media_rights", .array(document.rights.filter { $0.medium != nil }.map(rights))),
      ("status", JSONOutput(document.status?.raw)), ("state", JSONOutput(document.status?.value.rawValue)),
      ("embargo", JSONOutput(document.embargo?.raw)),
      ("embargo_until", JSONOutput(document.embargo?.instant?.iso8601)),
      ("fields", .array(document.fields.map(field))), ("language", JSONOutput(document.language)),
      ("times", .array(document.times.map(time))), ("urls", .array(document.urls.map(field))),
      ("links", .array(document.links.map(link))),
      ("targets", document.body.targets.map { .array($0.map { .string($0) }) } ?? .null),
      ("paragraphs", .array(document.body.paragraphs.map { paragraph($0, in: document.body) })),
      ("problems", .array(document.problems.map(problem))),
    ])
  }

  /// A fault that prevented or ended the reading.
  static func fault(_ fault: ReadingFault) -> JSONOutput {
    .object([
      ("path", .string(fault.path)),
      (
        "error",
        .object([
          ("code", .string(fault.code)), ("message", .string(fault.message)),
          ("line", JSONOutput(fault.line)),
          ("column", JSONOutput(fault.column)), ("next", .string(fault.next)),
        ])
      ),
    ])
  }

  /// An attachment; its paragraphs follow those of `body` in `paragraphs`.
  private static func attachment(_ attachment: Attachment, of document: Document) -> JSONOutput {
    .object([
      ("name", .string(attachment.name)), ("format", .string(attachment.format)),
      ("headline", JSONOutput(attachment.headline)), ("text", range(attachment.range)),
      ("body", strings(document.paragraphs(of: attachment), of: document)),
    ])
  }

  private static func strings(
    _ paragraphs: ArraySlice<BodyText.Paragraph>, of document: Document
  ) -> JSONOutput {
    .array(paragraphs.map { .string(document.body.string($0.range)) })
  }

  private static func rights(_ field: RightsField) -> JSONOutput {
    .object([
      ("kind", .string(field.kind.rawValue)), ("text", .string(field.text)),
      ("where", .string(field.place.rawValue)), ("key", .string(field.key)),
      ("language", JSONOutput(field.language)), ("scope", JSONOutput(field.scope)),
      ("medium", JSONOutput(field.medium?.rawValue)), ("file", range(field.range)),
    ])
  }

  private static func field(_ field: Field) -> JSONOutput {
    .object([
      ("name", .string(field.name.rawValue)), ("text", .string(field.text)), ("key", .string(field.key)),
      ("file", range(field.place)),
    ])
  }

  private static func time(_ time: TimeField) -> JSONOutput {
    .object([
      ("role", .string(time.role.rawValue)), ("text", .string(time.raw)),
      ("instant", JSONOutput(time.instant?.iso8601)),
    ])
  }

  private static func link(_ link: ItemLink) -> JSONOutput {
    .object([("relation", .string(link.relation.rawValue)), ("id", .string(link.id))])
  }

  private static func paragraph(_ paragraph: BodyText.Paragraph, in body: BodyText) -> JSONOutput {
    .object([
      ("role", .string(paragraph.role.rawValue)), ("text", range(paragraph.range)),
      ("file", range(body.map.fileRange(of: paragraph.range))),
    ])
  }

  private static func problem(_ problem: Problem) -> JSONOutput {
    .object([
      ("code", .string(problem.code)), ("message", .string(problem.message)),
      ("line", JSONOutput(problem.line)),
      ("loses_text", .bool(problem.losesText)),
    ])
  }

  /// A half-open range of bytes as `[lower, upper]`; null if unknown.
  private static func range<Space>(_ range: ByteRange<Space>?) -> JSONOutput {
    range.map { .array([.integer($0.lower), .integer($0.upper)]) } ?? .null
  }
}
