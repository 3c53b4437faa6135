/// How copy was reused, as a comparison of draft and item shows it or the newsroom says.
public enum Reuse: String, Sendable, Hashable, CaseIterable, Codable {
  /// Word for word.
  case verbatim
  /// With words changed, left out or put in.
  case edited
  /// The same facts in the same order in new words.
  case rewritten
  /// In another language.
  case translated
  /// Condensed.
  case summarised
  /// In quotation marks, with the source named, within the limits for quoting.
  case excerpted
  /// Kept beyond the session.
  case stored
  /// Given to a language model as context, or embedded for retrieval.
  case prompted
  /// Put in a training set.
  case trainedOn = "trained-on"
}

extension Use {
  /// The actions that a kind of reuse amounts to.
  ///
  /// - Parameters:
  ///   - reuse: How the copy was reused.
  ///   - channels: The channels by which it goes out; television and radio add broadcasting, a feed adds
  ///     passing on, a channel for machines adds input to a language model.
  public static func actions(for reuse: Reuse, on channels: [String]) -> [Action] {
    switch reuse {
    case .verbatim: [.reproduce] + publishing(on: channels)
    case .edited: [.reproduce] + publishing(on: channels) + [.modify]
    case .rewritten: [.rewrite]
    case .translated: [.translate]
    case .summarised: [.summarize]
    case .excerpted: [.excerpt]
    case .stored: [.archive]
    case .prompted: [.aiInput]
    case .trainedOn: [.trainAI, .tdm]
    }
  }

  private static func publishing(on channels: [String]) -> [Action] {
    let known = channels.compactMap(Channel.init(rawValue:))
    var actions: [Action] = [.publish]
    if known.contains(where: { $0.isPart(of: .broadcast) }) { actions.append(.broadcast) }
    if known.contains(.feed) { actions.append(.redistribute) }
    if known.contains(.ai) { actions.append(.aiInput) }
    return actions
  }
}
