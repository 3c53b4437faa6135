internal import Glibc

/// Why an index cannot be used, or not changed.
public enum IndexFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no index at the path.
  case missing(path: String)
  /// A file of the index is not as it was written; nothing in the index is trusted.
  case damaged(file: String, reason: String)
  /// The index was written in another format by another version of the tool.
  case otherFormat(file: String, found: String)
  /// The index was made with other language data, so its fingerprints cannot be compared.
  case otherVocabulary
  /// A file of keyed hashes was made with another key; `made` and `held` are the keys' fingerprints.
  case otherKey(file: String, made: String, held: String)
  /// Another process is changing the index.
  case locked(path: String)
  /// The disk is full; the index is as it was.
  case diskFull(path: String)
  /// The system refused an operation.
  case system(operation: String, path: String, code: Int32)
  /// An item or the index as a whole is larger than the format can hold.
  case tooLarge(reason: String)

  /// What happened and what to do next.
  public var description: String {
    switch self {
    case .missing(let path): "there is no index at \(path) (create it with `wirecheck index add`)"
    case .damaged(let file, let reason):
      "the index is damaged: \(file): \(reason) (restore it, or build it again)"
    case .otherFormat(let file, let found):
      "\(file) has the format \(found), which this version does not read (build the index again)"
    case .otherVocabulary: "the index was made with other language data (build it again)"
    case .otherKey(let file, let made, let held):
      "\(file) was made with the key \(made), and this is the key \(held) (name the key that it was exported with)"
    case .locked(let path): "another process is changing the index at \(path) (try again when it has ended)"
    case .diskFull(let path): "no space left for \(path); the index is unchanged (free some space)"
    case .system(let operation, let path, let code):
      "cannot \(operation) \(path): \(String(cString: strerror(code))) (check the path and its permissions)"
    case .tooLarge(let reason): reason
    }
  }

  /// The fault of a failed system call.
  static func system(_ operation: String, _ path: String, errno code: Int32) -> IndexFault {
    switch code {
    case ENOENT where operation == "open": .missing(path: path)
    case ENOSPC, EDQUOT: .diskFull(path: path)
    default: .system(operation: operation, path: path, code: code)
    }
  }
}
