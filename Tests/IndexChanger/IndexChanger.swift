import CFailurePoints
import Glibc
import WireMatching
import WireText

/// Changes an index in one way and fails at a point of it, for tests that see what is left.
///
///     IndexChanger INDEX CHANGE POINT FAILURE
///
/// Ends with 0 when the change is made, with 3 when the index could not be changed; prints the number of points.
@main
enum IndexChanger {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let point = Int(arguments[3]), let failure = Int32(arguments[4]) else {
      exit(2)
    }
    failure_points_start(point, failure)
    var status: Int32 = 0
    do throws(IndexFault) { try change(arguments[1], arguments[2]) } catch { status = 3 }
    let count = failure_points_count()
    failure_points_start(0, 0)
    print(count)
    exit(status)
  }

  private static func change(_ path: String, _ change: String) throws(IndexFault) {
    let writer = try IndexWriter(at: path, vocabulary: .neutral)
    switch change {
    case "add":
      for number in 0..<3 {
        try writer.add(item("new-\(number)", 1, "The ferry \(number) left the harbour at noon."))
      }
      // A newer version, and a kill by another item: a version without a text.
      try writer.add(item("item-0", 2, "The lamp on the mole is green now, said the keeper."))
      try writer.add(item("item-1", .max, ""))
    case "state": try writer.setPayload(id: "item-0") { $0.payload + Array(" killed".utf8) }
    case "remove":
      try writer.remove(id: "item-0")
      try writer.remove(before: Instant(seconds: 2))
    case "purge":
      try writer.remove(id: "item-0")
      try writer.commit(purging: true)
      return
    default: exit(2)
    }
    try writer.commit()
  }

  private static func item(_ id: String, _ version: Int, _ text: String) -> IndexItem {
    IndexItem(
      id: id, version: version, payload: Array("payload of \(id)".utf8), text: Array(text.utf8),
      time: Instant(seconds: 9))
  }
}
