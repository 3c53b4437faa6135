/// The bytes that were read, as long as they are few.
final class KeptBytes {
  private let limit: Int
  private(set) var bytes: [UInt8]? = []
  /// Whether the bytes are those of a container.
  private(set) var isPacked = false

  init(limit: Int) { self.limit = limit }

  /// Keeps nothing, since the bytes are those of a container.
  func stop() {
    bytes = nil
    isPacked = true
  }

  func take(_ more: [UInt8]) {
    // The count alone: a second holder of the bytes would make them be copied.
    guard let count = bytes?.count else { return }
    if count + more.count > limit { bytes = nil } else { bytes?.append(contentsOf: more) }
  }
}
