extension Limits: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init()
    for setting in Self.settings { setting.set(try reader.number(), in: &self) }
    for _ in 0..<(try reader.number()) {
      let number = try reader.number()
      leftOut[number] = try reader.value()
    }
    for _ in 0..<(try reader.number()) { apart.insert(try reader.number()) }
  }

  package func write(to writer: inout FrameWriter) {
    for setting in Self.settings { writer.write(setting.value(in: self)) }
    writer.write(leftOut.count)
    for (number, problem) in leftOut {
      writer.write(number)
      writer.write(problem)
    }
    writer.write(apart.count)
    for number in apart { writer.write(number) }
  }
}
