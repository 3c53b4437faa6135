internal import Glibc
internal import WireDocuments

/// The process that parses untrusted input: it receives open files on standard input and answers with documents.
///
/// It opens no path. Its parent ends it by closing the socket.
public enum ReadingWorker {
  /// Serves requests until the other end closes.
  ///
  /// - Returns: the process's exit status.
  public static func serve() -> Int32 {
    let channel = SocketChannel(descriptor: 0)
    let memory = MemoryMeter()
    var time = ProcessorTime()
    /// Whether system calls are filtered; nil before the first input.
    var isFiltered: Bool?
    var last: DocumentSource?
    do {
      while let (mark, file) = try channel.receiveMark() {
        switch Mark(rawValue: mark) {
        case .read:
          guard let file, var frame = try channel.receive() else { return EXIT_FAILURE }
          let request: ReadingRequest = try frame.value()
          let filtered = isFiltered ?? Sandbox.enter(request.limits)
          isFiltered = filtered
          last = nil
          last = try answer(request, file, on: channel, isFiltered: filtered, memory, &time)
        case .bytes: try send(.bytes(last?.bytes), on: channel, now: true)
        case .places:
          guard var frame = try channel.receive() else { return EXIT_FAILURE }
          let wanted: PlacesRequest = try frame.value()
          time.allow(seconds: secondsForPlaces)
          try send(.places(last?.places(of: wanted.bytes)), on: channel, now: true)
        case nil: return EXIT_FAILURE
        }
      }
      return EXIT_SUCCESS
    } catch {
      return EXIT_FAILURE
    }
  }

  /// The CPU seconds for reading an input again, which only counts its lines.
  private static let secondsForPlaces = 300

  /// Sends the documents of one input, up to a fault; returns the source that read them.
  private static func answer(
    _ request: ReadingRequest, _ file: Int32, on channel: SocketChannel, isFiltered: Bool,
    _ memory: MemoryMeter, _ time: inout ProcessorTime
  ) throws -> DocumentSource? {
    // Standard input may pause, and a document should not wait for the next one.
    let isAtOnce = request.isCareful || request.path == "-"
    time.allow(seconds: request.limits.itemSeconds)
    var opened: DocumentSource?
    do {
      var source = try DocumentSource(
        FileInput(descriptor: file, path: request.path), path: request.path, format: request.format,
        mapping: request.mapping, limits: request.limits)
      defer { opened = source }
      // Who knows the format can go on where the first item ends this process.
      try send(
        .opened(format: source.format.name, isFiltered: isFiltered), on: channel,
        now: isAtOnce || source.format.readsOn)
      var count = 0
      while let document = try source.next() {
        count += 1
        if count > request.skipped { try send(.document(document), on: channel, now: isAtOnce) }
        time.allow(seconds: request.limits.itemSeconds)
      }
      try send(.end(residentBytes: memory.residentBytes, skipped: source.skipped), on: channel, now: true)
    } catch let fault as ReadingFault {
      try send(.fault(fault), on: channel, now: true)
    }
    return opened
  }

  private static func send(_ answer: Answer, on channel: SocketChannel, now: Bool) throws {
    var writer = FrameWriter()
    writer.write(answer)
    try channel.send(writer, now: now)
  }
}
