internal import WireText
internal import WireYAML

extension YAMLField {
  /// The value as a share, 0 to 1.
  func share() throws(YAMLFault) -> Double {
    let share = try number()
    guard (0...1).contains(share) else {
      throw fault("`\(name)` must be between 0 and 1", next: "write 0.1 for a tenth")
    }
    return share
  }

  /// The values as cases of an enumeration; a single value is a list of one.
  func choices<Choice: RawRepresentable & CaseIterable>(
    _ type: Choice.Type
  ) throws(YAMLFault) -> [Choice] where Choice.RawValue == String {
    var result: [Choice] = []
    for element in try items() { result.append(try element.choice(type)) }
    return result
  }

  /// The values as actions, by any word that names a use; a single value is a list of one.
  func actions() throws(YAMLFault) -> [Action] {
    var result: [Action] = []
    for element in try items() {
      for action in try element.actionsOfWord() where !result.contains(action) { result.append(action) }
    }
    return result
  }

  /// The value as one action, by a word that names exactly one.
  func action() throws(YAMLFault) -> Action {
    let actions = try actionsOfWord()
    if actions.count == 1 { return actions[0] }
    throw fault(
      "`\(try text())` stands for several acts",
      next: "write one of them: \(actions.map(\.rawValue).joined(separator: ", "))")
  }

  private func actionsOfWord() throws(YAMLFault) -> [Action] {
    let word = try text(among: Use.words)
    return Use.actions(named: word, on: []) ?? []
  }

  /// The values as territories; a single value is a list of one.
  func territories() throws(YAMLFault) -> [Territory] {
    var result: [Territory] = []
    for element in try items() { result.append(try element.territory()) }
    return result
  }

  /// The value as a territory.
  func territory() throws(YAMLFault) -> Territory {
    let code = try text()
    if let territory = Territory(code) { return territory }
    let next = Territory.usual(for: code).map { "did you mean `\($0)`?" }
    throw fault(
      "`\(code)` is no territory",
      next: next ?? "write an ISO 3166 code such as BG or CA-QC, a region such as EU, or worldwide")
  }

  /// The value as a whole day.
  func day() throws(YAMLFault) -> CalendarDay {
    let text = try text()
    if let day = CalendarDay(iso: text) { return day }
    throw fault("`\(text)` is no day", next: "write `\(name): 2026-06-30`, year, month and day")
  }

  /// The value as a point in time with its zone.
  func instant() throws(YAMLFault) -> Instant {
    let text = try text()
    if case .span(let earliest, let latest)? = TimeValue(text)?.fixed, earliest == latest { return earliest }
    throw fault("`\(text)` is no point in time", next: "write for instance 2026-11-20T10:00:00Z")
  }

  /// The value as a number of days: `30 days`, `1 day`, `30`.
  func days() throws(YAMLFault) -> Int {
    let words = try text().split(separator: " ")
    if let first = words.first, let number = digits(first.utf8), number > 0,
      words.count == 1 || (words.count == 2 && (words[1] == "days" || words[1] == "day"))
    {
      return number
    }
    throw fault("`\(name)` must be a number of days", next: "write `\(name): 30 days`")
  }

  /// The values of a list as fields; a single value is a list of one.
  func items() throws(YAMLFault) -> [YAMLField] {
    if case .scalar(let text) = value.content { return text.isEmpty ? [] : [self] }
    return try elements()
  }
}
