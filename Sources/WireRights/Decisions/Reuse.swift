/// How copy was reused, as found by comparing draft and item or as stated by the newsroom.
public enum Reuse: String, Sendable, Hashable, CaseIterable, Codable {
  /// Word for word.
  case verbatim
  /// With words changed, omitted or added.
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
  /// Added to a training set.
  case trainedOn = "trained-on"
}

extension Use {
  /// The actions that a kind of reuse amounts to.
  ///
  /// - Parameters:
  ///   - reuse: How the copy was reused.
  ///   - channels: The channels of publication; television and radio add broadcasting, a feed adds redistribution,
  ///     a channel for machines adds input to a language model.
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
