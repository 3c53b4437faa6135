import Foundation
import WireMatching
import WireText
import WireYAML
import Wirecheck

/// What the drafts of a run are checked against, and the problem if it is missing, empty or too old.
struct RunArchive {
  /// The checker that uses it.
  var checker: Checker
  /// Its actual or expected path.
  var path: String
  /// The problem, as a sentence; nil if there is none.
  var complaint: String?

  /// The hashes that the options name, otherwise the index.
  ///
  /// If it is missing or damaged there is nothing to match against: that is reported, and the documents are still
  /// checked for notices and advisories. Hashes made with another key are refused.
  ///
  /// - Parameter now: the time at which its age is determined.
  static func open(
    _ workspace: Workspace, _ flags: RunFlags, at now: Instant
  ) throws(CommandFailure) -> RunArchive {
    let opener = ArchiveOpener(newsroom: workspace.newsroom, now: now)
    if let path = flags.hashes {
      return try opener.hashes(at: path, try KeyFile(path: flags.keyFile ?? "").key())
    }
    return try opener.index(at: flags.index ?? workspace.resolved(workspace.newsroom.check.index))
  }
}

/// Opens the index or hashes that a newsroom's drafts are checked against.
private struct ArchiveOpener {
  let newsroom: Newsroom
  let now: Instant

  /// The index with the texts.
  func index(at path: String) throws(CommandFailure) -> RunArchive {
    let vocabulary = try reading { () throws(YAMLFault) in try Vocabulary.standard() }
    do throws(IndexFault) {
      let index = try WireIndex(opening: path)
      return RunArchive(
        checker: try Checker(newsroom, index: index, vocabulary: vocabulary), path: path,
        complaint: complaint("index", path, items: index.itemCount, made: Self.written(path)))
    } catch {
      return nothing(at: path, error.isMissing ? "there is no index at \(path)" : error.description)
    }
  }

  /// The hashes of an index.
  func hashes(at path: String, _ key: HashKey) throws(CommandFailure) -> RunArchive {
    do throws(IndexFault) {
      let hashes = try HashIndex(opening: path, key: key)
      return RunArchive(
        checker: Checker(newsroom, hashes: hashes), path: path,
        complaint: complaint("file of hashes", path, items: hashes.itemCount, made: hashes.made))
    } catch {
      if case .otherKey = error { throw .usage(error.description) }
      let complaint =
        error.isMissing
        ? "there are no hashes at \(path) (export them with `wirecheck index export-hashes`)"
        : error.description
      return nothing(at: path, complaint)
    }
  }

  private func nothing(at path: String, _ complaint: String) -> RunArchive {
    RunArchive(checker: Checker(newsroom), path: path, complaint: complaint)
  }

  private func complaint(_ what: String, _ path: String, items: Int, made: Instant?) -> String? {
    guard items > 0 else { return "the \(what) at \(path) is empty" }
    guard let limit = newsroom.check.maximumIndexAge, let made else { return nil }
    let age = Int(now.seconds - made.seconds)
    guard age > limit else { return nil }
    return "the \(what) at \(path) is \(age / 3600) hours old, and \(limit / 3600) hours are allowed"
  }

  /// When the index was last written; nil if the system does not say.
  private static func written(_ path: String) -> Instant? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.modificationDate] as? Date).map {
      Instant(seconds: Int64($0.timeIntervalSince1970.rounded(.down)))
    }
  }
}

extension IndexFault {
  /// Whether the index does not exist.
  fileprivate var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }
}
