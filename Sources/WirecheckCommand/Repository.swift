import Foundation
import Wirecheck

/// The repository that the current folder lies in, as far as reports need it.
enum Repository {
  /// Names files from the repository's root, as its host does; from the current folder where there is none.
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
