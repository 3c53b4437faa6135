internal import WireText

extension BodyText: Framed {
  /// Reads a text; rejects one whose paragraphs, map or UTF-8 are invalid.
  package init(from reader: inout FrameReader) throws(FrameFault) {
    let text = try reader.raw()
    guard String(validating: text, as: UTF8.self) != nil else { throw FrameFault() }
    let paragraphs: [Paragraph] = try reader.array()
    var end = 0
    for paragraph in paragraphs {
      guard paragraph.range.lower >= end, paragraph.range.upper <= text.count else { throw FrameFault() }
      end = paragraph.range.upper
    }
    let isCut = try reader.flag()
    let map: SourceMap = try reader.value()
    self.init(
      text, paragraphs: paragraphs, isCut: isCut, map: map,
      targets: try reader.flag() ? try reader.array() : nil)
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(utf8)
    writer.write(paragraphs)
    writer.write(isCut)
    writer.write(map)
    writer.write(targets != nil)
    if let targets { writer.write(targets) }
  }
}

extension BodyText.Paragraph: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(try reader.value(), role: try reader.value())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(range)
    writer.write(role)
  }
}

extension ByteRange: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    let lower = try reader.number()
    let (upper, isOverflow) = lower.addingReportingOverflow(try reader.number())
    guard lower >= 0, !isOverflow, upper >= lower else { throw FrameFault() }
    self.init(lower, upper)
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(lower)
    writer.write(count)
  }
}

extension SourceMap: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init()
    for segment in try reader.array() as [Segment] {
      guard (segments.last?.text.upper ?? 0) <= segment.text.lower,
        !segment.isExact || segment.text.count == segment.file.count
      else { throw FrameFault() }
      append(segment.text, from: segment.file, isExact: segment.isExact)
    }
  }

  package func write(to writer: inout FrameWriter) { writer.write(segments) }
}

extension SourceMap.Segment: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(text: try reader.value(), file: try reader.value(), isExact: try reader.flag())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(text)
    writer.write(file)
    writer.write(isExact)
  }
}
