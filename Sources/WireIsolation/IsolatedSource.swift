internal import Glibc
public import WireDocuments
public import WireText

/// The documents of one input, read by a separate process.
public struct IsolatedSource: DocumentFeed {
  /// How many times the process may be restarted for one input before the rest of the input is given up.
  private static let restarts = 16
  /// Wall-clock seconds to wait for an answer, per second of CPU time that an item may take.
  private static let patience = 10

  /// The path as given; `-` is standard input.
  public let path: String
  /// The format as which the input is read.
  public private(set) var format = Format(name: "", title: "")
  /// Parts that were skipped because they contain no document; complete after the last document.
  public private(set) var skipped: [SkippedPart] = []
  /// Whether the process that reads may make only the system calls that parsing needs.
  public private(set) var filtersSystemCalls = false
  private let reading: IsolatedReading
  private let file: FileInput
  private var request: ReadingRequest
  private var process: WorkerProcess
  private var restarts = 0
  /// The number of this input among the process's inputs.
  private var number = 0

  init(
    _ file: FileInput, _ request: ReadingRequest, by reading: IsolatedReading
  ) throws(ReadingFault) {
    path = request.path
    self.file = file
    self.request = request
    self.reading = reading
    process = try reading.process(for: path)
    try start()
  }

  /// The next document; nil at the end.
  ///
  /// A document that crashed the process is returned as one with a problem, if the format allows reading to continue
  /// after it.
  public mutating func next() throws(ReadingFault) -> Document? {
    while process.isBusy, process.inputs == number {
      let answer: Answer
      do throws(SocketChannel.Broken) { answer = try self.answer() } catch {
        try restart(after: error)
        continue
      }
      switch answer {
      case .document(let document):
        request.skipped += 1
        return document
      case .end(let residentBytes, let skipped):
        self.skipped = skipped
        process.finish(residentBytes: residentBytes)
        return nil
      case .fault(let fault):
        process.finish()
        throw fault
      case .opened, .bytes, .places: try restart(after: .garbled)
      }
    }
    return nil
  }

  /// The input's bytes, available after its last document; nil if there are more than `Limits.keptBytes`.
  public var bytes: [UInt8]? {
    guard case .bytes(let bytes) = answer(to: .bytes) else { return nil }
    return bytes
  }

  /// The lines and columns of bytes of the input, available after its last document; nil if they cannot be determined.
  public func places(of bytes: [Int]) -> [BytePlace]? {
    var frame = FrameWriter()
    frame.write(PlacesRequest(bytes: bytes))
    guard case .places(let places) = answer(to: .places, frame) else { return nil }
    return places
  }

  /// What the process answers to a question about the input that it has read; nil where it cannot.
  ///
  /// A process that does not answer is given up: its answer would come late, to the next input.
  private func answer(to mark: Mark, _ frame: FrameWriter? = nil) -> Answer? {
    guard isDone else { return nil }
    do throws(SocketChannel.Broken) {
      try process.channel.send(mark: mark.rawValue, file: nil)
      if let frame { try process.channel.send(frame, now: true) }
      let answer = try answer()
      switch (mark, answer) {
      case (.bytes, .bytes), (.places, .places): return answer
      default: throw .garbled
      }
    } catch {
      _ = reading.discard(process, after: error)
      return nil
    }
  }

  /// Whether the process read this input last, and to its end.
  private var isDone: Bool { process.inputs == number && !process.isBusy }

  private func answer() throws(SocketChannel.Broken) -> Answer {
    // Standard input may be slow for as long as its writer likes.
    let (seconds, isEndless) = request.limits.itemSeconds.multipliedReportingOverflow(by: Self.patience)
    guard var frame = try process.channel.receive(within: isEndless || !file.isRepeatable ? nil : seconds)
    else { throw .closed }
    do throws(FrameFault) { return try frame.value() } catch { throw .garbled }
  }

  /// Sends the input to the process, which answers with its format.
  private mutating func start() throws(ReadingFault) {
    number = process.begin()
    var frame = FrameWriter()
    frame.write(request)
    let answer: Answer
    do throws(SocketChannel.Broken) {
      try process.channel.send(mark: Mark.read.rawValue, file: file.descriptor)
      try process.channel.send(frame, now: true)
      answer = try self.answer()
    } catch {
      throw fault(reading.discard(process, after: error))
    }
    switch answer {
    case .opened(let name, let isFiltered):
      format = Format.all.first { $0.name == name } ?? Format(name: name, title: name)
      filtersSystemCalls = isFiltered
    case .fault(let fault):
      process.finish()
      throw fault
    case .document, .end, .bytes, .places: throw fault(reading.discard(process, after: .garbled))
    }
  }

  /// Continues after the document at which the process ended.
  private mutating func restart(after reason: SocketChannel.Broken) throws(ReadingFault) {
    let end = reading.discard(process, after: reason)
    let item = request.skipped + 1
    guard restarts < Self.restarts, request.limits.ending[item] == nil, file.rewind(),
      request.limits.leftOut[item] == nil || format.readsOn
    else { throw fault(end) }
    restarts += 1
    if format.readsOn, !request.isCareful {
      // Several documents may have been in transit: the one that ended the process is known only if each is sent at
      // once.
      request.isCareful = true
    } else if !format.attachesFiles || !request.limits.apart.insert(item).inserted {
      // Attachments are then read separately from their message, so that only the one that ends the process is lost.
      let problem = Problem(end.code, end.message(request.limits), losesText: true)
      if request.limits.leftOut.updateValue(problem, forKey: item) != nil {
        request.limits.ending[item] = problem
      }
    }
    process = try reading.process(for: path)
    try start()
  }

  private func fault(_ end: ReaderEnd) -> ReadingFault {
    let place = request.skipped == 0 ? "" : "after \(request.skipped) documents: "
    return ReadingFault(
      end.code, path: path, place + end.message(request.limits),
      next: "send the file to whoever maintains the reader; the limits can be raised by --limit")
  }
}
