internal import CLibXML2
import WireText

/// Parses XML with libxml2's push parser into a `Markup`.
///
/// Nothing is ever loaded: no DTD, no external entity, no network, no libxml2 tree; `XMLEntities` says what is expanded. The limits on depth,
/// start tags and runs of text are our own; libxml2's are disabled, since they cut text.
enum XMLParser {
  /// The result of parsing.
  struct Outcome {
    /// The tree, up to the fault if there is one; its map leads to the input.
    var markup: Markup
    /// Elements that the fault left open, outermost first.
    var open: [Markup.Index]
    /// What was repaired or lost.
    var problems: [Problem]
    /// Where and why parsing stopped.
    var fault: XMLFault?
    /// The declared entities.
    var entities: XMLEntities
    /// The offset in the input after the last tag that was read.
    var end: Int
  }

  /// Markup around the parsed part: open elements that declare namespaces.
  struct Surroundings {
    /// Start tags.
    var prefix: [UInt8] = []
    /// Their end tags.
    var suffix: [UInt8] = []
    /// The entities that the document declares.
    var entities = XMLEntities()
  }

  /// Parses XML.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8; the encoding in its XML declaration is ignored.
  ///   - range: the part to parse; nil for all.
  ///   - base: added to offsets in `utf8` to get those in the tree's map.
  ///   - surroundings: markup around the part.
  ///   - limits: the bounds to work within.
  ///   - shared: state that is kept from one part to the next.
  static func parse(
    _ utf8: [UInt8], in range: Range<Int>? = nil, base: Int = 0, surroundings: Surroundings = Surroundings(),
    limits: Limits, shared: XMLContext = XMLContext()
  ) -> Outcome {
    _ = isReady
    let session = XMLSession(
      utf8, in: range ?? 0..<utf8.count, base: base, prefixLength: surroundings.prefix.count,
      entities: surroundings.entities, limits: limits, names: shared.names)
    run(session, surroundings, shared)
    let open = session.builder.open.map { Int($0) }
    return Outcome(
      markup: session.builder.finish(), open: open, problems: problems(of: session), fault: session.fault,
      entities: session.entities, end: session.textStart)
  }

  /// libxml2 initialises its tables once; this is thread-safe.
  private static let isReady: Void = xmlInitParser()
  private static let chunk = 64 << 10

  private static func run(_ session: XMLSession, _ surroundings: Surroundings, _ shared: XMLContext) {
    var handler = XMLCallbacks.handler
    let user = Unmanaged.passUnretained(session).toOpaque()
    guard let context = shared.take(for: user) ?? xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
      return session.stop("no-memory", "no memory to parse XML")
    }
    defer {
      session.attach(nil)
      if let document = context.pointee.myDoc {
        context.pointee.myDoc = nil
        xmlFreeDoc(document)
      }
      shared.put(context, names: session.names, isSound: session.fault == nil)
      withExtendedLifetime(session) {}
    }
    session.attach(context)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    surroundings.prefix.withUnsafeBufferPointer { push($0, context) }
    session.bytes.withUnsafeBufferPointer { feed($0, of: session, to: context) }
    surroundings.suffix.withUnsafeBufferPointer { push($0, context) }
    if session.fault == nil { xmlParseChunk(context, nil, 0, 1) }
    judgeEnd(session)
  }

  private static func push(_ bytes: UnsafeBufferPointer<UInt8>, _ context: xmlParserCtxtPtr) {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { pointer in
      _ = xmlParseChunk(context, pointer, Int32(truncatingIfNeeded: bytes.count), 0)
    }
  }

  private static func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, of session: XMLSession, to context: xmlParserCtxtPtr
  ) {
    var at = session.range.lowerBound
    while at < session.range.upperBound, session.fault == nil {
      var end = min(session.range.upperBound, at + chunk)
      // A chunk must not end inside a character.
      while end < session.range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      push(UnsafeBufferPointer(rebasing: bytes[at..<end]), context)
      at = end
      checkWaiting(at - session.cursor, session, context)
    }
  }

  /// Stops if libxml2 is waiting for the end of a construct that is too long.
  private static func checkWaiting(_ count: Int, _ session: XMLSession, _ context: xmlParserCtxtPtr) {
    let limits = session.limits
    if context.pointee.instate == XML_PARSER_START_TAG, count > limits.startTagBytes {
      session.stop("limit-start-tag", "a start tag is longer than \(limits.startTagBytes) bytes")
    } else if context.pointee.instate == XML_PARSER_DTD, count > documentType {
      session.stop("limit-doctype", "the document type is longer than \(documentType) bytes")
    } else if count > limits.textRunBytes {
      session.stop("limit-text-run", "a run of markup is longer than \(limits.textRunBytes) bytes")
    }
  }

  /// The most bytes of a document type with its declarations; libxml2 takes quadratic time for some.
  private static let documentType = 512 << 10

  /// Distinguishes an early end and content after the root from other faults.
  private static func judgeEnd(_ session: XMLSession) {
    guard let fault = session.fault, fault.code == "not-well-formed" else { return }
    if session.builder.open.isEmpty, !session.builder.markup.nodes.isEmpty {
      session.rename("trailing-content", "there is more after the end of the root element")
    } else if session.builder.markup.nodes.isEmpty {
      if fault.isEarlyEnd { session.rename(fault.code, "there is no root element") }
    } else if fault.isEarlyEnd {
      session.rename("truncated", "the XML ends early")
    }
  }

  private static func problems(of session: XMLSession) -> [Problem] {
    var all = session.builder.problem.map { [$0] } ?? []
    if session.dropped > 0 {
      all.append(
        Problem(
          "entity-dropped",
          "\(session.dropped) references to entities were left out; only short ones of plain text are expanded",
          losesText: true))
    }
    if session.undeclared > 0 {
      all.append(
        Problem(
          "entity-undeclared", "\(session.undeclared) names of HTML characters are not declared in the file"))
    }
    if session.namespaceErrors > 0 {
      all.append(
        Problem("namespace-undeclared", "\(session.namespaceErrors) uses of prefixes that are not declared"))
    }
    return all
  }
}
