import Foundation
import WireMatching
import WireYAML
import Wirecheck

/// Opens an index for writing.
enum IndexFolder {
  /// A writer of the index in a folder; the folders above are made where they are missing.
  static func writer(at path: String) throws(CommandFailure) -> IndexWriter {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent()
    do { try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true) } catch {
      throw .incomplete("\(parent.path): the folder cannot be made: \(error.localizedDescription)")
    }
    let vocabulary = try reading { () throws(YAMLFault) in try Newsroom.vocabulary() }
    return try indexing { () throws(IndexFault) in try IndexWriter(at: path, vocabulary: vocabulary) }
  }
}
