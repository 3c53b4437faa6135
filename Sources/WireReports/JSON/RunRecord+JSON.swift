public import Wirecheck

extension RunRecord {
  /// The name and version of the form that this version reads and writes.
  static let form = "wirecheck/run/1"

  /// Reads a record from a report in the format `json`, as `RunRecordReader` does.
  public init(readingJSON bytes: [UInt8]) throws(RunRecordFault) {
    var reader = RunRecordReader()
    reader.read(bytes)
    self = try reader.finish()
  }
}
