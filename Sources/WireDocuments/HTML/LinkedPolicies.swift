import WireText
import WireTrees

/// The policies of ODRL in a file of JSON-LD, by the articles that they apply to.
struct LinkedPolicies {
  private let source: JSONSource
  private let graph: LinkedDataGraph
  /// The outermost objects with the contexts that they declare, as JSON, in document order.
  private var contexts: [(range: Range<Int>, text: [UInt8])] = []
  /// The policies that name an article of the file as their target.
  private var targeted: [String: [JSONValue]] = [:]
  /// The policies of all articles.
  private var shared = Told(mostCopied: 16 << 10)
  /// Whether the file holds words of ODRL at all.
  private let isUsed: Bool

  /// Policies as an article is told them, of which those that stand elsewhere in the file and all contexts are copies.
  struct Told {
    /// The policies.
    fileprivate(set) var fields: [RightsField] = []
    /// The problem of policies that were left out.
    private(set) var problem: Problem?
    /// The most bytes of copies; many articles may be told the same ones.
    private let mostCopied: Int
    private var copied = 0

    fileprivate init(mostCopied: Int) { self.mostCopied = mostCopied }

    /// Whether so many further bytes may be copied; once they may not, no more may.
    fileprivate mutating func mayCopy(_ count: Int) -> Bool {
      copied += count
      guard copied > mostCopied else { return true }
      problem = Problem(
        "limit-policies", "the file has too many or too long policies; not all are read", losesText: true)
      return false
    }
  }

  /// What the file states that no article is told.
  var problem: Problem? { shared.problem }

  /// The policies in a file.
  ///
  /// - Parameters:
  ///   - value: all that the file holds.
  ///   - graph: its nodes.
  ///   - articles: the nodes of each article.
  init(_ value: JSONValue, in source: JSONSource, graph: LinkedDataGraph, articles: [[LinkedData.Item]]) {
    self.source = source
    self.graph = graph
    isUsed = Self.areNamed(in: source.bytes)
    guard isUsed else { return }
    for root in value.elements {
      guard let context = root.members.first(where: { $0.key == "@context" }) else { continue }
      contexts.append((root.range, Array(source.bytes[context.range])))
    }
    let names = Set(articles.flatMap { $0.flatMap(addresses) })
    let referred = Set(articles.flatMap { $0.flatMap(references) })
    let starts = Set(articles.flatMap { $0.map(\.value.range.lowerBound) })
    for policy in Self.policies(in: value) where !starts.contains(policy.range.lowerBound) {
      if let id = id(policy), referred.contains(id) { continue }
      let targets = policy.members.filter { Self.name($0.key) == "target" }
        .flatMap { $0.value.elements }.compactMap { id($0) ?? $0.text(in: source.bytes) }
        .filter(names.contains)
      for target in targets { targeted[target, default: []].append(policy) }
      if targets.isEmpty { tell(policy, in: &shared) }
    }
  }

  /// The policies of an article: those among its own members, those that name it and those that name no article.
  func of(_ nodes: [LinkedData.Item]) -> Told {
    var told = Told(mostCopied: 64 << 10)
    guard isUsed else { return told }
    for node in nodes {
      let own = node.value.members.filter { Self.ownNames.contains(Self.name($0.key)) }
      for member in own {
        let inner = member.value.elements.filter { graph.node($0, bytes: source.bytes) == nil }
        guard !inner.isEmpty else { continue }
        guard told.mayCopy(context(at: member.range.lowerBound)?.count ?? 0) else { break }
        told.fields.append(field(text(of: member, only: inner), at: member.range))
      }
      for reference in own.flatMap({ $0.value.elements }) {
        guard let policy = graph.node(reference, bytes: source.bytes)?.value else { continue }
        guard tell(policy, in: &told) else { break }
      }
    }
    for target in Set(nodes.flatMap(addresses)).sorted() {
      for policy in targeted[target] ?? [] {
        guard tell(policy, in: &told) else { break }
      }
    }
    told.fields += shared.fields
    return told
  }

  /// A member as JSON with some of the elements of its value: the policies in it, without those that it refers to.
  private func text(of member: JSONValue.Member, only elements: [JSONValue]) -> [UInt8] {
    if elements.count == member.value.elements.count { return Array(source.bytes[member.range]) }
    // The range of a string is inside its quotes.
    let texts = elements.map { element in
      let quote = element.isString ? 1 : 0
      return source.bytes[element.range.lowerBound - quote..<element.range.upperBound + quote]
    }
    let key = source.bytes[member.range.lowerBound..<member.value.range.lowerBound]
    return key + [0x5B] + texts.joined(separator: [0x2C]) + [0x5D]
  }

  /// Whether JSON holds words of ODRL at all.
  static func areNamed(in json: [UInt8]) -> Bool {
    let marks: [StaticString] = ["w3.org/ns/odrl", "\"odrl:"]
    return marks.contains { HTMLScanner.find($0, in: json, from: 0) != nil }
  }

  /// The objects in graphs that state rules.
  private static func policies(in value: JSONValue) -> [JSONValue] {
    value.objects(through: ["@graph", "@set"], most: .max) { object in
      object.members.contains { rules.contains(name($0.key)) }
    }.objects
  }

  private static let rules: Set<String> = ["permission", "prohibition", "obligation"]
  private static let ownNames = rules.union(["hasPolicy", "policy"])

  /// A key without the vocabulary of ODRL.
  private static func name(_ key: String) -> String {
    for vocabulary in ["odrl:", "http://www.w3.org/ns/odrl/2/"] where key.hasPrefix(vocabulary) {
      return String(key.dropFirst(vocabulary.count))
    }
    return key
  }

  private func id(_ object: JSONValue) -> String? {
    (object.term("@id") ?? object.term("uid") ?? object.term("odrl:uid"))?.text(in: source.bytes)
  }

  /// The identifier and addresses of a node.
  private func addresses(_ node: LinkedData.Item) -> [String] {
    ["@id", "url", "mainentityofpage"].flatMap { node.value.term($0)?.elements ?? [] }
      .compactMap { id($0) ?? $0.text(in: source.bytes) }
  }

  /// The policies that a node refers to.
  private func references(_ node: LinkedData.Item) -> [String] {
    node.value.members.filter { Self.ownNames.contains(Self.name($0.key)) }
      .flatMap { $0.value.elements }.compactMap(id)
  }

  /// Tells a policy that stands elsewhere; false if no more can be told.
  @discardableResult private func tell(_ policy: JSONValue, in told: inout Told) -> Bool {
    let context = context(at: policy.range.lowerBound)
    guard told.mayCopy(policy.range.count + (context?.count ?? 0)) else { return false }
    let graph = Array("\"@graph\":[".utf8) + source.bytes[policy.range] + [0x5D]
    told.fields.append(field(graph, at: policy.range))
    return true
  }

  /// A policy as a document of its own, with the context that it stands in.
  private func field(_ member: [UInt8], at range: Range<Int>) -> RightsField {
    let parts = [context(at: range.lowerBound), member].compactMap(\.self)
    let text = [0x7B] + parts.joined(separator: [0x2C]) + [0x7D]
    return RightsField(
      .expression, String(decoding: text, as: UTF8.self), key: "JSON-LD: policy", range: source.place(range))
  }

  /// The context of the outermost object around a byte.
  private func context(at byte: Int) -> [UInt8]? {
    var (low, high) = (0, contexts.count)
    while low < high {
      let middle = (low + high) / 2
      if contexts[middle].range.lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0, contexts[low - 1].range.contains(byte) else { return nil }
    return contexts[low - 1].text
  }
}
