/// Days without their year, as two numbers.
extension TimeGrammar {
  /// `26.11.`, “fredag 27/11”, “jeudi 20.11 à 18h00”.
  ///
  /// - Parameters:
  ///   - parts: the two numbers from the token at `index` up to the one at `end`.
  /// - Returns: the token after them; nil if they may be something else, such as a time of day or a share.
  func dayAndMonth(
    _ parts: [Int], from index: Int, upTo end: Int, _ upper: Int, _ tagAt: [Int: Tag], _ moment: inout Moment
  ) -> Int? {
    guard (1...31).contains(parts[0]), (1...12).contains(parts[1]) else { return nil }
    let isStopped = end < upper && reading.tokens[end].isMark(".") && reading.tokens[end].gap == .none
    guard isStopped || isDay(parts, from: index, upTo: end, upper, tagAt, moment) else { return nil }
    (moment.day, moment.month) = (parts[0], parts[1])
    return isStopped ? end + 1 : end
  }

  /// Whether two numbers without a full stop after them are a day and its month: behind a day of the week if they
  /// can be nothing else, and with a point between them right before a time of day.
  private func isDay(
    _ parts: [Int], from index: Int, upTo end: Int, _ upper: Int, _ tagAt: [Int: Tag], _ moment: Moment
  ) -> Bool {
    let isPointed = end == index + 1
    guard isPointed || reading.tokens[index + 1].isMark("/") else { return false }
    if moment.weekday != nil, parts[0] > (isPointed ? 24 : 12) { return true }
    return isPointed && moment.hour == nil && isBeforeClock(end, upTo: upper, tagAt)
  }

  /// Whether only marks, words such as “at” and a day of the week stand before a time of day.
  private func isBeforeClock(_ start: Int, upTo upper: Int, _ tagAt: [Int: Tag]) -> Bool {
    var index = start
    while index < upper, index - start < Self.longestLead, reading.tokens[index].gap < .line {
      if let time = time(at: index, upTo: upper, tagAt) { return time.isClock }
      let isLead =
        reading.tokens[index].isMark(in: [",", ".", "("]) || tagAt[index]?.isSmall ?? false
        || means(tagAt[index], .hour) || tagAt[index]?.concepts.contains(where: \.isTime) ?? false
      guard isLead else { return false }
      index = max(index + 1, tagAt[index]?.upper ?? 0)
    }
    return false
  }

  /// The most tokens between a day and its time of day.
  private static let longestLead = 4
}
