import WireText
import WireTrees

extension LinkedData {
  /// The text of a script, and repairs for what pages do to the JSON in it.
  struct Script {
    /// The script's text.
    let bytes: [UInt8]
    /// Where the text is in the file.
    let map: SourceMap

    /// The problem of a script that was repaired.
    static let repair = Problem("json-ld", "a slip in JSON-LD, such as a bare line end, was repaired")

    /// What was read of a script.
    struct Reading {
      /// Its value; a list if there are several, nil if there is none.
      var value: JSONValue?
      /// The bytes that the value refers to, and where they are in the file.
      var source: JSONSource
      var isRepaired = false
      /// Why it was not read to its end.
      var fault: JSONFault?
    }

    /// A script that is a file.
    init(wholeFile decoded: Decoded) {
      bytes = decoded.utf8
      map = decoded.map ?? SourceMap(identity: bytes.count, at: 0)
    }

    /// A script in a page.
    init(_ markup: Markup, _ range: Range<Int>, _ outer: SourceMap?) {
      bytes = Array(markup.text[range])
      let onHTML = SourceMap(identity: range.count, at: range.lowerBound).composed(with: markup.map)
      map = outer.map { onHTML.composed(with: $0) } ?? onHTML
    }

    /// The JSON value; if the script is malformed in a way that is common in pages, the value of the repaired bytes, or
    /// what is whole before the first fault.
    func read(maximumDepth: Int, maximumEvents: Int = 2_000_000) -> Reading {
      let asWritten = values(maximumDepth: maximumDepth, maximumEvents: maximumEvents)
      guard asWritten.fault?.code == "not-json", case let repaired = repaired(), repaired.bytes != bytes
      else {
        return asWritten
      }
      var reading = repaired.values(maximumDepth: maximumDepth, maximumEvents: maximumEvents)
      reading.isRepaired = reading.fault == nil
      return reading
    }

    /// The values as they are written, up to the first fault.
    private func values(maximumDepth: Int, maximumEvents: Int) -> Reading {
      var reader = JSONReader(
        bytes, maximumDepth: maximumDepth, takesMany: true, maximumEvents: maximumEvents)
      var reading = Reading(source: JSONSource(bytes, map: map))
      var values: [JSONValue] = []
      var whole: JSONValue?
      do throws(JSONFault) {
        while case let event = try reader.next(), event != .end {
          values.append(try JSONValue.read(event, from: &reader, whole: &whole))
        }
      } catch {
        reading.fault = error
        if let whole { values.append(whole) }
      }
      let list = JSONValue(content: .array(values), range: bytes.indices)
      reading.value = values.count > 1 ? list : values.first
      return reading
    }

    private init(_ bytes: [UInt8], _ map: SourceMap) {
      self.bytes = bytes
      self.map = map
    }

    /// The script without what pages do to JSON.
    ///
    /// Every byte keeps its offset: comments around the JSON, raw line breaks in strings, commas behind the last member
    /// and quotes written as character references are replaced by white space and quotes. Only the stroke of `\'` goes.
    private func repaired() -> Script {
      var result = bytes
      for mark: StaticString in ["<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>"] {
        blank(mark, in: &result)
      }
      blankRemarks(in: &result)
      if let first = result.firstIndex(where: { $0 > 0x20 }),
        HTMLScanner.find("&quot;", in: result, from: first) != nil,
        HTMLScanner.find("\"", in: result, from: first) == nil
      {
        var from = first
        var opens = true
        while let at = HTMLScanner.find("&quot;", in: result, from: from) {
          for index in at..<at + 6 { result[index] = 0x20 }
          // The padding that keeps the offsets is outside the string.
          result[opens ? at + 5 : at] = UInt8(ascii: "\"")
          opens.toggle()
          from = at + 6
        }
      }
      for index in result.indices where result[index] < 0x20 { result[index] = 0x20 }
      return Script(result, map).withoutSlips()
    }

    /// The script without commas behind the last member and without `\'`, as PHP's `addslashes` writes it.
    private func withoutSlips() -> Script {
      var result = MappedText()
      var copied = 0
      var comma: Int?
      var isInString = false
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        if isInString, byte == UInt8(ascii: "\\") {
          if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "'") {
            result.copy(copied..<at, of: bytes)
            copied = at + 1
          }
          at += 2
          continue
        }
        if byte == UInt8(ascii: "\"") { isInString.toggle() }
        if !isInString, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"), let comma {
          result.copy(copied..<comma, of: bytes)
          copied = comma + 1
        }
        if byte > 0x20 { comma = !isInString && byte == UInt8(ascii: ",") ? at : nil }
        at += 1
      }
      result.copy(copied..<bytes.count, of: bytes)
      return Script(result.utf8, result.map.composed(with: map))
    }

    /// Overwrites a remark of JavaScript at either end with spaces: `/* <![CDATA[ */`.
    private func blankRemarks(in bytes: inout [UInt8]) {
      if let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first...].starts(with: "/*".utf8),
        let end = HTMLScanner.find("*/", in: bytes, from: first + 2)
      {
        for index in first..<end + 2 { bytes[index] = 0x20 }
      }
      if let last = bytes.lastIndex(where: { $0 > 0x20 }), last > 2,
        bytes[(last - 1)...last].elementsEqual("*/".utf8),
        let start = bytes[..<(last - 2)].indices.last(where: { bytes[$0...].starts(with: "/*".utf8) })
      {
        for index in start...last { bytes[index] = 0x20 }
      }
    }

    /// Overwrites a mark at either end with spaces.
    private func blank(_ mark: StaticString, in bytes: inout [UInt8]) {
      let count = mark.utf8CodeUnitCount
      guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
        let last = bytes.lastIndex(where: { $0 > 0x20 })
      else { return }
      for at in [first, last + 1 - count] where at >= 0 && at + count <= bytes.count {
        if mark.withUTF8Buffer({ bytes[at..<at + count].elementsEqual($0) }) {
          for index in at..<at + count { bytes[index] = 0x20 }
        }
      }
      if let last = bytes.lastIndex(where: { $0 > 0x20 }), bytes[last] == UInt8(ascii: ";") {
        bytes[last] = 0x20
      }
    }
  }
}
