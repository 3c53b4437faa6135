internal import WireText
package import WireTrees

/// Really Simple Licensing 1.0: licences of web content for machines, in files of their own, in feeds and in pages.
///
/// What a licence permits is a closed list: every other use of the family is reserved, and so is every use by others and
/// elsewhere than it names. Of several licences for the same content each is an offer of its own. What a licence prohibits
/// holds against what it permits. Uses that are paid for are reserved until there is an agreement; without a payment they are free.
public enum RSL {
  /// The spellings of the vocabulary's namespace.
  static let namespaces: Set = ["https://rslstandard.org/rsl", "http://rslstandard.org/rsl"]

  /// Whether an element is RSL.
  package static func recognises(_ root: Element) -> Bool {
    let isNamed = namespaces.contains(root.namespace) || root.prefix == "rsl"
    return root.name == "rsl" || (isNamed && ["content", "license"].contains(root.name))
      || root.all.contains {
        $0.name == "content" && namespaces.contains($0.namespace) && !$0.children("license").isEmpty
      }
  }

  /// The statement of the licences in an element.
  ///
  /// - Parameter text: the document that the element's positions refer to.
  package static func statement(_ root: Element, in text: String) -> RightsStatement {
    let contents = root.all.filter { $0.name == "content" && !($0.children.isEmpty && $0["url"] == nil) }
    let sites = Set(contents.map { RSLAddress($0["url"] ?? "").site })
    var reader = RSLReader(text, isOfOneSite: sites.count == 1)
    for content in contents { reader.read(content) }
    if contents.isEmpty {
      let licences = root.all.filter { $0.name == "license" && !$0.children.isEmpty }
      for licence in licences { reader.read(licence, of: nil, isServed: false) }
      if licences.isEmpty { reader.reservation.leave(reader.reservation.whole) }
    }
    return reader.reservation.statement
  }
}

/// Reads the licences of one document.
private struct RSLReader {
  var reservation: Reservation
  /// Whether all content is of one site, so that its address stands for the whole of it.
  private let isOfOneSite: Bool
  /// The uses that any of the licences of the content permits.
  private var offered: Set<Action> = []

  init(_ text: String, isOfOneSite: Bool) {
    reservation = Reservation(text)
    self.isOfOneSite = isOfOneSite
  }

  mutating func read(_ content: Element) {
    let url = content["url"] ?? ""
    let address = RSLAddress(url)
    let isWhole = address.isRoot && (address.site.isEmpty || isOfOneSite)
    let target = isWhole ? nil : "location:\(url)"
    for holder in content.children("copyright") {
      let name = holder.text.isEmpty ? holder["name"] : holder.text
      if let name, !name.isEmpty { reservation.hold(name, at: place(holder)) }
    }
    // Terms elsewhere may narrow what is permitted here.
    for terms in content.children("terms") + content.children("alternate") { reservation.leave(place(terms)) }
    let licences = content.children("license")
    offered = Set(licences.flatMap { $0.children("permits") }.flatMap(Self.uses))
    for licence in licences { read(licence, of: target, isServed: content["server"] != nil) }
    if licences.isEmpty { reservation.leave(place(content)) }
  }

  private func place(_ element: Element) -> TextRange {
    TextRange(element.range)
  }

  // MARK: Licences

  /// The permissions of a licence, and its price.
  private struct Terms {
    var permitted: [(tokens: [String], place: TextRange)] = []
    var prohibited: [(tokens: [String], place: TextRange)] = []
    /// Whom and where it is for; several elements for the same add to each other.
    var scopes: [Constraint.Kind: [String]] = [:]
    /// Limits within which everything is prohibited.
    var barred: [(limit: Constraint, place: TextRange)] = []
    var isPaid = false
    var isCredited = false

    /// The scopes as limits, the same for each use that it permits.
    var limits: [Constraint] {
      [Constraint.Kind.purpose, .territory].compactMap { kind in
        scopes[kind].map { Constraint(kind, $0.joined(separator: "|")) }
      }
    }
  }

  /// The most users or places of one licence that are told apart; there are 249 codes of countries.
  private static let mostValues = 300

  /// - Parameter isServed: whether the licence must be obtained from a server, even if it is free.
  mutating func read(_ licence: Element, of target: String?, isServed: Bool) {
    var terms = Terms(isPaid: isServed)
    for child in licence.children {
      switch child.name {
      case "permits": take(child, isPermit: true, into: &terms)
      case "prohibits": take(child, isPermit: false, into: &terms)
      case "payment": takePayment(child, into: &terms)
      // Warranties and disclaimers concern liability, not use.
      case "legal": break
      default: reservation.leave(place(child))
      }
    }
    write(terms, of: target, at: place(licence))
  }

  /// Lists are written with spaces; commas occur.
  private static func tokens(_ element: Element) -> [String] {
    element.text.lowercased().split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }.map(String.init)
  }

  private mutating func take(_ element: Element, isPermit: Bool, into terms: inout Terms) {
    let tokens = Self.tokens(element)
    let place = place(element)
    guard !tokens.isEmpty else { return reservation.leave(place) }
    switch element["type"]?.lowercased() {
    case "usage":
      if isPermit {
        terms.permitted.append((tokens, place))
      } else {
        terms.prohibited.append((tokens, place))
      }
    case "user":
      let purposes = tokens.map { $0 == "non-commercial" ? Purpose.noncommercial.rawValue : $0 }
      limit(.purpose, purposes, isPermit, place, &terms)
    case "geo": limit(.territory, tokens.map { $0.uppercased() }, isPermit, place, &terms)
    default: reservation.leave(place)
    }
  }

  private mutating func limit(
    _ kind: Constraint.Kind, _ values: [String], _ isPermit: Bool, _ place: TextRange, _ terms: inout Terms
  ) {
    let known = isPermit ? terms.scopes[kind] ?? [] : []
    let all = known + values.filter { !known.contains($0) }
    if all.count > Self.mostValues { reservation.leave(place) }
    let read = [String](all.prefix(Self.mostValues))
    if isPermit {
      terms.scopes[kind] = read
    } else {
      terms.barred.append((Constraint(kind, read.joined(separator: "|")), place))
    }
  }

  private mutating func takePayment(_ element: Element, into terms: inout Terms) {
    switch element["type"]?.lowercased() {
    case nil where element.children.isEmpty, "free": break
    case "attribution":
      terms.isCredited = true
      reservation.require(.credit, nil, at: place(element))
    case "purchase", "subscription", "training", "crawl", "use", "inference", "contribution":
      terms.isPaid = true
    default:
      terms.isPaid = true
      reservation.leave(place(element))
    }
  }

  private mutating func write(_ terms: Terms, of target: String?, at place: TextRange) {
    let limits = terms.limits
    var granted: Set<Action> = []
    for (tokens, place) in terms.permitted {
      let actions = actions(tokens, at: place)
      granted.formUnion(actions)
      if terms.isPaid {
        reservation.reserve(actions, .withoutAgreement, where: limits, of: target, at: place)
      } else {
        reservation.permit(
          actions, terms.isCredited ? .ifDutiesMet : .none, where: limits, of: target, at: place)
      }
    }
    for (tokens, place) in terms.prohibited {
      let actions = actions(tokens, at: place)
      granted.formUnion(actions)
      reservation.reserve(actions, .none, of: target, at: place)
    }
    for (limit, place) in terms.barred {
      reservation.reserve(Self.family, .none, where: [limit], of: target, at: place)
    }
    if terms.permitted.isEmpty {
      // A licence that lists no use covers every use by machines.
      if terms.prohibited.isEmpty || terms.isPaid { writeWhole(terms, granted, of: target, at: place) }
    } else {
      let rest = Self.family.filter { !granted.contains($0) && !offered.contains($0) }
      reservation.reserve(rest, of: target, at: place)
    }
    let known = terms.permitted.isEmpty ? Self.family : Self.family.filter(granted.contains)
    for limit in limits {
      var beyond = limit
      beyond.comparison = .neq
      reservation.reserve(known, where: [beyond], of: target, at: place)
    }
  }

  private mutating func writeWhole(
    _ terms: Terms, _ named: Set<Action>, of target: String?, at place: TextRange
  ) {
    let actions = Self.family.filter { !named.contains($0) }
    if terms.isPaid {
      reservation.reserve(actions, .withoutAgreement, where: terms.limits, of: target, at: place)
    } else {
      reservation.permit(
        actions, terms.isCredited ? .ifDutiesMet : .none, where: terms.limits, of: target, at: place)
    }
  }

  /// The uses by machines: “all” is any automated processing, and no publication.
  private static let family: [Action] = [.tdm, .trainAI, .aiInput, .index]

  private mutating func actions(_ tokens: [String], at place: TextRange) -> [Action] {
    tokens.flatMap { token in
      let found = Self.actions(token)
      if found.isEmpty { reservation.leave(place) }
      return found
    }
  }

  /// The uses that an element lists.
  private static func uses(_ element: Element) -> [Action] {
    element["type"]?.lowercased() == "usage" ? tokens(element).flatMap(actions) : []
  }

  private static func actions(_ token: String) -> [Action] {
    switch token {
    case "all": family
    case "ai-all": [.tdm, .trainAI, .aiInput]
    case "ai-train", "train-ai": [.trainAI]
    case "ai-input", "ai-use": [.aiInput]
    case "ai-index", "search": [.index]
    default: []
    }
  }
}

/// The address of content: a path on the server, or the same behind the server's name.
private struct RSLAddress {
  /// The server in lower case; empty if only a path is written.
  let site: String
  /// Whether it is all that the server has.
  let isRoot: Bool

  init(_ url: String) {
    let parts = url.split(separator: "://", maxSplits: 1)
    let rest = parts.count == 2 ? parts[1] : ""
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    site = rest[..<end].lowercased()
    let path = site.isEmpty ? Substring(url) : rest[end...]
    isRoot = ["", "/", "/*", "*"].contains(path)
  }
}
