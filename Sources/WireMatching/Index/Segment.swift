internal import Glibc
internal import Synchronization
internal import WireText

/// One segment, mapped for reading.
///
/// Nothing in the file is trusted: opening compares the header with its checksum and all bounds with the file; each
/// block is compared with its checksum when it is first touched; each number that refers to another place is
/// compared with the bounds of its section. Any mismatch is `IndexFault.damaged`.
final class Segment: @unchecked Sendable {
  private let file: MappedFile
  private let base: UnsafeRawPointer
  /// The numbers of its header.
  let header: SegmentFormat.Header
  /// Where its seeds begin; a search reads thousands of them.
  let seeds: UnsafeRawPointer
  /// The checksum of its header, which covers the whole file.
  let sum: UInt64
  /// One bit a block: whether its checksum was verified.
  ///
  /// Two threads may check the same block, with the same result.
  private let checked: UnsafeMutablePointer<Atomic<UInt64>>
  private let checkedCount: Int
  private let blockCount: Int

  /// The file's path, for messages.
  var path: String { file.path }
  /// The number of items.
  var itemCount: Int { Int(header.items) }
  /// Whether it holds all seeds of its items.
  var isWhole: Bool { header.density == SegmentFormat.fullDensity }
  /// The number of units.
  var unitCount: Int { Int(header.units) }

  /// Maps a segment.
  ///
  /// - Parameter expected: the checksum of its header, where a manifest gives it.
  init(_ file: MappedFile, expected: UInt64? = nil) throws(IndexFault) {
    guard let base = file.base, file.count >= SegmentFormat.headerBytes else {
      throw .damaged(file: file.path, reason: "it is too short")
    }
    self.file = file
    self.base = base
    sum = Checksum.sum(base, SegmentFormat.headerBytes)
    if let expected, sum != expected {
      throw .damaged(file: file.path, reason: "it is not the file that the manifest names")
    }
    header = try Self.header(base, file)
    seeds = base + Int(header.sections[SegmentFormat.Section.seeds.rawValue].offset)
    blockCount = Int(header.sections[SegmentFormat.Section.sums.rawValue].length) / 8
    checkedCount = (blockCount + blockCount * 8 / SegmentFormat.blockBytes + 1) / 64 + 1
    checked = .allocate(capacity: checkedCount)
    for index in 0..<checkedCount { (checked + index).initialize(to: Atomic(0)) }
  }

  deinit {
    checked.deinitialize(count: checkedCount)
    checked.deallocate()
  }

  /// The bytes of the file.
  var byteCount: Int { file.count }

  /// Where a section begins, and its bytes.
  @inline(__always)
  func bounds(_ section: SegmentFormat.Section) -> (start: Int, count: Int) {
    let bounds = header.sections[section.rawValue]
    return (Int(truncatingIfNeeded: bounds.offset), Int(truncatingIfNeeded: bounds.length))
  }

  /// The first byte of a section; call `touch` before reading.
  @inline(__always)
  func pointer(_ section: SegmentFormat.Section) -> UnsafeRawPointer { base + bounds(section).start }

  /// Verifies the blocks that hold a part of a section, unless that was done before.
  ///
  /// - Returns: false if the part is not inside the section or a checksum is wrong.
  @inline(__always)
  func touch(_ section: SegmentFormat.Section, _ offset: Int, _ count: Int) -> Bool {
    let bounds = bounds(section)
    guard offset >= 0, count >= 0, offset <= bounds.count, count <= bounds.count &- offset else {
      return false
    }
    if count == 0 { return true }
    var block = (bounds.start &+ offset) / SegmentFormat.blockBytes
    let last = (bounds.start &+ offset &+ count &- 1) / SegmentFormat.blockBytes
    while block <= last {
      if !isChecked(block), !check(block) { return false }
      block &+= 1
    }
    return true
  }

  /// Throws if the file was truncated since it was mapped.
  func demandWhole() throws(IndexFault) {
    guard file.isWhole else { throw damage("it was cut short while it was in use") }
  }

  /// The fault for a part that `touch` rejected.
  func damage(_ reason: String) -> IndexFault { .damaged(file: path, reason: reason) }

  /// The first block whose checksum is wrong, if any.
  var firstDamagedBlock: Int? { (1..<max(1, blockCount)).first { !check($0) } }

  @inline(__always)
  private func isChecked(_ bit: Int) -> Bool {
    (checked + bit / 64).pointee.load(ordering: .relaxed) & (1 &<< UInt64(bit & 63)) != 0
  }

  private func mark(_ bit: Int) {
    (checked + bit / 64).pointee.bitwiseOr(1 << UInt64(bit & 63), ordering: .relaxed)
  }

  /// Compares a block with its checksum, and that checksum's block with its own.
  @inline(never)
  private func check(_ block: Int) -> Bool {
    guard block > 0, block < blockCount else { return false }
    let sums = bounds(.sums)
    let sumBlock = block * 8 / SegmentFormat.blockBytes
    if !isChecked(blockCount + sumBlock) {
      let at = sumBlock * SegmentFormat.blockBytes
      let count = min(SegmentFormat.blockBytes, sums.count - at)
      let sum = Checksum.sum(base + sums.start + at, count)
      guard sum == load(.sumsOfSums, sumBlock) else { return false }
      mark(blockCount + sumBlock)
    }
    let sum = Checksum.sum(base + block * SegmentFormat.blockBytes, SegmentFormat.blockBytes)
    guard sum == load(.sums, block) else { return false }
    mark(block)
    return true
  }

  private func load(_ section: SegmentFormat.Section, _ index: Int) -> UInt64 {
    UInt64(littleEndian: pointer(section).loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}

extension Segment {
  /// Reads and checks the header.
  private static func header(_ base: UnsafeRawPointer, _ file: MappedFile) throws(IndexFault)
    -> SegmentFormat.Header
  {
    let magic = (0..<8).map { base.load(fromByteOffset: $0, as: UInt8.self) }
    guard magic == SegmentFormat.magic else {
      throw magic.prefix(7) == SegmentFormat.magic.prefix(7)
        ? .otherFormat(file: file.path, found: String(decoding: magic, as: UTF8.self))
        : .damaged(file: file.path, reason: "it is no segment")
    }
    func number(_ index: Int) -> UInt64 {
      UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    guard number(SegmentFormat.headerBytes / 8 - 1) == Checksum.sum(base, SegmentFormat.headerBytes - 8)
    else {
      throw .damaged(file: file.path, reason: "the checksum of its header is wrong")
    }
    var header = SegmentFormat.Header()
    header.vocabulary = number(1)
    header.items = number(2)
    header.units = number(3)
    header.words = number(4)
    header.seeds = number(5)
    header.wordBits = number(6)
    header.seedBits = number(7)
    header.root = number(8)
    header.density = number(9 + header.sections.count * 2)
    for index in header.sections.indices {
      header.sections[index] = (number(9 + index * 2), number(10 + index * 2))
    }
    if let reason = fault(in: header, file.count) { throw .damaged(file: file.path, reason: reason) }
    let root = header.sections[SegmentFormat.Section.sumsOfSums.rawValue]
    guard Checksum.sum(base + Int(root.offset), Int(root.length)) == header.root else {
      throw .damaged(file: file.path, reason: "its table of checksums is wrong")
    }
    return header
  }

  /// The first inconsistency of a header, with the file or in itself; nil if there is none.
  private static func fault(in header: SegmentFormat.Header, _ fileBytes: Int) -> String? {
    typealias Section = SegmentFormat.Section
    var end = UInt64(SegmentFormat.headerBytes)
    for section in Section.allCases {
      let bounds = header.sections[section.rawValue]
      let (upper, overflows) = bounds.offset.addingReportingOverflow(bounds.length)
      guard !overflows, bounds.offset >= end, upper <= UInt64(fileBytes) else {
        return "section \(section) lies outside the file"
      }
      end = upper
    }
    guard header.items <= 1 << 32, header.units <= UInt64(SegmentFormat.mostUnits),
      header.words <= 1 << 32, header.seeds <= 1 << 32, header.wordBits <= 30, header.seedBits <= 30,
      (1...SegmentFormat.fullDensity).contains(header.density)
    else { return "a number of its header is out of range" }
    func length(_ section: Section) -> UInt64 { header.sections[section.rawValue].length }
    guard length(.items) == header.items * UInt64(SegmentFormat.itemBytes), length(.ids) == header.items * 16,
      length(.units) == header.units * 8, length(.superseded) % 4 == 0,
      length(.superseded) <= header.units * 4, length(.words) == header.words * 8,
      length(.seeds) == header.seeds * 8, length(.wordBuckets) == ((1 << header.wordBits) + 1) * 4,
      length(.seedBuckets) == ((1 << header.seedBits) + 1) * 4
    else { return "a section has not the length that its header tells" }
    let sums = header.sections[Section.sums.rawValue]
    let blocks = sums.length / 8
    guard sums.offset % UInt64(SegmentFormat.blockBytes) == 0,
      blocks * UInt64(SegmentFormat.blockBytes) == sums.offset, sums.length % 8 == 0,
      (sums.length + 4095) / 4096 * 8 == length(.sumsOfSums)
    else { return "its table of checksums does not cover it" }
    return nil
  }
}
