internal import CLibXML2

/// Where and why XML parsing stopped.
struct XMLFault: Error, Hashable {
  /// A stable code: `not-well-formed`, `truncated`, `trailing-content` or one of the limits.
  var code: String
  /// What is wrong, without text of the document.
  var message: String
  /// The offset in the parser's input at which it was detected.
  var offset: Int
  /// Whether the input ended inside a construct.
  var isEarlyEnd = false

  /// A fault of the given parts.
  init(_ code: String, _ message: String, at offset: Int) {
    self.code = code
    self.message = message
    self.offset = offset
  }

  /// Whether a second attempt with repaired markup may help.
  var isSyntax: Bool { code == "not-well-formed" || code == "truncated" }

  /// The fault for a libxml2 error number; libxml2's own message may quote the document.
  init(native: UInt32, at offset: Int) {
    self.init(
      "not-well-formed", Self.messages[native] ?? "not well-formed (libxml2 error \(native))", at: offset)
    isEarlyEnd = Self.earlyEnds.contains(native)
  }

  private static let earlyEnds: Set<UInt32> = [
    XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_COMMENT_NOT_FINISHED.rawValue,
    XML_ERR_CDATA_NOT_FINISHED.rawValue, XML_ERR_PI_NOT_FINISHED.rawValue,
  ]

  private static let messages: [UInt32: String] = [
    XML_ERR_DOCUMENT_EMPTY.rawValue: "there is no root element",
    XML_ERR_INVALID_CHARREF.rawValue: "a character reference is broken",
    XML_ERR_INVALID_CHAR.rawValue: "a character that XML forbids",
    XML_ERR_NAME_REQUIRED.rawValue: "a name is missing (a stray `&` or `<`?)",
    XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue: "an entity reference without its semicolon (a stray `&`?)",
    XML_ERR_LT_IN_ATTRIBUTE.rawValue: "`<` in an attribute",
    XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: "an attribute's value is not quoted",
    XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue: "an attribute's quote is not closed",
    XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue: "an attribute without a value",
    XML_ERR_ATTRIBUTE_REDEFINED.rawValue: "an attribute stands twice in one tag",
    XML_ERR_TAG_NAME_MISMATCH.rawValue: "an end tag does not match its start tag",
    XML_ERR_GT_REQUIRED.rawValue: "a tag is not closed",
    XML_ERR_LTSLASH_REQUIRED.rawValue: "an end tag is missing",
    XML_ERR_TAG_NOT_FINISHED.rawValue: "an element is not closed",
    XML_ERR_COMMENT_NOT_FINISHED.rawValue: "a comment is not closed",
    XML_ERR_HYPHEN_IN_COMMENT.rawValue: "`--` in a comment",
    XML_ERR_CDATA_NOT_FINISHED.rawValue: "a CDATA section is not closed",
    XML_ERR_MISPLACED_CDATA_END.rawValue: "`]]>` outside of a CDATA section",
    XML_ERR_PI_NOT_FINISHED.rawValue: "a processing instruction is not closed",
    XML_ERR_RESERVED_XML_NAME.rawValue: "an XML declaration that is not at the start",
    XML_ERR_DOCTYPE_NOT_FINISHED.rawValue: "the document type declaration is broken",
    XML_ERR_INTERNAL_ERROR.rawValue: "the document type declaration or markup is broken",
    XML_ERR_ENTITY_NOT_FINISHED.rawValue: "an entity declaration is broken",
    XML_ERR_UNDECLARED_ENTITY.rawValue: "the document type uses a parameter entity, which is never loaded",
    XML_ERR_SPACE_REQUIRED.rawValue: "white space is missing in a tag or declaration",
    XML_ERR_EQUAL_REQUIRED.rawValue: "`=` is missing in a tag or declaration",
    XML_ERR_XMLDECL_NOT_FINISHED.rawValue: "the XML declaration is broken",
    XML_ERR_VERSION_MISSING.rawValue: "the XML declaration has no version",
  ]
}
