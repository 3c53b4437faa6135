internal import WireDocuments

/// How a reading process ended before its work was done.
enum ReaderEnd {
  case hung
  case crashed(signal: Int32?)

  var code: String {
    switch self {
    case .hung: "reader-hung"
    case .crashed: "reader-crashed"
    }
  }

  /// What happened to an item, without any of its text.
  func message(_ limits: Limits) -> String {
    switch self {
    case .hung: "reading it took more than \(limits.itemSeconds) seconds of processor time"
    case .crashed(let signal):
      "the process that read it ended\(signal.map { " by signal \($0)" } ?? ""): a fault of the reader, or more "
        + "than \(limits.processBytes >> 20) MiB of memory"
    }
  }
}
