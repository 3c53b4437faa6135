extension Action {
  /// Whether the action belongs to machine learning and mining, which no general term is about.
  public var isMining: Bool {
    switch self {
    case .tdm, .trainAI, .aiInput, .scrape: true
    default: false
    }
  }

  /// The action that this one is a kind of.
  ///
  /// Source: `includedIn` of the ODRL 2.2 Common Vocabulary and of the terms that news needs beside it.
  var parent: Action? {
    switch self {
    case .use, .remove, .delete, .replace, .stopUse: nil
    case .excerpt: .reproduce
    case .redistribute: .distribute
    case .rewrite, .modify, .translate, .summarize: .derive
    case .cache: .archive
    case .trainAI: .tdm
    default: .use
    }
  }

  /// Whether the action is `other` or a kind of it.
  func isKind(of other: Action) -> Bool {
    var current: Action? = self
    while let action = current {
      if action == other { return true }
      current = action.parent
    }
    return false
  }

  /// Whether leave for this action is leave for `used`.
  ///
  /// Who may publish may make the copies that it takes and may publish less than the whole; who may rewrite may
  /// edit and shorten. Selling and passing on rights, mining and machine learning are never meant by a wider word.
  func permits(_ used: Action) -> Bool {
    if self == used { return true }
    if used.isMining || used == .resell || used == .sublicense { return false }
    if used.isKind(of: self) { return true }
    switch self {
    case .publish, .broadcast, .distribute, .redistribute: return used == .reproduce || used == .excerpt
    case .rewrite: return used == .modify || used == .summarize
    default: return false
    }
  }

  /// Whether a ban on this action is a ban on `used`.
  ///
  /// To publish is to communicate, to show and to pass on, so a ban on any of these reaches it. Mining is banned
  /// only by words about mining.
  func prohibits(_ used: Action) -> Bool {
    if self == used { return true }
    if used.isMining != isMining { return false }
    if used.isKind(of: self) { return true }
    switch used {
    case .publish: return [.communicate, .display, .distribute, .redistribute].contains(self)
    case .broadcast: return [.communicate, .display].contains(self)
    // Who may not pass copies on may not let others do so.
    case .sublicense: return [.distribute, .redistribute].contains(self)
    default: return false
    }
  }

  /// How narrow the action is: 0 for any use, 1 below it, 2 below that.
  var narrowness: Int {
    var depth = 0
    var current = parent
    while let action = current {
      depth += 1
      current = action.parent
    }
    return depth
  }

  /// Whether the act keeps the copy inside the house even when the story is published.
  var staysInside: Bool { self == .archive || self == .cache || self == .index }

  /// Whether copies of the item's words stand somewhere after the act, more than a quotation's.
  var leavesCopy: Bool { takesWords && self != .excerpt || isKind(of: .distribute) || self == .broadcast }

  /// Whether the act changes the words.
  var changesWords: Bool { isKind(of: .derive) }

  /// Whether limits for quoting can be about the act: it takes the item's own words.
  var takesWords: Bool {
    switch self {
    case .reproduce, .publish, .broadcast, .communicate, .display, .distribute, .excerpt: true
    default: false
    }
  }
}
