import ArgumentParser
import WireReports
import WireRights
import WireText

/// Command-line words for actions, places and times.
enum UseArguments {
  /// The actions for words such as `republish`; an unknown word is incorrect usage.
  static func actions(_ words: [String], on channels: [String]) throws -> [Action] {
    var actions: [Action] = []
    for word in words {
      guard let named = Use.actions(named: word, on: channels) else {
        throw ValidationError(
          "`\(TerminalText.escaped(word))` is no use; one of: \(uses)")
      }
      actions += named.filter { !actions.contains($0) }
    }
    return actions
  }

  /// The names of all channels, for help and errors.
  static var channels: String { Channel.allCases.map(\.rawValue).joined(separator: ", ") }
  /// The words for all uses.
  static var uses: String { Use.words.joined(separator: ", ") }

  /// Rejects channels and territories that do not exist.
  static func demand(channels: [String], territories: [String]) throws {
    for name in channels where Channel(rawValue: name) == nil {
      throw ValidationError("there is no channel `\(TerminalText.escaped(name))`; one of: \(Self.channels)")
    }
    for code in territories where Territory(code) == nil {
      let next = Territory.usual(for: code).map { "did you mean `\($0)`?" }
      throw ValidationError(
        "`\(TerminalText.escaped(code))` is no territory; \(next ?? "write an ISO 3166 code such as BG or CA-QC, a region such as EU, or worldwide")"
      )
    }
  }

  /// The instant given with `--at` or another option.
  static func instant(_ text: String, flag: String = "--at") throws -> Instant {
    if let instant = Instant(iso8601: text) { return instant }
    throw ValidationError(
      "`\(flag) \(TerminalText.escaped(text))` is no time with a zone (write for instance 2026-11-20T10:00:00Z)"
    )
  }
}
