import Foundation

/// What the command takes from the environment.
enum Environment {
  /// Whether the run is part of a pipeline whose output others may read.
  static var isCI: Bool {
    guard let value = ProcessInfo.processInfo.environment["CI"] else { return false }
    return !value.isEmpty && value.lowercased() != "false" && value != "0"
  }

  /// Whether a variable is set to something.
  static func isSet(_ name: String) -> Bool {
    !(ProcessInfo.processInfo.environment[name] ?? "").isEmpty
  }

  /// A variable's value, unless it is empty.
  static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
