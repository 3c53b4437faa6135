public import Wirecheck

extension RunRecord {
  /// Reads a record from a report in the format `json`, as `RunRecordReader` does.
  public init(readingJSON bytes: [UInt8]) throws(RunRecordFault) {
    var reader = RunRecordReader()
    reader.read(bytes)
    self = try reader.finish()
  }
}
