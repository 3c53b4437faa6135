internal import WireText

extension Segment {
  /// An item of the segment; its text is not copied.
  struct Item {
    let number: UInt32
    let record: ItemRecord
    let id: String
    let payload: [UInt8]
    let masked: [TextRange]
  }

  /// The fixed part of an item.
  func record(_ number: UInt32) throws(IndexFault) -> ItemRecord {
    let at = Int(number) * SegmentFormat.itemBytes
    guard number < header.items, touch(.items, at, SegmentFormat.itemBytes) else {
      throw damage("item \(number) cannot be read")
    }
    let record = ItemRecord(pointer(.items) + at)
    let texts = bounds(.texts).count
    let details = bounds(.details).count
    guard record.textOffset <= UInt64(texts), record.textLength <= UInt64(texts) - record.textOffset,
      record.detailOffset <= UInt64(details), record.detailLength <= UInt64(details) - record.detailOffset
    else { throw damage("item \(number) points outside the file") }
    return record
  }

  /// An item with its details.
  func item(_ number: UInt32) throws(IndexFault) -> Item {
    let record = try record(number)
    let at = Int(record.detailOffset)
    guard touch(.details, at, Int(record.detailLength)) else { throw damage("item \(number) cannot be read") }
    let start = pointer(.details) + at
    let idBytes = UnsafeRawBufferPointer(start: start, count: Int(record.idLength))
    let payload = UnsafeRawBufferPointer(start: start + idBytes.count, count: Int(record.payloadLength))
    return Item(
      number: number, record: record, id: String(decoding: idBytes, as: UTF8.self), payload: Array(payload),
      masked: try masked(in: record))
  }

  /// The ranges of an item that are not matched; reads nothing if it has none.
  func masked(in record: ItemRecord) throws(IndexFault) -> [TextRange] {
    let count = Int(record.maskCount)
    if count == 0 { return [] }
    let at = Int(record.detailOffset) + Int(record.idLength) + Int(record.payloadLength)
    guard touch(.details, at, count * 8) else { throw damage("the ranges of an item cannot be read") }
    let masks = pointer(.details) + at
    var masked: [TextRange] = []
    for index in 0..<count {
      let lower = UInt32(littleEndian: masks.loadUnaligned(fromByteOffset: index * 8, as: UInt32.self))
      let upper = UInt32(littleEndian: masks.loadUnaligned(fromByteOffset: index * 8 + 4, as: UInt32.self))
      guard lower <= upper else { throw damage("an item has a range that ends before it starts") }
      masked.append(TextRange(Int(lower), Int(upper)))
    }
    return masked
  }

  /// Passes on an item's text without copying it from the file.
  func withText<Result>(
    _ record: ItemRecord, _ body: (UnsafeBufferPointer<UInt8>) throws(IndexFault) -> Result
  ) throws(IndexFault) -> Result {
    let count = Int(record.textLength)
    guard touch(.texts, Int(record.textOffset), count) else { throw damage("a text cannot be read") }
    let start = (pointer(.texts) + Int(record.textOffset)).assumingMemoryBound(to: UInt8.self)
    return try body(UnsafeBufferPointer(start: start, count: count))
  }

  /// The numbers of all items with an id, of any version.
  func items(withID id: String) throws(IndexFault) -> [UInt32] {
    let hash = SegmentBuilder.hash(id: id)
    var low = try (0..<itemCount).partitioningIndex { index throws(IndexFault) in
      try idEntry(index).hash >= hash
    }
    var result: [UInt32] = []
    while low < itemCount, case let entry = try idEntry(low), entry.hash == hash {
      if try item(entry.item).id == id { result.append(entry.item) }
      low += 1
    }
    return result
  }

  private func idEntry(_ index: Int) throws(IndexFault) -> (hash: UInt64, item: UInt32) {
    guard touch(.ids, index * 16, 16) else { throw damage("the table of ids cannot be read") }
    let at = pointer(.ids) + index * 16
    let item = UInt64(littleEndian: at.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard item < header.items else { throw damage("the table of ids points outside") }
    return (UInt64(littleEndian: at.loadUnaligned(as: UInt64.self)), UInt32(item))
  }

  /// The item that a unit belongs to, and the number of its first content word there.
  func unit(_ number: UInt32) throws(IndexFault) -> (item: UInt32, firstWord: Int) {
    let at = Int(number) * 8
    guard number < header.units, touch(.units, at, 8) else { throw damage("unit \(number) cannot be read") }
    let item = UInt32(littleEndian: (pointer(.units) + at).loadUnaligned(as: UInt32.self))
    let first = UInt32(littleEndian: (pointer(.units) + at + 4).loadUnaligned(as: UInt32.self))
    guard item < header.items else { throw damage("unit \(number) points outside") }
    return (item, Int(first))
  }

  /// The units of an item.
  func units(of record: ItemRecord) throws(IndexFault) -> Range<Int> {
    let first = Int(record.firstUnit)
    let count = SegmentFormat.units(ofWords: Int(record.contentWords))
    guard first <= unitCount, count <= unitCount - first else { throw damage("an item's units lie outside") }
    return first..<first + count
  }

  /// The units of the items that were superseded when the segment was written.
  func supersededUnits() throws(IndexFault) -> [Int] {
    let count = bounds(.superseded).count
    guard touch(.superseded, 0, count) else { throw damage("its superseded units cannot be read") }
    let table = pointer(.superseded)
    let units = stride(from: 0, to: count, by: 4).map {
      Int(UInt32(littleEndian: table.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
    }
    guard units.allSatisfy({ $0 < unitCount }) else { throw damage("a superseded unit lies outside") }
    return units
  }
}
