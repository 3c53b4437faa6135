internal import WireText
internal import WireTrees

/// The training and data mining assertion of C2PA and CAWG, in JSON: alone or inside a manifest.
public enum TrainingMining {
  /// The statement of the entries; nil if there are none.
  ///
  /// An entry is a signal from the provenance metadata: `notAllowed` reserves; `constrained` and every unknown
  /// value need review.
  public static func statement(_ text: String) -> RightsStatement? {
    let bytes = Array(text.utf8)
    guard let root = try? RightsFault.json(bytes) else { return nil }
    var reservation = Reservation(text)
    var waiting = [root]
    var hasEntries = false
    while let next = waiting.popLast() {
      waiting += next.members.map(\.value).reversed()
      if case .array(let elements) = next.content { waiting += elements.reversed() }
      for member in next.members {
        guard let actions = actions(of: member.key) else { continue }
        hasEntries = true
        let range = TextRange(member.range)
        let uses = member.value.members.filter { $0.key == "use" }
        let use = (uses.first?.value ?? member.value).text(in: bytes)
        switch uses.count > 1 ? nil : use {
        case "allowed": reservation.permit(actions, at: range)
        case "notAllowed": reservation.reserve(actions, at: range)
        default: reservation.leave(range)
        }
      }
    }
    return hasEntries ? reservation.statement : nil
  }

  private static func actions(of key: String) -> [Action]? {
    guard key.hasPrefix("cawg.") || key.hasPrefix("c2pa.") else { return nil }
    switch key.dropFirst(5) {
    case "data_mining": return [.tdm]
    case "ai_training", "ai_generative_training": return [.trainAI]
    case "ai_inference": return [.aiInput]
    default: return nil
    }
  }
}
