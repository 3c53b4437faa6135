internal import WireDocuments

/// A request to a reading process: which documents of an open input to read.
struct ReadingRequest: Framed {
  /// The path, for messages and origins; it is not opened.
  var path: String
  /// The format to read it as; nil to detect it from the content.
  var format: String?
  /// The field mapping for an input of unknown format; nil for known formats.
  var mapping: FieldMapping?
  var limits: Limits
  /// How many documents to skip, because they were already delivered.
  var skipped = 0
  /// Whether each document is sent as soon as it is read, so that it is known at which one the process ends.
  var isCareful = false

  init(path: String, format: String?, mapping: FieldMapping? = nil, limits: Limits) {
    self.path = path
    self.format = format
    self.mapping = mapping
    self.limits = limits
  }

  init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      path: try reader.text(), format: try reader.optional(), mapping: try reader.optional(),
      limits: try reader.value())
    skipped = try reader.number()
    isCareful = try reader.flag()
  }

  func write(to writer: inout FrameWriter) {
    writer.write(path)
    writer.write(format)
    writer.write(mapping)
    writer.write(limits)
    writer.write(skipped)
    writer.write(isCareful)
  }
}

/// The kind of request, as the byte before it.
enum Mark: UInt8 {
  /// Read a file, which is sent with the byte; a `ReadingRequest` follows.
  case read = 1
  /// Send the bytes of the last input.
  case bytes = 2
  /// Send the positions of bytes of the last input; a `PlacesRequest` follows.
  case places = 3
}
