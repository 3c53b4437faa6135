import Foundation

/// The settings that come from environment variables.
enum Environment {
  /// Whether the run is part of a pipeline whose output others may read.
  static var isCI: Bool {
    value("CI").map { $0.lowercased() != "false" && $0 != "0" } ?? false
  }

  /// A variable's value, unless it is empty.
  static func value(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
