/// A channel of publication.
///
/// Contracts and sites name channels from this list. Notices may name others, for instance a platform.
public enum Channel: String, Sendable, Hashable, CaseIterable, Codable {
  case digital, web, mobile, social, newsletter, blog, feed, push, podcast, wireless, usenet, ai
  case print, newspaper, magazine, tabloid
  case broadcast, tv, radio

  /// The wider channel that contains this one.
  ///
  /// Source: the constraint table of the rights vocabulary (`digital` is web, mobile and social; `broadcast` is tv
  /// and radio), with the newer channels placed as agreements place them.
  var family: Channel? {
    switch self {
    case .web, .mobile, .social, .newsletter, .feed: .digital
    case .blog, .usenet: .web
    case .push, .wireless: .mobile
    case .newspaper, .magazine: .print
    case .tabloid: .newspaper
    case .tv, .radio: .broadcast
    case .podcast: .digital
    case .digital, .print, .broadcast, .ai: nil
    }
  }

  /// Whether the channel is `other` or a part of it.
  func isPart(of other: Channel) -> Bool {
    var current: Channel? = self
    while let channel = current {
      if channel == other { return true }
      current = channel.family
    }
    return false
  }

  /// How a use's channel overlaps the channel that a term names; a name outside the list is only known to equal itself.
  static func overlap(of used: String?, with named: String) -> Overlap {
    guard let used else { return .unknown }
    if used == named { return .inside }
    guard let term = Channel(rawValue: named) else { return .unknown }
    return overlap(of: Channel(rawValue: used), with: term)
  }

  /// How a use's channel, if it is in the list, overlaps another.
  static func overlap(of used: Channel?, with term: Channel) -> Overlap {
    guard let channel = used else { return .unknown }
    if channel.isPart(of: term) { return .inside }
    return term.isPart(of: channel) ? .partly : .outside
  }
}
