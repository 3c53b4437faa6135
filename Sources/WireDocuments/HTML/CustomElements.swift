extension Markup {
  /// The numbers of the names of custom elements that stand by themselves, never beside words of the same line: pages
  /// display them as blocks, which their names alone do not tell.
  func standaloneElements() -> Set<Int32> {
    // HTML requires the hyphen: https://html.spec.whatwg.org/#valid-custom-element-name
    let custom = names.map { $0.prefix.isEmpty && $0.local.utf8.contains(UInt8(ascii: "-")) }
    guard custom.contains(true) else { return [] }
    let (found, inline) = places(of: custom)
    return found.subtracting(inline)
  }

  /// The numbers of those names that occur, and of those that occur beside words of the same line.
  ///
  /// - Parameter custom: for each name number, whether it is one to look for.
  func places(of custom: [Bool]) -> (found: Set<Int32>, inline: Set<Int32>) {
    // A title is never part of a line; feeds have one before their content.
    let isBlock = names.map {
      HTMLTag.of($0.local).contains(.block) || !HTMLTag.isKnown($0.local) || $0.local == "title"
    }
    var found: Set<Int32> = []
    var inline: Set<Int32> = []
    // The last child so far of each element, and that of the page; −1 for none.
    var last = [Int](repeating: -1, count: nodes.count + 1)
    for node in nodes.indices {
      let name = nodes[node].name
      if name < 0, text[bytes(node)].allSatisfy({ $0 <= 0x20 }) { continue }
      let parent = Int(nodes[node].parent) + 1
      let before = last[parent]
      last[parent] = node
      let isWords = name < 0 || !isBlock[Int(name)]
      if name >= 0, custom[Int(name)] {
        found.insert(name)
        if before >= 0, case let other = nodes[before].name, other < 0 || !isBlock[Int(other)] {
          inline.insert(name)
        }
      } else if isWords, before >= 0, case let other = nodes[before].name, other >= 0, custom[Int(other)] {
        inline.insert(other)
      }
    }
    return (found, inline)
  }
}
