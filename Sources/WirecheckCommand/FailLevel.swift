import ArgumentParser
import Wirecheck

/// The lowest level of a finding that makes a run fail.
enum FailLevel: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  var level: Finding.Level? { Finding.Level(rawValue: rawValue) }
}
