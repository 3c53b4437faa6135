import WireText
import WireTrees

/// The articles of a file of JSON-LD, each with what the file states about it.
///
/// The file is one graph: an article may be described by several nodes with the same `@id`, and refer to its publisher,
/// pictures and policies by theirs.
struct LinkedDataFile {
  /// The articles, in document order.
  private(set) var articles: [LinkedData] = []
  private let policies: LinkedPolicies

  /// The properties whose values may be articles: of graphs, lists, issues, blogs and feeds.
  private static let containers: Set<String> = [
    "@graph", "@set", "@list", "mainentity", "itemlistelement", "item", "datafeedelement", "haspart",
    "blogpost", "blogposts",
  ]

  /// The articles in a value.
  ///
  /// - Parameters:
  ///   - value: all that the file holds; what ends where the bytes of `source` do is incomplete and left out if `isCut`.
  ///   - source: the file.
  ///   - isCut: whether the file breaks off.
  ///   - limits: the bounds that `value` was read within.
  init(_ value: JSONValue, in source: JSONSource, isCut: Bool, limits: Limits) {
    var graph = LinkedDataGraph()
    _ = graph.add(value, source: 0, bytes: source.bytes, most: limits.nodes)
    let found = LinkedData.articles(
      in: value, source: 0, bytes: source.bytes, through: Self.containers, most: limits.nodes
    ).articles.filter { !isCut || $0.value.range.upperBound < source.bytes.count }
    let groups = Self.groups(found, bytes: source.bytes)
    let media = Self.media(graph.media, of: groups, bytes: source.bytes)
    policies = LinkedPolicies(value, in: source, graph: graph, articles: groups)
    for (nodes, media) in zip(groups, media) {
      var own = graph
      own.media = media
      articles.append(LinkedData(article: nodes, in: source, graph: own))
    }
  }

  /// What the file states that no article is told.
  var problem: Problem? { policies.problem }

  /// The policies of ODRL that apply to an article.
  func policies(of article: LinkedData) -> LinkedPolicies.Told { policies.of(article.articles) }

  /// The nodes of each article; those that only refer to an article are none.
  private static func groups(_ nodes: [LinkedData.Item], bytes: [UInt8]) -> [[LinkedData.Item]] {
    var groups: [[LinkedData.Item]] = []
    var numbers: [String: Int] = [:]
    for node in nodes where node.value.members.contains(where: { !$0.key.hasPrefix("@") }) {
      let id = node.value.term("@id")?.text(in: bytes)
      if let number = id.flatMap({ numbers[$0] }) {
        groups[number].append(node)
      } else {
        if let id { numbers[id] = groups.count }
        groups.append([node])
      }
    }
    return groups
  }

  /// The pictures, films and recordings of each article: those in it, not in an article inside it, and those referred to.
  ///
  /// What no article holds or refers to is the first one's, so that its rights are not lost.
  private static func media(
    _ media: [LinkedDataGraph.Medium], of articles: [[LinkedData.Item]], bytes: [UInt8]
  ) -> [[LinkedDataGraph.Medium]] {
    var all = articles.map { _ in [LinkedDataGraph.Medium]() }
    guard !articles.isEmpty else { return all }
    var free: [LinkedDataGraph.Medium] = []
    var rest = nested(articles)[...]
    var open: [(range: Range<Int>, number: Int)] = []
    for medium in media.sorted(by: { $0.item.value.range.lowerBound < $1.item.value.range.lowerBound }) {
      let start = medium.item.value.range.lowerBound
      while let next = rest.first, next.range.lowerBound <= start {
        rest.removeFirst()
        while let last = open.last, last.range.upperBound <= next.range.lowerBound { open.removeLast() }
        open.append(next)
      }
      while let last = open.last, last.range.upperBound <= start { open.removeLast() }
      if let owner = open.last { all[owner.number].append(medium) } else { free.append(medium) }
    }
    let named = Dictionary(grouping: free) { $0.item.value.term("@id")?.text(in: bytes) ?? "" }
    var referred: Set<String> = []
    for (number, nodes) in articles.enumerated() where !named.isEmpty {
      let ids = nodes.flatMap { node in
        pictures.flatMap { node.value.term($0)?.elements ?? [] }.compactMap {
          $0.term("@id")?.text(in: bytes)
        }
      }
      for id in Set(ids) {
        guard let media = named[id] else { continue }
        all[number] += media
        referred.insert(id)
      }
    }
    all[0] += free.filter { !referred.contains($0.item.value.term("@id")?.text(in: bytes) ?? "") }
    return all
  }

  /// The properties under which an article refers to pictures, films and recordings.
  private static let pictures = [
    "image", "video", "audio", "associatedmedia", "thumbnail", "primaryimageofpage",
  ]

  /// The ranges of all nodes, each before those inside it.
  private static func nested(_ articles: [[LinkedData.Item]]) -> [(range: Range<Int>, number: Int)] {
    articles.enumerated().flatMap { number, nodes in nodes.map { ($0.value.range, number) } }
      .sorted { ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound) }
      .map { (range: $0.0, number: $0.1) }
  }
}
