/// Keeps the bytes that were read, up to a limit.
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
    // Only the count: a second reference to the array would force a copy.
    guard let count = bytes?.count else { return }
    if count + more.count > limit { bytes = nil } else { bytes?.append(contentsOf: more) }
  }
}
