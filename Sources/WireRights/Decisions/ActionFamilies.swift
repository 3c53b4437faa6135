extension Action {
  /// Whether the action is machine learning or mining, which general terms never cover.
  public var isMining: Bool {
    switch self {
    case .tdm, .trainAI, .aiInput, .scrape: true
    default: false
    }
  }

  /// The action that this one is a kind of.
  ///
  /// Source: `includedIn` of the ODRL 2.2 Common Vocabulary and of the additional terms for news.
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

  /// Whether permission for this action includes permission for `used`.
  ///
  /// Permission to publish includes making the necessary copies and publishing a part; permission to rewrite
  /// includes editing and shortening. Selling and passing on rights, mining and machine learning are never included
  /// in a wider term.
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

  /// Whether a prohibition of this action covers `used`.
  ///
  /// Publishing includes communicating, displaying and distributing, so a prohibition of any of these covers it.
  /// Mining is prohibited only by words about mining.
  func prohibits(_ used: Action) -> Bool {
    if self == used { return true }
    if used.isMining != isMining { return false }
    if used.isKind(of: self) { return true }
    switch used {
    case .publish: return [.communicate, .display, .distribute, .redistribute].contains(self)
    case .broadcast: return [.communicate, .display].contains(self)
    // Without the right to distribute copies there is none to let others do so.
    case .sublicense: return [.distribute, .redistribute].contains(self)
    default: return false
    }
  }

  /// The specificity of the action: 0 for any use, 1 below it, 2 below that.
  var narrowness: Int {
    var depth = 0
    var current = parent
    while let action = current {
      depth += 1
      current = action.parent
    }
    return depth
  }

  /// Whether the copy stays inside the newsroom even if the story is published.
  var staysInside: Bool { self == .archive || self == .cache || self == .index }

  /// Whether the act leaves more than a quotation of the item's words somewhere.
  var leavesCopy: Bool { takesWords && self != .excerpt || isKind(of: .distribute) || self == .broadcast }

  /// Whether the act changes the words.
  var changesWords: Bool { isKind(of: .derive) }

  /// Whether quotation limits can apply to the act: it takes the item's own words.
  var takesWords: Bool {
    switch self {
    case .reproduce, .publish, .broadcast, .communicate, .display, .distribute, .excerpt: true
    default: false
    }
  }
}
