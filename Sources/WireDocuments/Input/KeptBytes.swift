/// Keeps the bytes that were read, up to a limit.
final class KeptBytes {
  private let limit: Int
  /// The bytes in the pieces in which they were read; nil if there are more than the limit.
  private(set) var pieces: [[UInt8]]? = []
  private var count = 0
  /// Whether the bytes are those of a container.
  private(set) var isPacked = false

  init(limit: Int) { self.limit = limit }

  /// Keeps nothing, since the bytes are those of a container.
  func stop() {
    pieces = nil
    isPacked = true
  }

  func take(_ more: [UInt8]) {
    count += more.count
    if count > limit { pieces = nil } else { pieces?.append(more) }
  }
}
