import Foundation
import WireMatching
import WireText
import WireYAML
import Wirecheck

/// Opens an index for writing.
enum IndexFolder {
  /// A writer for the index in a folder; missing parent folders are created.
  ///
  /// If another process is changing the index, this waits for it, so that a kill that arrives during a long job is
  /// not rejected.
  static func writer(at path: String) throws(CommandFailure) -> IndexWriter {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) } catch {
      throw .incomplete("\(parent.path): the folder cannot be made: \(error.localizedDescription)")
    }
    let vocabulary = try reading { () throws(YAMLFault) in try Vocabulary.standard() }
    let end = ContinuousClock.now + patience
    while true {
      do throws(IndexFault) { return try IndexWriter(at: path, vocabulary: vocabulary) } catch {
        guard case .locked = error, ContinuousClock.now < end else { throw .incomplete(error.description) }
        usleep(100_000)
      }
    }
  }

  /// How long to wait for another process.
  private static let patience = Duration.seconds(60)
}
