import WireText

/// RTF 1.0 to 1.9: the copy with insertions accepted and deletions left out.
///
/// Footnotes, annotations, headers and footers are fields; of these only footnotes with prose count as the story's
/// words.
struct RTFReader: WholeReader {
  static let format = Format(name: "rtf", title: "RTF: rich text, the view with all changes accepted")

  static func recognises(_ probe: Probe) -> Bool {
    probe.bytes.drop { $0 <= 0x20 }.starts(with: "{\\rtf".utf8)
  }

  var whole: WholeInput

  func document() throws(ReadingFault) -> Document {
    let bytes = try whole.bytes()
    var reading = RTFInterpreter(bytes, limits: limits)
    try reading.run(path: origin.path)
    var document = Document(origin: origin)
    document.origin.dialect = reading.version.map { "\($0)" }
    document.body = reading.text.body(limits: limits)
    document.body.append(contentsOf: reading.shapes.body(limits: limits), limits: limits)
    document.body.link(to: reading.aside.links)
    document.problems = reading.problems
    readProperties(reading.aside, into: &document)
    for note in reading.aside.notes {
      let names: [String: Field.Name] = [
        "annotation": .editorsNote, "header": .editorsNote, "footer": .editorsNote, "footnote": .footnote,
      ]
      document.fields.append(Field(names[note.key] ?? .other, note.text, key: note.key))
    }
    if document.body.isEmpty { document.problems.append(Problem("no-text", "the file has no text")) }
    return document
  }

  private func readProperties(_ aside: RTFAside, into document: inout Document) {
    for (word, text) in aside.properties {
      switch word {
      case "title": document.headline = text
      case "author": document.fields.append(Field(.author, text, key: word))
      case "copyright": document.rights.append(RightsField(.notice, text, key: word))
      case "keywords": document.fields.append(Field(.keyword, text, key: word))
      default: document.fields.append(Field(.other, text, key: word))
      }
    }
    var properties = OfficeProperties(document)
    for (name, text) in aside.custom { properties.take(custom: name, text) }
    document = properties.document
    for (word, raw) in aside.times {
      // The format has no time zone.
      document.times.append(TimeField(word == "creatim" ? .created : .updated, raw: raw, instant: nil))
    }
  }
}
