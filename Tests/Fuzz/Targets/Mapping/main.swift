internal import Fuzzing
internal import WireDocuments

// The mapping of inputs that have no blank line.
let standard = ConfigurationFuzzing.mapping(
  """
  items: records.story
  title: [head.web, head.main, title]
  body: [lead, text, body]
  status: state
  date: when
  url: link
  rights: legal.notice
  """)

// A mapping file and, after a blank line, an input of any shape; one without a blank line is read by a mapping of ours.
Fuzzer.run { start, count in
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let cut = (0..<max(0, count - 1)).first { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }
  let head = bytes[..<(cut ?? 0)]
  let mapping = cut == nil ? standard : ConfigurationFuzzing.mapping(String(decoding: head, as: UTF8.self))
  guard let mapping else { return 0 }
  let from = cut.map { $0 + 2 } ?? 0
  return DocumentFuzzing.read(start.map { $0 + from }, count - from, by: mapping)
}
