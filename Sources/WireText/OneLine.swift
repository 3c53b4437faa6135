/// Text on one line: white space collapsed and trimmed.
package func oneLine(_ text: String) -> String {
  var text = text
  // Most fields are ASCII with single spaces, for which no Unicode tables are needed.
  switch text.withUTF8(LineForm.init) {
  case .clean: return text
  case .ascii: return text.withUTF8(collapsed)
  case .other: break
  }
  var result = String.UnicodeScalarView()
  var isApart = false
  for scalar in text.unicodeScalars {
    if scalar.properties.isWhitespace {
      isApart = true
      continue
    }
    if isApart, !result.isEmpty { result.append(" ") }
    isApart = false
    result.append(scalar)
  }
  return String(result)
}

/// The work needed to put a text on one line.
private enum LineForm {
  /// Nothing.
  case clean
  /// ASCII white space must be collapsed.
  case ascii
  /// There are non-ASCII characters, which may include other white space.
  case other

  init(_ utf8: UnsafeBufferPointer<UInt8>) {
    var isClean = true
    var before: UInt8 = 0x20
    for byte in utf8 {
      if byte >= 0x80 {
        self = .other
        return
      }
      if (0x09...0x0D).contains(byte) || byte == 0x20 && before == 0x20 { isClean = false }
      before = byte
    }
    self = isClean && (utf8.isEmpty || before != 0x20) ? .clean : .ascii
  }
}

private func collapsed(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(utf8.count)
  for byte in utf8 {
    if byte == 0x20 || (0x09...0x0D).contains(byte) {
      if let last = result.last, last != 0x20 { result.append(0x20) }
    } else {
      result.append(byte)
    }
  }
  if result.last == 0x20 { result.removeLast() }
  return String(decoding: result, as: UTF8.self)
}
