extension Limits: Framed {
  package init(from reader: inout FrameReader) throws(FrameFault) {
    self.init()
    for setting in Self.settings { setting.set(try reader.number(), in: &self) }
    leftOut = try Self.problems(from: &reader)
    ending = try Self.problems(from: &reader)
    for _ in 0..<(try reader.number()) { apart.insert(try reader.number()) }
  }

  package func write(to writer: inout FrameWriter) {
    for setting in Self.settings { writer.write(setting.value(in: self)) }
    for items in [leftOut, ending] {
      writer.write(items.count)
      for (number, problem) in items {
        writer.write(number)
        writer.write(problem)
      }
    }
    writer.write(apart.count)
    for number in apart { writer.write(number) }
  }

  private static func problems(
    from reader: inout FrameReader
  ) throws(FrameFault) -> [Int: Problem] {
    var items: [Int: Problem] = [:]
    for _ in 0..<(try reader.number()) {
      let number = try reader.number()
      items[number] = try reader.value()
    }
    return items
  }
}
