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
    static let repair = Problem(
      "json-ld", "JSON-LD with bare line ends or character references was repaired")

    /// A script that is a file.
    init(wholeFile decoded: Decoded) {
      bytes = decoded.utf8
      map = decoded.map ?? SourceMap(identity: bytes.count, at: 0)
    }

    /// A script in a page.
    init(_ markup: Markup, _ range: Range<Int>, _ outer: SourceMap?) {
      bytes = Array(markup.text[range])
      var inner = SourceMap()
      inner.append(
        TextRange(0, range.count), from: FileRange(range.lowerBound, range.upperBound), isExact: true)
      let onHTML = inner.composed(with: markup.map)
      map = outer.map { onHTML.composed(with: $0) } ?? onHTML
    }

    /// The JSON value; if the script is malformed in a way that is common in pages, the value of the repaired bytes.
    ///
    /// Repairs keep every byte at its offset: comments around the JSON, raw line breaks in strings and quotes written
    /// as character references are replaced by white space and quotes.
    func value(
      maximumDepth: Int, maximumEvents: Int = 2_000_000
    ) throws(JSONFault) -> (value: JSONValue, bytes: [UInt8], isRepaired: Bool) {
      do {
        return (
          try JSONValue.parse(bytes, maximumDepth: maximumDepth, maximumEvents: maximumEvents), bytes, false
        )
      } catch {
        let repaired = repaired()
        guard repaired != bytes, error.code == "not-json" else { throw error }
        do {
          return (
            try JSONValue.parse(repaired, maximumDepth: maximumDepth, maximumEvents: maximumEvents), repaired,
            true
          )
        } catch _ {
          throw error
        }
      }
    }

    private func repaired() -> [UInt8] {
      var result = bytes
      for mark: StaticString in ["<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>"] {
        blank(mark, in: &result)
      }
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
      return result
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
