import WireText
import WireTrees

/// JSON in which documents are strings, as queues, topics and webhooks send what they pass on: the `Message` of Amazon
/// SNS, the `body` of a record of SQS, the `payload` of a webhook.
///
/// Each such string is read as an input of its own; a message of a queue may hold one of a topic. What stands beside it,
/// such as an embargo or a statement of rights, counts for its documents, too.
struct EnvelopeReader: DocumentReader {
  static let format = Format(
    name: "envelope", title: "JSON messages of queues and webhooks with a document in a string: SNS, SQS")
  static let isPacked = true
  static let readsOn = true

  static func recognises(_ probe: Probe) -> Bool { MessageStrings.holdDocument(probe) }

  private var messages: EnvelopeMessages
  private var queue: MemberQueue
  private let path: String
  private let limits: Limits

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    messages = EnvelopeMessages(input, origin: origin, limits: limits)
    queue = MemberQueue(path: origin.path, limits: limits)
    path = origin.path
    self.limits = limits
  }

  var skipped: [SkippedPart] { messages.skipped + queue.skipped }

  mutating func next() throws(ReadingFault) -> Document? {
    try Nesting.check(limits, path: path)
    guard var document = try queue.next({ () throws(ReadingFault) in try messages.next() }) else {
      return messages.losses.popLast()
    }
    messages.state(&document)
    return document
  }
}

/// The documents in the messages of an input, one after the other, as its members.
private struct EnvelopeMessages {
  private let path: String
  private var values: JSONItemQueue
  private var waiting: ArraySlice<(member: MemberQueue.Member, facts: Int?)> = []
  /// What the objects of the current message say of the documents in them.
  private var facts: [MessageFacts] = []
  /// The innermost one of them around the last document.
  private var current: Int?
  private var count = 0
  /// The messages without documents so far.
  private(set) var skipped: [SkippedPart] = []
  /// The messages that cannot be read.
  var losses: [Document] = []

  init(_ input: ByteInput, origin: Origin, limits: Limits) {
    path = origin.path
    values = JSONItemQueue(input, origin: origin, limits: limits)
  }

  /// Adds to a document of the last member what stands around it.
  func state(_ document: inout Document) {
    var next = current
    var room = MessageFacts.most
    while let index = next {
      facts[index].add(to: &document, room: &room)
      next = facts[index].outer
    }
  }

  mutating func next() throws(ReadingFault) -> MemberQueue.Member? {
    while waiting.isEmpty {
      guard var item = try values.next() else { return nil }
      count += 1
      if case .object = item.object.content {
        read(&item)
      } else {
        losses.append(item.finished())
      }
    }
    let next = waiting.popFirst()
    current = next?.facts
    return next?.member
  }

  private mutating func read(_ item: inout JSONItem) {
    facts = []
    var found: [(key: String, range: Range<Int>, text: [UInt8])] = []
    var others: [String] = []
    for message in MessageStrings.all(in: item.object) {
      let text = item.source.decode(message.string).utf8
      if MessageStrings.isDocument(text) {
        found.append((message.key, message.string.range, text))
      } else if MessageStrings.mayBeDocument(text) {
        others.append(message.key)
      }
    }
    guard !found.isEmpty else { return skip("\(count)") }
    for key in others { skip("\(count).\(key)") }
    item.document = item.finished()
    let around = around(found.map(\.range), in: item)
    for (index, message) in found.enumerated() {
      // A message may have several under one key.
      let number = index == 0 ? "" : "\(index + 1)."
      let member = MemberQueue.Member(path: "\(path)/\(count).\(number)\(message.key)") {
        var rest = message.text
        return { () throws(ReadingFault) in
          defer { rest = [] }
          return rest
        }
      }
      waiting.append((member, around[message.range.lowerBound]))
    }
  }

  private mutating func skip(_ part: String) {
    skipped.append(SkippedPart(path: "\(path)/\(part)", reason: "a message without a document"))
  }

  /// Reads what stands in the objects around documents; the innermost of these facts for each document, by its offset.
  private mutating func around(_ documents: [Range<Int>], in item: JSONItem) -> [Int: Int] {
    var innermost: [Int: Int] = [:]
    let starts = documents.map(\.lowerBound)
    func holds(_ value: JSONValue) -> Bool {
      let next = starts.partitioningIndex { $0 >= value.range.lowerBound }
      return next < starts.count && value.range.contains(starts[next])
    }
    var waiting: [(value: JSONValue, outer: Int?)] = [(item.object, nil)]
    while let (value, outer) = waiting.popLast() {
      switch value.content {
      case .object(let members):
        let holding = members.filter { holds($0.value) }
        let beside = members.filter { !holds($0.value) }
        facts.append(MessageFacts(value, beside, of: item, outer: outer))
        let own = facts.count - 1
        if value.range == item.object.range { facts[own].take(item.document.problems) }
        waiting += holding.map { ($0.value, own) }
      case .array(let elements):
        for element in elements {
          if holds(element) {
            waiting.append((element, outer))
          } else if element.isString || !element.members.isEmpty {
            skip("\(count)")
          }
        }
      case .string: innermost[value.range.lowerBound] = outer
      case .number, .bool, .null: break
      }
    }
    return innermost
  }
}
