import WireText

/// The central directory of a ZIP archive.
struct ZIPDirectory {
  let bytes: [UInt8]
  let path: String
  let limits: Limits
  private(set) var problems: [Problem] = []
  /// The number of members whose two headers have different dates.
  private var redated = 0

  private static let endMark: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let entryMark: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let localMark: [UInt8] = [0x50, 0x4B, 3, 4]

  init(bytes: [UInt8], path: String, limits: Limits) {
    self.bytes = bytes
    self.path = path
    self.limits = limits
  }

  /// A two-byte number; the caller has checked that the bytes exist.
  private func short(_ at: Int) -> Int { Int(bytes[at]) | Int(bytes[at + 1]) << 8 }
  private func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
  private func has(_ mark: [UInt8], at: Int, count: Int) -> Bool {
    at >= 0 && at + count <= bytes.count && bytes[at...].starts(with: mark)
  }

  private func damaged(_ message: String) -> ReadingFault {
    ReadingFault("zip-damaged", path: path, "the ZIP archive is damaged: \(message)", next: "pack it again")
  }

  private func unsupported(_ message: String) -> ReadingFault {
    ReadingFault("zip-unsupported", path: path, message, next: "pack it again as plain ZIP")
  }

  mutating func read() throws(ReadingFault) -> [ZIPArchive.Member] {
    let end = try endRecord()
    let (count, size, start) = (short(end + 10), long(end + 12), long(end + 16))
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF
      || has([0x50, 0x4B, 6, 7], at: end - 20, count: 20)
    {
      throw unsupported("ZIP64 archives are not read")
    }
    guard short(end + 4) == 0, short(end + 6) == 0, short(end + 8) == count else {
      throw unsupported("the archive is one of several disks")
    }
    guard count <= limits.members else {
      throw ReadingFault(
        "limit-members", path: path, "the archive has \(count) members, more than \(limits.members)",
        next: "split the archive")
    }
    guard start + size == end else { throw damaged("its directory is not where its last record says") }
    var members: [ZIPArchive.Member] = []
    var at = start
    for _ in 0..<count {
      guard has(Self.entryMark, at: at, count: 46), at + 46 <= end else {
        throw damaged("its directory ends early")
      }
      let next = at + 46 + short(at + 28) + short(at + 30) + short(at + 32)
      guard next <= end else { throw damaged("an entry of its directory is longer than the directory") }
      if let member = try member(at, directory: start) { members.append(member) }
      at = next
    }
    guard at == end else { throw damaged("its directory holds more than its members") }
    try checkExtents(members, directory: start)
    if redated > 0 {
      problems.append(Problem("zip-dates", "the dates of \(redated) members do not agree with the directory"))
    }
    return members.filter { !$0.name.hasSuffix("/") }
  }

  /// The end record, which a comment may follow.
  private func endRecord() throws(ReadingFault) -> Int {
    let first = max(0, bytes.count - 22 - 0xFFFF)
    var at = bytes.count - 22
    var isComment = false
    while at >= first {
      if has(Self.endMark, at: at, count: 22) {
        if short(at + 20) == bytes.count - at - 22 { return at }
        isComment = true
      }
      at -= 1
    }
    throw isComment
      ? damaged("bytes follow its end, or its comment is cut")
      : damaged("it has no end record; it may have been cut off")
  }

  /// The member of a directory entry, checked against its local header; nil for a folder.
  private mutating func member(_ at: Int, directory: Int) throws(ReadingFault) -> ZIPArchive.Member? {
    let (flags, method) = (short(at + 8), short(at + 10))
    let (packed, size, header) = (long(at + 20), long(at + 24), long(at + 42))
    let name = bytes[(at + 46)..<(at + 46 + short(at + 28))]
    let printed = ZIPName.printed(name, isUTF8: flags & 0x800 != 0)
    let extra = (at + 46 + name.count)..<(at + 46 + name.count + short(at + 30))
    guard let tags = extraTags(extra, name: name) else {
      throw damaged("the extra field of `\(printed)` is cut or wrong")
    }
    if tags.contains(1) || packed == 0xFFFF_FFFF || size == 0xFFFF_FFFF || header == 0xFFFF_FFFF {
      throw unsupported("ZIP64 archives are not read")
    }
    guard has(Self.localMark, at: header, count: 30), header + 30 <= directory else {
      throw damaged("there is no header where `\(printed)` should start")
    }
    // A stream of unknown length may set both lengths to the ZIP64 marker in its local header.
    if long(header + 18) == 0xFFFF_FFFF || long(header + 22) == 0xFFFF_FFFF {
      throw unsupported("ZIP64 archives are not read")
    }
    let start = header + 30 + short(header + 26) + short(header + 28)
    guard start + packed <= directory else { throw damaged("`\(printed)` reaches into the directory") }
    let localName = bytes[(header + 30)..<min(start, header + 30 + short(header + 26))]
    let isStreamed = flags & 8 != 0
    // A member that was written as a stream has its lengths after its content.
    let agrees = { (local: Int, central: Int) in local == central || isStreamed && local == 0 }
    guard localName.elementsEqual(name), short(header + 8) == method,
      (short(header + 6) ^ flags) & 0x0808 == 0,
      agrees(long(header + 18), packed), agrees(long(header + 22), size),
      agrees(long(header + 14), long(at + 16)),
      extraTags(start - short(header + 28)..<start, name: name) != nil,
      !isStreamed || hasDescriptor(start + packed, of: at)
    else { throw damaged("the directory and the header of `\(printed)` do not agree") }
    if long(header + 10) != long(at + 12) { redated += 1 }
    let isLink = bytes[at + 5] == 3 && long(at + 38) >> 28 == 0xA
    return ZIPArchive.Member(
      name: printed, size: size,
      refusal: refusal(
        flags: flags | short(header + 6), method: method, isLink: isLink, packed: packed, size: size)
        ?? ZIPName.refusal(name),
      isDeflated: method == 8, checksum: UInt(long(at + 16)), extent: header..<(start + packed),
      content: start..<(start + packed))
  }

  /// The reason why a member is not read; nil if it is read.
  ///
  /// - Parameter flags: those of both headers, combined: a member is encrypted if either says so.
  private func refusal(flags: Int, method: Int, isLink: Bool, packed: Int, size: Int) -> String? {
    if flags & 0x2041 != 0 { return "it is encrypted" }
    if isLink { return "it is a symbolic link, which is not followed" }
    guard method == 0 || method == 8 else { return "it is packed by a method that is not read (\(method))" }
    return method == 0 && packed != size ? "it is stored, and its two lengths differ" : nil
  }

  /// Whether the data descriptor after a streamed member agrees with its directory entry.
  private func hasDescriptor(_ end: Int, of entry: Int) -> Bool {
    let fields = bytes[(entry + 16)..<(entry + 28)]
    return bytes[end...].starts(with: fields)
      || bytes[end...].starts(with: [0x50, 0x4B, 7, 8]) && bytes[end...].dropFirst(4).starts(with: fields)
  }

  /// The tags of an extra field; nil if it is truncated, repeats a tag, or holds another member's name.
  private func extraTags(_ range: Range<Int>, name: ArraySlice<UInt8>) -> Set<Int>? {
    var tags: Set<Int> = []
    var at = range.lowerBound
    while at + 4 <= range.upperBound {
      let (tag, count) = (short(at), short(at + 2))
      guard tags.insert(tag).inserted, at + 4 + count <= range.upperBound else { return nil }
      // A Unicode name carries the checksum of the plain name that it replaces.
      if tag == 0x7075, count >= 5, UInt(long(at + 5)) != InflateStream.checksum(Array(name)) { return nil }
      at += 4 + count
    }
    // Some writers pad with fewer bytes than a tag takes.
    return tags
  }

  /// Throws for members that share bytes or a name, and reports bytes that belong to no member.
  private mutating func checkExtents(_ members: [ZIPArchive.Member], directory: Int) throws(ReadingFault) {
    var names: Set<String> = []
    for member in members where !names.insert(member.name).inserted {
      throw damaged("it has two members of the name `\(member.name)`")
    }
    var end = 0
    var unclaimed = 0
    for member in members.sorted(by: { $0.extent.lowerBound < $1.extent.lowerBound }) {
      guard member.extent.lowerBound >= end else {
        throw damaged("`\(member.name)` shares bytes with another member")
      }
      unclaimed += gap(end, member.extent.lowerBound)
      end = member.extent.upperBound
    }
    unclaimed += gap(end, directory)
    if unclaimed > 0 {
      problems.append(Problem("zip-unclaimed", "\(unclaimed) bytes of the archive belong to no member"))
    }
  }

  /// The number of bytes between two members, not counting a data descriptor.
  private func gap(_ start: Int, _ end: Int) -> Int { [0, 12, 16].contains(end - start) ? 0 : end - start }
}

/// Member names.
private enum ZIPName {
  /// A name that is safe to print; as the format defines, a name that is not UTF-8 is in code page 437.
  static func printed(_ name: ArraySlice<UInt8>, isUTF8: Bool) -> String {
    let isValid = String(validating: name, as: UTF8.self) != nil
    let decoded = Decoded(Array(name), label: isUTF8 || isValid ? nil : "cp437")
    return String(decoding: decoded.utf8, as: UTF8.self).printable(limit: 1000)
  }

  /// Why a member with such a name is not read; nil for a plain path below the archive's root.
  static func refusal(_ name: ArraySlice<UInt8>) -> String? {
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isDrive = name.count > 1 && name[name.startIndex + 1] == UInt8(ascii: ":")
    if name.isEmpty { return "it has no name" }
    if name.first == UInt8(ascii: "/") || isDrive || parts.contains(Array("..".utf8)[...]) {
      return "its name leads out of the archive"
    }
    return name.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") }
      ? "its name holds characters that names of members do not have" : nil
  }
}
