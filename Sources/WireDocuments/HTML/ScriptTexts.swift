import WireText
import WireTrees

/// The texts in the data of a page's script: which of them are the story, and what else is there.
///
/// A text stands under a key that sites use for the body of a story. The story is the one with the most words, but one of
/// an object with the page's headline goes before all others. Readers' comments and what leads to other stories are
/// none, by their keys.
struct ScriptTexts {
  /// The values of the story, in order: several where the objects of a list each hold a paragraph.
  private(set) var story: [JSONValue] = []
  /// What stands beside the story in its record: the members of the object with its headline, else of that with its
  /// text.
  private(set) var record: [JSONValue.Member] = []
  private var isTitled = false
  /// The words of the other texts of stories, and of readers' comments.
  private var (further, comments) = (0, 0)

  /// A value to look through.
  private struct Step {
    var value: JSONValue
    /// Whether it is in an object with the page's headline.
    var isTitled: Bool
    /// The list whose element it is.
    var list: JSONValue?
    /// The innermost object around it that has the page's headline.
    var record: JSONValue?
  }

  /// A text with the values that belong to it.
  private struct Candidate {
    var value: JSONValue
    var words: Int
    var isTitled: Bool
    var key: String
    /// The list of which the object is an element, if the elements have no titles of their own.
    var list: JSONValue?
    var record: JSONValue?
  }

  /// The texts in data.
  init(in item: JSONItem, headline: String?) {
    let bytes = item.source.bytes
    let title = headline.map(Self.letters) ?? []
    let spaces = SpaceCounts(bytes)
    var best: Candidate?
    var others: [(range: Range<Int>, words: Int)] = []
    var waiting = [Step(value: item.root, isTitled: false)]
    while let next = waiting.popLast() {
      if case .array(let elements) = next.value.content {
        waiting += elements.reversed().map {
          Step(value: $0, isTitled: next.isTitled, list: next.value, record: next.record)
        }
      }
      let members = next.value.members
      if Self.isComment(members, bytes) {
        comments += spaces.count(in: next.value.range)
        continue
      }
      let names = members.map { StoryKeys.normal($0.key) }
      let titles = zip(members, names).compactMap { member, name in
        // Arc has its headlines in an object.
        (name == "headlines"
          ? member.value.member("basic") : StoryKeys.headlines.contains(name) ? member.value : nil)?
          .text(in: bytes)
      }
      let isOwn = titles.contains { Self.isSame($0, title) }
      let isTitled = next.isTitled || isOwn
      let isOfArc = names.contains("contentelements") && ANSReader.isStory(members)
      let record = isOwn || isOfArc ? next.value : next.record
      for (member, name) in zip(members, names).reversed() {
        let words = spaces.count(in: member.value.range)
        if Self.namesOther(name) {
          if Self.namesComments(name) { comments += words }
          continue
        }
        waiting.append(Step(value: member.value, isTitled: isTitled, record: record))
        guard StoryKeys.bodies.contains(name) || Self.furtherNames.contains(name),
          !ANSReader.isStory(member.value.members), !StoryKeys.areStory(member.value.members)
        else { continue }
        let candidate = Candidate(
          value: member.value, words: words, isTitled: isTitled, key: member.key.lowercased(),
          list: titles.isEmpty ? next.list : nil, record: record ?? (titles.isEmpty ? nil : next.value))
        if words >= ScriptStory.fewestWords { others.append((member.value.range, words)) }
        if Self.isBetter(candidate, than: best) { best = candidate }
      }
    }
    guard let best else { return }
    self.isTitled = best.isTitled
    record = best.record?.members ?? []
    let inList = best.list.map { $0.elements.compactMap { $0.member(best.key) } } ?? []
    story = inList.contains { $0.range == best.value.range } ? inList : [best.value]
    further = words(of: others)
  }

  /// Whether a text is the story rather than another; a nested one is if it has most of the words.
  private static func isBetter(_ text: Candidate, than best: Candidate?) -> Bool {
    guard let best else { return text.words > 0 }
    if text.isTitled != best.isTitled {
      return (text.isTitled ? text : best).words >= ScriptStory.fewestOfEmptyPage
        ? text.isTitled : best.words < text.words
    }
    return best.value.range.contains(text.value.range.lowerBound)
      ? text.words * 5 > best.words * 4 : text.words > best.words
  }

  /// The words of the texts that neither hold the story nor are held by it or by one another.
  private func words(of texts: [(range: Range<Int>, words: Int)]) -> Int {
    var count = 0
    var end = 0
    for text in texts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where text.range.lowerBound >= end && !story.contains(where: { $0.range.overlaps(text.range) }) {
      count += text.words
      end = text.range.upperBound
    }
    return count
  }

  /// What to tell of the texts that are not the story.
  ///
  /// - Parameter words: the number of words in the story.
  func problems(beside words: Int) -> [Problem] {
    var problems: [Problem] = []
    if further > 0 {
      problems.append(
        Problem(
          "left-out",
          "further texts in the data of the page, of some \(further) words, were not taken for copy",
          losesText: !isTitled && further * 2 > words))
    }
    if comments > 0 {
      problems.append(
        Problem("comments-skipped", "some \(comments) words of readers' comments were not taken for copy"))
    }
    return problems
  }

  /// Whether an object is a reader's comment by its type.
  private static func isComment(_ members: [JSONValue.Member], _ bytes: [UInt8]) -> Bool {
    members.contains { member in
      ["__typename", "@type", "type"].contains(member.key.lowercased())
        && (member.value.text(in: bytes)?.lowercased()).map { $0 == "comment" || $0 == "usercomment" }
          ?? false
    }
  }

  private static func namesComments(_ name: String) -> Bool {
    name.hasPrefix("comment") && !name.hasPrefix("commentar") || name == "replies"
      || name.hasSuffix("comments")
  }

  /// Whether a key names readers' comments, or what leads to other stories.
  private static func namesOther(_ name: String) -> Bool {
    namesComments(name) || others.contains(where: name.hasPrefix)
  }

  private static let others = [
    "related", "recommend", "mostread", "mostpopular", "mostviewed", "mostrecent", "popular", "trending",
    "latest",
    "teaser", "promo", "recirc", "morefrom", "morestor", "morearticle", "morenews", "alsoread", "readmore",
    "readnext",
    "upnext", "nextarticle", "nextstory", "nextpost", "prevarticle", "previousarticle", "prevpost",
    "previouspost",
    "otherarticle", "otherstor", "newsletter", "sidebar", "footer", "navigation", "menu", "cookie", "consent",
  ]
  private static let furtherNames: Set<String> = ["paragraphs", "contentelements"]

  /// Whether a title is that of the page, behind which the name of the site may stand.
  private static func isSame(_ title: String, _ whole: [Character]) -> Bool {
    let own = letters(title)
    return !own.isEmpty && own.count * 2 > whole.count && whole.starts(with: own)
  }

  /// The letters and digits of a title.
  private static func letters(_ text: String) -> [Character] {
    HTMLText.line(text).lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
  }
}

/// The number of spaces in any range of some bytes, so that nested values need not be scanned repeatedly.
private struct SpaceCounts {
  private let bytes: [UInt8]
  /// The number of spaces before each block.
  private var before = [0]
  private static let blockBytes = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var count = 0
    for (at, byte) in bytes.enumerated() {
      count += byte == 0x20 ? 1 : 0
      if (at + 1) % Self.blockBytes == 0 { before.append(count) }
    }
  }

  func count(in range: Range<Int>) -> Int { count(upTo: range.upperBound) - count(upTo: range.lowerBound) }

  private func count(upTo end: Int) -> Int {
    let block = end / Self.blockBytes
    return bytes[(block * Self.blockBytes)..<end].reduce(before[block]) { $0 + ($1 == 0x20 ? 1 : 0) }
  }
}
