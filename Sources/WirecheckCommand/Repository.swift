import Foundation
import Wirecheck

/// The repository that contains the current folder, as far as reports need it.
enum Repository {
  /// Names files relative to the repository's root, like its host; relative to the current folder if there is no
  /// repository.
  static var paths: PathNames {
    let manager = FileManager.default
    let current = manager.currentDirectoryPath
    var folder = URL(fileURLWithPath: current).standardizedFileURL
    while !manager.fileExists(atPath: folder.appendingPathComponent(".git").path) {
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path != folder.path else { return PathNames(from: current, current: current) }
      folder = parent
    }
    return PathNames(from: folder.path, current: current)
  }
}
