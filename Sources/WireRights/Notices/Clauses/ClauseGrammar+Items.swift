/// The actions of a span.
extension ClauseGrammar {
  /// The actions to which the effect applies.
  func items() -> [Item] {
    let isClosed = tags.contains { $0.means(.prohibit) }
    // “Reposting is fine as long as you don't crop it”: the condition has effects of its own.
    let condition = tags.firstIndex { $0.means(.provided) } ?? tags.endIndex
    let isLed = tags[..<condition].contains { $0.action != nil && span.effect == .permit }
    let effect = tags[..<(isLed ? condition : tags.endIndex)].firstIndex {
      $0.means(.prohibitNext) || $0.means(.prohibitAlso) && !isClosed || $0.means(.permitNext)
    }
    func isPredicate(_ tag: Tag) -> Bool { tag.means(.prohibit) || tag.means(.permit) }
    let predicate =
      tags.lastIndex { isPredicate($0) && $0.action != nil } ?? tags.firstIndex(where: isPredicate)
    let isPeriod = tags.contains {
      $0.means(.time(.day)) || $0.means(.time(.hourUnit)) || $0.means(.time(.monthUnit))
    }
    let acts = tags.indices.filter { tags[$0].action != nil && !(isPeriod && tags[$0].isBase) }
    var chosen = acts
    if let effect {
      let after = acts.filter { $0 >= effect }
      // “מותר” precedes what it permits, or else follows it; “excerpts may not exceed 200 words” names the act first.
      let isBefore =
        lift != .none || span.has(.no) || isPredicate(tags[effect]) || isExceeded(after: tags[effect])
      chosen = after.isEmpty && isBefore ? acts : after
    } else if let predicate {
      let last = tags[predicate].action == nil ? predicate : lastVerb(like: predicate)
      // “Nem használható fel mesterséges intelligencia tanítására”: the purpose of the use follows the verb.
      let isUse = tags[last].action == .use
      let before = acts.filter { $0 <= last || isUse && Self.isMachine(tags[$0].action) }
      chosen = before.isEmpty ? acts : before
    }
    if let first = chosen.first,
      let condition = tags.indices.first(where: {
        $0 > first && endsList(tags[$0]) && !(tags[$0].means(.beyond) && isInBrackets(tags[$0]))
      })
    {
      chosen = chosen.filter { $0 < condition }
    }
    chosen = chosen.filter {
      !(isInBrackets(tags[$0]) && $0 != chosen.first) && !isOfDuty($0, among: chosen) && !isObject(tags[$0])
        && !isPurposeNoun($0, among: chosen) && !isAgent(tags[$0])
    }
    chosen = ofPrograms(excerpts(of: chosen, acts: acts).filter { !isOfExcerpt(tags[$0]) }, acts: acts)
    let isAlone = chosen.count == 1
    let named = withoutMeans(chosen)
    let objects = ownObjects(of: named)
    return deduplicated(
      named.flatMap { place in
        let own = own(tags[place], isAlone: isAlone)
        return tags[place].actions.map { Item(action: $0, constraints: own, targets: objects?[place]) }
      })
  }

  /// Whether the word for a medium or a purpose also names the use: “online use of our reports is prohibited”.
  var isUseInLimit: Bool {
    guard let prohibit = tags.last(where: { $0.means(.prohibit) }),
      !tags.contains(where: { $0.action != nil || !$0.duties.isEmpty }),
      let limit = tags.first(where: { tag in
        tag.upper <= prohibit.lower && Self.isPurposeOrChannel(tag)
      })
    else { return false }
    // “Online use is not permitted.”, but not “social media is banned in schools”
    let isWhole =
      limit.upper - limit.lower > 1 && limit.lower == span.lower && limit.upper == prohibit.lower
      && reading.tokens[prohibit.upper..<span.upper].allSatisfy { $0.kind == .mark }
    return isWhole || tags.contains { $0.means(Concept.DiscourseWord.matter) || $0.means(.works) }
  }

  /// Whether the rule is about how much of a text is taken: “may not exceed 200 words”.
  private func isExceeded(after effect: Tag) -> Bool {
    tags.contains { $0.lower == effect.upper && $0.means(.time(.moreThan)) }
      && tags.contains { $0.action == .excerpt && $0.upper <= effect.lower }
  }

  /// Whether it is in brackets after an act, as examples and exceptions are: “copy the content (including by caching)”.
  private func isInBrackets(_ tag: Tag) -> Bool {
    guard
      let open = reading.tokens[span.lower..<max(span.lower, tag.lower)].lastIndex(where: { $0.isMark("(") })
    else {
      return false
    }
    return tags.contains { ($0.means(.including) || $0.means(.beyond)) && $0.lower == open + 1 }
      && !reading.tokens[open..<tag.lower].contains { $0.isMark(")") }
  }

  /// The last of the verbs that include the same effect: “másolható vagy tárolható”.
  private func lastVerb(like verb: Int) -> Int {
    tags.lastIndex { tag in
      tag.action != nil
        && (tag.means(.permit) && tags[verb].means(.permit)
          || tag.means(.prohibit) && tags[verb].means(.prohibit))
    } ?? verb
  }

  /// Whether it is the object of training, after words for the purpose: “for the purpose of training language models”.
  func isObject(_ tag: Tag) -> Bool {
    // “Copying of the database”: the object.
    if tag.action == .aggregate, tags.contains(where: { $0.upper == tag.lower && $0.means(.from) }) {
      return tags.contains { $0.action != nil && $0.upper < tag.lower }
    }
    // “The contents of the publication”: the owner.
    if tag.action == .publish, let of = tags.last(where: { $0.upper <= tag.lower }), of.means(.from),
      tag.lower - of.upper <= 1, let matter = tags.last(where: { $0.upper <= of.lower }),
      matter.upper == of.lower, matter.means(Concept.DiscourseWord.matter) || matter.target != nil
    {
      return tags.contains { $0.action != nil && $0.upper <= matter.lower }
    }
    return tag.action == .trainAI
      && tags.contains { other in
        other.upper == tag.lower && other.constraints.contains { $0.value == "ai-training" }
      }
  }

  /// Whether a comma starts another clause, without a conjunction, that states a duty: “不得转售，使用时须注明来源”.
  private func isOfDuty(_ index: Int, among chosen: [Int]) -> Bool {
    let act = tags[index]
    guard reading.tokens[act.lower].isDense, chosen.first != index, act.lower > span.lower,
      reading.tokens[act.lower - 1].isMark(","),
      let duty = tags.first(where: { $0.lower >= act.upper && !$0.duties.isEmpty })
    else { return false }
    return duty.lower - act.upper <= 3
  }

  /// Whether it names the programs that do something: “scraping by AI systems”.
  func isAgent(_ tag: Tag) -> Bool {
    guard tag.action == .trainAI || tag.action == .aiInput else { return false }
    return tags.contains { $0.upper == tag.lower && $0.means(.by) && $0.means(.from) && !$0.means(.link) }
  }

  /// Whether “use” only ends the words for a purpose: “may copy articles for private, non-commercial use”.
  private func isPurposeNoun(_ index: Int, among chosen: [Int]) -> Bool {
    guard tags[index].action == .use, let last = chosen.last(where: { $0 < index }) else { return false }
    var lower = tags[index].lower
    var hasPurpose = false
    for tag in tags[..<index].reversed() {
      guard lower - tag.upper <= 1 else { break }
      if tag.isPreposition {
        // “Kopieren und zu privaten Zwecken nutzen”: an act of its own.
        if tags.contains(where: { $0.upper == tag.lower && $0.means(.joint) }) { return false }
        return span.effect == .permit && hasPurpose
          || (hasPurpose || span.effect == .permit) && !isParted(tags[last].upper, tag.lower)
      }
      guard tag.isSmall || tag.means(.determiner) || tag.constraints.contains(where: { $0.kind == .purpose })
      else { break }
      hasPurpose = hasPurpose || !tag.constraints.isEmpty
      lower = tag.lower
    }
    return false
  }

  /// The acts of programs that gain access: “bots may not access this site”, “bots must not be used to copy it”.
  private func ofPrograms(_ chosen: [Int], acts: [Int]) -> [Int] {
    guard let first = chosen.first, tags[first].action == .use,
      chosen.count == 1 || tags.contains(where: { $0.lower == tags[first].upper && $0.means(.infinitive) })
        || chosen.allSatisfy({ tags[$0].action == .use }),
      let program = acts.last(where: { $0 < first && tags[$0].action == .scrape }),
      tags[program...first].contains(where: \.isModal)
    else { return chosen }
    return [program]
  }

  /// The excerpts that are the subject of an effect: “excerpts of 200 words may be published”.
  func excerpts(of chosen: [Int], acts: [Int]) -> [Int] {
    guard let first = chosen.first,
      let subject = acts.last(where: { $0 < first && tags[$0].action == .excerpt }),
      tags[subject...first].contains(where: { $0.means(.permitNext) || $0.means(.prohibitNext) }),
      chosen.allSatisfy({ [.publish, .use, .reproduce].contains(tags[$0].action) }),
      quoted.map({ $0.lower != tags[subject].lower }) ?? true
    else { return chosen }
    return [subject]
  }

  /// Whether its object is excerpts, which name the act: “the publication of extracts”.
  private func isOfExcerpt(_ tag: Tag) -> Bool {
    guard [.publish, .use, .reproduce].contains(tag.action) else { return false }
    // “You may publish excerpts”; scripts without case may join a second act by a letter: “النقل والاقتباس”.
    if tags.contains(where: { $0.action == .excerpt && $0.lower == tag.upper }),
      reading.tokens[tag.lower].hasCase
    {
      return tags.contains { $0.isModal && $0.upper == tag.lower }
    }
    guard
      let of = tags.first(where: { $0.lower == tag.upper && $0.means(.from) })
    else { return false }
    return tags.contains { $0.action == .excerpt && (0...1).contains($0.lower - of.upper) }
  }

  /// The acts without “use” if it only introduces the purpose: “used to train”, “use of content for data mining”.
  func withoutMeans(_ chosen: [Int]) -> [Int] {
    let isLimited = tags.contains { $0.constraints.contains { $0.value == "ai-training" } }
    return chosen.indices.filter { place in
      let tag = tags[chosen[place]]
      // “Reproduction and extraction for text and data mining” are the mining.
      if tag.action == .reproduce || tag.action == .excerpt,
        chosen[(place + 1)...].contains(where: { tags[$0].action == .tdm && isFor(tags[$0].lower) })
      {
        return false
      }
      guard tag.action == .use, !tags.contains(where: { isPurposeBesideMachine($0, of: tag) }) else {
        return true
      }
      // “Für das Trainieren genutzt”: the verb that ends the clause.
      if place > 0, Self.isMachine(tags[chosen[place - 1]].action),
        !isParted(tags[chosen[place - 1]].upper, tag.lower)
      {
        return false
      }
      let rest = chosen[(place + 1)...].map { tags[$0] }
      // “For use as input of chatbots”
      if let next = rest.first, Self.isMachine(next.action), next.lower - tag.upper <= 1,
        !isParted(tag.upper, next.lower)
      {
        return false
      }
      if !isLimited, rest.contains(where: { Self.isMachine($0.action) }), !isExplained(tag) { return false }
      guard let next = rest.first, next.lower > tag.upper, next.lower - tag.upper <= 1 else { return true }
      return !tags.contains {
        $0.lower == tag.upper && ($0.means(.by) || $0.means(.from) || $0.isPreposition)
      }
        || reading.list.isJoint(tag.upper)
    }.map { chosen[$0] }
  }

  /// Whether examples of it follow at once: “any other use, including scraping”, “any use of our content, including
  /// copying”.
  private func isExplained(_ act: Tag) -> Bool {
    tags.contains { including in
      // “Whether for training or analysis” says what for.
      guard including.means(.including), !including.isPreposition, including.lower > act.upper,
        including.lower - act.upper <= Self.farthestExample,
        reading.tokens[including.lower - 1].kind == .mark || including.lower == act.upper + 1,
        // “All content (in particular texts and pictures)” lists no uses.
        !(tags.first { $0.lower >= including.upper && !$0.isSmall }?.isMaterial ?? false)
      else { return false }
      return !tags.contains {
        $0.lower >= act.upper && $0.upper <= including.lower
          && ($0.action != nil || $0.hasPurpose || $0.hasEffect)
      }
    }
  }

  /// The most words from an act with its object to examples of it.
  private static let farthestExample = 10

  /// Whether a comma or a coordinating conjunction is between two tokens.
  func isParted(_ lower: Int, _ upper: Int) -> Bool {
    tags.contains { $0.means(.joint) && $0.lower >= lower && $0.upper <= upper }
      || (lower..<max(lower, upper)).contains { reading.list.isJoint($0) }
  }

  static func isMachine(_ action: Action?) -> Bool {
    switch action {
    case .tdm, .scrape, .trainAI, .aiInput: true
    default: false
    }
  }

  /// Whether a tag ends the list of actions: what follows belongs to the condition.
  func endsList(_ tag: Tag) -> Bool {
    tag.means(.without) || tag.means(.unless) || tag.means(.provided) || tag.means(.permission)
      || tag.means(.except) || tag.means(.beyond) || tag.means(.exemption)
  }
}
