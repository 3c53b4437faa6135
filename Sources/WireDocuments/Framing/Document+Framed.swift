internal import WireText

// A new field of `Document` must be added here too; `FramedDocumentTests` counts them.

extension Document: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(origin: try reader.value())
    type = try reader.value()
    id = try reader.optional()
    version = try reader.optional()
    headline = try reader.optional()
    body = try reader.value()
    attachments = try reader.array()
    fields = try reader.array()
    language = try reader.optional()
    status = try reader.optional()
    embargo = try reader.optional()
    times = try reader.array()
    urls = try reader.array()
    links = try reader.array()
    rights = try reader.array()
    problems = try reader.array()
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(origin)
    writer.write(type)
    writer.write(id)
    writer.write(version)
    writer.write(headline)
    writer.write(body)
    writer.write(attachments)
    writer.write(fields)
    writer.write(language)
    writer.write(status)
    writer.write(embargo)
    writer.write(times)
    writer.write(urls)
    writer.write(links)
    writer.write(rights)
    writer.write(problems)
  }
}

extension Origin: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      path: try reader.text(), item: try reader.number(), format: try reader.text(),
      dialect: try reader.optional())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(path)
    writer.write(item)
    writer.write(format)
    writer.write(dialect)
  }
}

extension Attachment: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      name: try reader.text(), format: try reader.text(), headline: try reader.optional(),
      range: try reader.value())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(format)
    writer.write(headline)
    writer.write(range)
  }
}

extension ItemType: Framed {}
extension Status.Value: Framed {}
extension Field.Name: Framed {}
extension TimeField.Role: Framed {}
extension ItemLink.Relation: Framed {}
extension RightsField.Kind: Framed {}
extension RightsField.Place: Framed {}
extension BodyText.Role: Framed {}

extension Status: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(try reader.value(), raw: try reader.text())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(value)
    writer.write(raw)
  }
}

extension Field: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      try reader.value(), try reader.text(), key: try reader.text(), place: try reader.optional())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(name)
    writer.write(text)
    writer.write(key)
    writer.write(place)
  }
}

extension TimeField: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(try reader.value(), raw: try reader.text(), instant: try reader.optional())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(role)
    writer.write(raw)
    writer.write(instant)
  }
}

extension Instant: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(seconds: Int64(try reader.number()))
  }
  package func write(to writer: inout FrameWriter) { writer.write(Int(seconds)) }
}

extension ItemLink: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(try reader.value(), id: try reader.text())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(relation)
    writer.write(id)
  }
}

extension RightsField: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      try reader.value(), try reader.text(), place: try reader.value(), key: try reader.text(),
      language: try reader.optional(), scope: try reader.optional(), medium: try reader.optional(),
      range: try reader.optional())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(kind)
    writer.write(text)
    writer.write(place)
    writer.write(key)
    writer.write(language)
    writer.write(scope)
    writer.write(medium)
    writer.write(range)
  }
}

extension Problem: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      try reader.text(), try reader.text(), line: try reader.optional(), losesText: try reader.flag())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(code)
    writer.write(message)
    writer.write(line)
    writer.write(losesText)
  }
}

extension ReadingFault: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      try reader.text(), path: try reader.text(), try reader.text(), line: try reader.optional(),
      column: try reader.optional(), next: try reader.text())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(code)
    writer.write(path)
    writer.write(message)
    writer.write(line)
    writer.write(column)
    writer.write(next)
  }
}

extension SkippedPart: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(path: try reader.text(), reason: try reader.text())
  }

  package func write(to writer: inout FrameWriter) {
    writer.write(path)
    writer.write(reason)
  }
}

extension BytePlace: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init(
      byte: try reader.number(), line: try reader.number(), column: try reader.number(),
      byteColumn: try reader.number(), scalarOffset: try reader.number(), utf16Offset: try reader.number())
  }

  package func write(to writer: inout FrameWriter) {
    for number in [byte, line, column, byteColumn, scalarOffset, utf16Offset] { writer.write(number) }
  }
}
