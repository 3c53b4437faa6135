import CZlib

/// Writes small ZIP archives, sound ones and broken ones.
struct ZIPWriter {
  /// What a member is written like.
  struct Member {
    var name: String
    var bytes: [UInt8]
    var isDeflated = true
    /// Bits of the general purpose flag.
    var flags: UInt16 = 0
    /// Further bits of it, of which only the directory knows.
    var hiddenFlags: UInt16 = 0
    /// The length that both headers say; nil for the true one.
    var saidSize: Int?
    /// What the directory has in its place of the method.
    var method: UInt16?
    /// The upper half of the external attributes: the mode of Unix.
    var mode: UInt16 = 0o100644

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// An archive of members in order.
  static func archive(_ members: [Member], comment: String = "") -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let packed = member.isDeflated ? deflated(member.bytes) : member.bytes
      let name = Array(member.name.utf8)
      let method = member.method ?? (member.isDeflated ? 8 : 0)
      let isStreamed = member.flags & 8 != 0
      let sum = UInt32(truncatingIfNeeded: checksum(member.bytes))
      let sizes = long(sum) + long(packed.count) + long(member.saidSize ?? member.bytes.count)
      func common(_ flags: UInt16) -> [UInt8] { short(20) + short(flags) + short(method) + long(0) }
      directory +=
        [0x50, 0x4B, 1, 2, 20, 3] + common(member.flags | member.hiddenFlags)
        + sizes + short(UInt16(name.count)) + short(0) + short(0)
      directory += short(0) + short(0) + short(0) + short(member.mode) + long(file.count) + name
      file += [0x50, 0x4B, 3, 4] + common(member.flags) + (isStreamed ? long(0) + long(0) + long(0) : sizes)
      file += short(UInt16(name.count)) + short(0) + name + packed
      if isStreamed { file += [0x50, 0x4B, 7, 8] + sizes }
    }
    let count = short(UInt16(members.count))
    let end =
      [0x50, 0x4B, 5, 6] + short(0) + short(0) + count + count + long(directory.count) + long(file.count)
    return file + directory + end + short(UInt16(comment.utf8.count)) + Array(comment.utf8)
  }

  static func short(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  static func long(_ value: Int) -> [UInt8] { long(UInt32(value)) }
  static func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(value & 0xFFFF)) + short(UInt16(value >> 16))
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt {
    bytes.withUnsafeBufferPointer { $0.isEmpty ? 0 : crc32_z(0, $0.baseAddress, $0.count) }
  }

  /// Raw deflate.
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, windowBits: -15) }
}

/// Writes small tar archives.
enum TARWriter {
  /// An archive of regular files; a name beyond 100 bytes is written as GNU does.
  static func archive(_ members: [(name: String, text: String)]) -> [UInt8] {
    members.flatMap { member -> [UInt8] in
      let name = Array(member.name.utf8)
      let long = name.count > 100 ? block("././@LongLink", name + [0], type: "L") : []
      return long + block(String(member.name.prefix(100)), Array(member.text.utf8), type: "0")
    } + [UInt8](repeating: 0, count: 1024)
  }

  static func block(_ name: String, _ content: [UInt8], type: Character) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at: Int) { header.replaceSubrange(at..<(at + text.utf8.count), with: text.utf8) }
    put(name, at: 0)
    put(octal(content.count, width: 11), at: 124)
    put("        ", at: 148)
    put("\(type)ustar\u{0}00", at: 156)
    header.replaceSubrange(156..<157, with: [type.asciiValue ?? 0])
    header.replaceSubrange(257..<265, with: Array("ustar\u{0}00".utf8))
    put(octal(header.reduce(0) { $0 + Int($1) }, width: 6) + "\u{0} ", at: 148)
    return header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  private static func octal(_ value: Int, width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: width - digits.count) + digits
  }
}
