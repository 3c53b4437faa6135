internal import WireDocuments

/// What is asked of a reading process: which documents of an open input.
struct ReadingRequest: Framed {
  /// The path, for messages and origins; it is not opened.
  var path: String
  /// The format to read it as; nil to tell it from the content.
  var format: String?
  /// Where an input of no known format keeps what is asked for.
  var mapping: FieldMapping?
  var limits: Limits
  /// How many documents were handed over before and are not wanted again.
  var skipped = 0
  /// Whether each document is handed over as soon as it is read, so that it is known at which one the process ends.
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

/// What is asked, as the byte before a request.
enum Mark: UInt8 {
  /// A file comes with the byte and a `ReadingRequest` after it.
  case read = 1
  /// The bytes of the input read last are wanted.
  case bytes = 2
  /// The places of bytes of that input are wanted; which ones comes with the byte.
  case places = 3
}
