internal import Glibc
internal import WireDocuments

/// One end of a socket between two processes of this program, for frames and open file descriptors.
///
/// A frame is its length in four bytes, little-endian, followed by its bytes.
final class SocketChannel {
  /// Why nothing more can be received.
  enum Broken: Error {
    /// The other end closed the socket.
    case closed
    /// Nothing arrived within the waiting time.
    case late
    /// The bytes are not a valid message of this program.
    case garbled
  }

  /// The longest frame that is accepted, in bytes.
  private static let longestFrame = 1 << 29
  /// How many bytes are collected before they are sent.
  private static let gathered = 1 << 16

  let descriptor: Int32
  private var outgoing: [UInt8] = []
  private var incoming: [UInt8] = []
  private var start = 0

  /// Takes ownership of a descriptor.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  // MARK: Frames

  /// Queues a frame, to be sent together with those that follow soon, unless `now` is set.
  func send(_ frame: FrameWriter, now: Bool = false) throws(Broken) {
    let count = UInt32(truncatingIfNeeded: frame.bytes.count)
    for shift in [0, 8, 16, 24] as [UInt32] { outgoing.append(UInt8(truncatingIfNeeded: count >> shift)) }
    outgoing += frame.bytes
    if now || outgoing.count >= Self.gathered { try flush() }
  }

  /// Sends all queued frames.
  func flush() throws(Broken) {
    var sent = 0
    while sent < outgoing.count {
      let count = outgoing[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .closed }
      sent += count
    }
    outgoing.removeAll(keepingCapacity: true)
  }

  /// The next frame; nil if the other end closed the socket before one.
  ///
  /// - Parameter seconds: how long to wait for more bytes; nil for ever.
  func receive(within seconds: Int? = nil) throws(Broken) -> FrameReader? {
    guard try fill(4, within: seconds) else {
      guard incoming.count == start else { throw .closed }
      return nil
    }
    var count = 0
    for (shift, byte) in incoming[start..<start + 4].enumerated() { count |= Int(byte) << (8 * shift) }
    guard count <= Self.longestFrame else { throw .garbled }
    guard try fill(4 + count, within: seconds) else { throw .closed }
    defer { start += 4 + count }
    return FrameReader(Array(incoming[start + 4..<start + 4 + count]))
  }

  /// Reads until `count` bytes are available; false if the input ends first.
  private func fill(_ count: Int, within seconds: Int?) throws(Broken) -> Bool {
    while incoming.count - start < count {
      if start > 0 {
        incoming.removeFirst(start)
        start = 0
      }
      if let seconds { try wait(seconds) }
      var got = 0
      let more = [UInt8](unsafeUninitializedCapacity: Self.gathered * 4) { buffer, count in
        got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, got)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .closed }
      if got == 0 { return false }
      if incoming.isEmpty { incoming = more } else { incoming += more }
    }
    return true
  }

  private func wait(_ seconds: Int) throws(Broken) {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let (milliseconds, isOverflow) = seconds.multipliedReportingOverflow(by: 1000)
    let limit = isOverflow ? Int32.max : Int32(clamping: milliseconds)
    var result: Int32
    repeat { result = Glibc.poll(&poll, 1, limit) } while result < 0 && errno == EINTR
    guard result > 0 else { throw .late }
  }

  // MARK: File descriptors

  /// Sends one byte, with an open file descriptor if one is given.
  func send(mark: UInt8, file: Int32?) throws(Broken) {
    var control = ControlMessage(file: file ?? -1)
    var mark = mark
    let sent = withUnsafeMutableBytes(of: &mark) { byte in
      withUnsafeMutableBytes(of: &control) { control in
        Self.withMessage(byte, file == nil ? nil : control) { message in
          sendmsg(descriptor, message, Int32(MSG_NOSIGNAL))
        }
      }
    }
    guard sent == 1 else { throw .closed }
  }

  /// The byte and the file descriptor sent by the other end; nil if it closed the socket.
  func receiveMark() throws(Broken) -> (mark: UInt8, file: Int32?)? {
    precondition(incoming.count == start, "marks come between frames")
    var control = ControlMessage(file: -1)
    var mark: UInt8 = 0
    var length = 0
    let got = withUnsafeMutableBytes(of: &mark) { byte in
      withUnsafeMutableBytes(of: &control) { control in
        Self.withMessage(byte, control) { message in
          let got = recvmsg(descriptor, message, Int32(MSG_CMSG_CLOEXEC))
          length = Int(message.pointee.msg_controllen)
          return got
        }
      }
    }
    guard got >= 0 else { throw .closed }
    return got == 0 ? nil : (mark, length > 0 ? control.file : nil)
  }

  /// Calls a body with a message made of one run of bytes and its control data.
  private static func withMessage(
    _ bytes: UnsafeMutableRawBufferPointer, _ control: UnsafeMutableRawBufferPointer?,
    _ body: (UnsafeMutablePointer<msghdr>) -> Int
  ) -> Int {
    var vector = iovec(iov_base: bytes.baseAddress, iov_len: bytes.count)
    return withUnsafeMutablePointer(to: &vector) { vector in
      var message = msghdr()
      message.msg_iov = vector
      message.msg_iovlen = 1
      message.msg_control = control?.baseAddress
      message.msg_controllen = control?.count ?? 0
      return body(&message)
    }
  }
}

/// `struct cmsghdr` followed by one descriptor, as `CMSG_LEN` and related macros lay it out on 64-bit Linux.
private struct ControlMessage {
  var length: Int = 20
  var level = Int32(SOL_SOCKET)
  var type = Int32(SCM_RIGHTS)
  var file: Int32
  var padding: Int32 = 0

  init(file: Int32) { self.file = file }
}
