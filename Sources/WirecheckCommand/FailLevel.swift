import ArgumentParser
import Wirecheck

/// The level from which a run fails.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var level: Finding.Level? { Finding.Level(rawValue: rawValue) }
}
