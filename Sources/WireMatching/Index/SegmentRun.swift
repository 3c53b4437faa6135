internal import Glibc
internal import WireText

/// A segment being written: a file with a temporary name that is renamed when it is complete and on disk.
final class SegmentRun {
  private let directory: String
  private let temporary: String
  private let descriptor: Int32
  private var builder: SegmentBuilder
  private var isClosed = false

  /// A run without items.
  init(path: String, vocabulary: Vocabulary) throws(IndexFault) {
    directory = path
    temporary = "\(path)/\(AtomicFile.temporaryPrefix)segment"
    descriptor = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    let code = errno
    builder = try SegmentBuilder(descriptor: descriptor, path: temporary, vocabulary: vocabulary)
    guard descriptor >= 0 else { throw .system("create", temporary, errno: code) }
  }

  deinit {
    Glibc.close(descriptor)
    if !isClosed { unlink(temporary) }
  }

  /// The number of items.
  var count: Int { builder.count }
  /// Whether it is time for the next run.
  var isFull: Bool { builder.isFull }

  /// Adds an item and gives its number.
  func add(_ item: IndexItem, isSuperseded: Bool) throws(IndexFault) -> UInt32 {
    try builder.add(item, isSuperseded: isSuperseded)
  }

  /// Adds the items of a segment in their current state, without the removed ones.
  func add(segment number: Int, of index: WireIndex) throws(IndexFault) {
    for item in 0..<UInt32(index.segments[number].itemCount) {
      let place = IndexPlace(segment: UInt32(number), item: item)
      if index.changes.isRemoved(place) { continue }
      let entry = try index.entry(place)
      let copy = IndexItem(
        id: entry.id, version: entry.version, payload: entry.payload, text: try index.text(of: entry),
        masked: entry.masked, time: entry.time)
      _ = try builder.add(copy, isSuperseded: entry.isSuperseded)
    }
  }

  /// Completes the file, renames and maps it.
  func close(name: String) throws(IndexFault) -> (file: Manifest.File, segment: Segment) {
    let sum = try builder.finish()
    guard fsync(descriptor) == 0 else { throw .system("write", temporary, errno: errno) }
    let path = "\(directory)/\(name)"
    guard rename(temporary, path) == 0 else { throw .system("rename", temporary, errno: errno) }
    isClosed = true
    let file = try MappedFile(path: path)
    return (
      Manifest.File(name: name, bytes: file.count, sum: sum), try Segment(file, expected: sum)
    )
  }
}
