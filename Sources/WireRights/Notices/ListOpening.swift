internal import WireText

/// How the words before a list lead into its items.
public enum ListOpening: Sendable, Hashable {
  /// They are a sentence of their own: “Here is what we ask:”.
  case sentence
  /// The items are conditions of what the words before the given byte say: “You may republish, so long as:”.
  case condition(from: Int)
  /// The items are exceptions: “May not be changed, except for the following:”.
  case exception
  /// The items go on with the verb: “You may not:”.
  case act
}

extension NoticeParser {
  /// How the words before a list, without their colon, lead into it.
  public func opening(of text: String) -> ListOpening {
    let bytes = Array(text.utf8.prefix(Self.longestText))
    let start = UTF8Piece.text(bytes, TextRange(0, UTF8Piece.end(in: bytes, atMost: bytes.count)))
    let reading = Reading(start[...], at: 0, policies: policies, languages: policies.languages(in: bytes))
    guard let sentence = reading.sentences.last else { return .sentence }
    guard let index = sentence.tags.lastIndex(where: Self.opens) else { return .sentence }
    let opener = sentence.tags[index]
    let isClosed = sentence.tags[(index + 1)...].contains { tag in
      tag.action != nil || !tag.duties.isEmpty || !tag.constraints.isEmpty || tag.target != nil
    }
    if isClosed { return .sentence }
    if opener.means(.except) || opener.means(.unless) { return .exception }
    guard opener.means(.provided) else { return .act }
    let fillers = sentence.language?.fillers.matches(in: reading.list, from: opener.upper, to: sentence.upper)
    let known = Set((fillers ?? []).flatMap { $0.lower..<$0.upper })
    let isBare = (opener.upper..<sentence.upper).allSatisfy {
      reading.tokens[$0].kind == .mark || known.contains($0)
    }
    return isBare ? .condition(from: reading.tokens[opener.lower].lower) : .sentence
  }

  private static func opens(_ tag: Tag) -> Bool {
    tag.isModal || tag.means(.no) || tag.means(.prohibit) || tag.means(.prohibitAlso) || tag.means(.permit)
      || tag.means(.required) || tag.means(.provided) || tag.means(.except) || tag.means(.unless)
  }
}
