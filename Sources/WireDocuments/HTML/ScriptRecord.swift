import WireText
import WireTrees

extension JSONItem {
  /// Takes what stands beside a story in the data of a page: its names, its standfirst, its rights, whether it is held.
  ///
  /// The data also hold what the site needs to show the page, so only texts count that stand under names which sites use
  /// for a story, and in objects only names.
  mutating func takeRecord(_ members: [JSONValue.Member]) {
    if ANSReader.isStory(members) { return takeStoryOfArc(members) }
    for member in members {
      let name = StoryKeys.name(of: member.key)
      let isText = member.value.elements.allSatisfy(\.isString)
      if takeHold(member.key, member.value) { continue }
      takeEmbargoes(of: member.value, key: member.key)
      if let field = StoryKeys.fields[name], Self.saidOfStories.contains(field) {
        takeNames(field, member.value, key: "page data: \(member.key)")
      }
      guard isText, let kind = RightsKeys.kind(ofStory: member.key) else { continue }
      state(kind, member.value, key: "page data: \(member.key)")
    }
  }

  /// Takes what stands beside a story of Arc, whose names are those of its interface.
  private mutating func takeStoryOfArc(_ members: [JSONValue.Member]) {
    var story = inside(JSONValue(content: .object(members), range: object.range))
    ANSReader.readStatements(&story)
    source = story.source
    document.add(story.document)
  }

  private static let saidOfStories: Set<Field.Name> = [
    .author, .byline, .credit, .source, .provider, .dateline, .title, .subhead, .summary, .editorsNote,
  ]
}
