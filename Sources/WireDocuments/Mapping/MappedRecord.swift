import WireText
import WireTrees

/// An item of any structure, read by the paths of a mapping.
protocol MappedRecord {
  /// The document made from the item.
  var document: Document { get set }
  /// The texts at the end of a path, with their maps; empty if there are none.
  mutating func texts(_ path: String) -> [(utf8: [UInt8], map: SourceMap)]
  /// The copy at the end of a path; nil if there is none.
  mutating func copy(_ path: String, _ format: FieldMapping.BodyFormat, _ limits: Limits) -> BodyText?
  /// Takes the embargoes at the end of a path.
  mutating func readEmbargo(_ path: String)
}

extension MappedRecord {
  mutating func copy(_ path: String, _ format: FieldMapping.BodyFormat, _ limits: Limits) -> BodyText? {
    copyOfTexts(path, format, limits)
  }

  /// The copy in the texts at the end of a path.
  mutating func copyOfTexts(
    _ path: String, _ format: FieldMapping.BodyFormat, _ limits: Limits
  ) -> BodyText? {
    let found = texts(path)
    guard !found.isEmpty else { return nil }
    var body = BodyText()
    for (utf8, map) in found {
      body.append(contentsOf: copy(utf8, map, format, limits), limits: limits)
    }
    return body
  }

  /// The copy in a text of the format that a mapping names.
  mutating func copy(
    _ utf8: [UInt8], _ map: SourceMap, _ format: FieldMapping.BodyFormat, _ limits: Limits
  ) -> BodyText {
    let isHTML: Bool
    switch format {
    case .text: return BodyText(plain: utf8, map: map, limits: limits)
    case .html: isHTML = true
    case .markdown: isHTML = false
    case .auto: isHTML = NewsMLG2Body.holdsHTML(utf8)
    }
    let read =
      isHTML
      ? HTMLText.read(utf8, map: map, limits: limits) : MarkdownText.read(utf8, map: map, limits: limits)
    document.problems += read.problems
    document.rights += read.rights
    return read.body
  }

  /// Makes the document of the item with a mapping.
  mutating func read(by mapping: FieldMapping, limits: Limits) -> Document {
    document.id = mapping.id.flatMap { line($0)?.text }
    document.version = mapping.version.flatMap { line($0)?.text }
    document.language = mapping.language.flatMap { line($0)?.text }
    for path in mapping.headline where document.headline == nil {
      document.headline = line(path).map { HTMLText.line($0.text) }
    }
    readStatus(mapping)
    for field in mapping.fields {
      document.fields += lines(field.path).map {
        Field(field.meaning, HTMLText.line($0.text), key: field.path, place: $0.place)
      }
    }
    for url in mapping.urls {
      document.urls += lines(url.path).map { Field(url.meaning, $0.text, key: url.path, place: $0.place) }
    }
    for field in mapping.rights {
      document.rights += lines(field.path).map {
        RightsField(
          field.meaning.stating($0.text), field.meaning.line($0.text), key: field.path, range: $0.place)
      }
    }
    for time in mapping.times { readTime(time) }
    readBody(mapping, limits)
    return document
  }

  private mutating func readStatus(_ mapping: FieldMapping) {
    let all = mapping.status.flatMap { path in
      let name = FieldMapping.name(at: path)
      return lines(path).map { line in
        if let value = mapping.statuses[line.text.lowercased()] { return Status(value, raw: line.text) }
        return StatusWords.held(name, line.text, isOne: true)
          ?? Status(StatusWords.value(line.text), raw: line.text)
      }
    }
    let known = all.filter { $0.value != .unknown }
    // A column `state` beside that of the status may be a place.
    for status in known.isEmpty ? Array(all.prefix(1)) : known { document.setStatus(status) }
    for path in mapping.flags {
      for line in lines(path) where FlagWords.all.contains(line.text.lowercased()) {
        document.setStatus(flag: path, FlagWords.isYes(line.text))
      }
    }
    for flag in mapping.withdrawals {
      for line in lines(flag.path) where StatusWords.withdraws(flag.path, line.text, isOne: flag.meaning) {
        document.setStatus(Status(.canceled, raw: "\(flag.path): \(line.text)"))
      }
    }
  }

  private mutating func readBody(_ mapping: FieldMapping, _ limits: Limits) {
    var isFound = false
    for path in mapping.body {
      guard let text = copy(path, mapping.bodyFormat, limits) else { continue }
      isFound = true
      document.body.append(contentsOf: text, limits: limits)
    }
    if !isFound {
      let paths = mapping.body.map { "`\($0)`" }.joined(separator: ", ")
      document.problems.append(
        Problem(
          "mapping-path", "the item has nothing at \(paths), where the mapping has its body", losesText: true)
      )
    } else if document.body.isEmpty {
      document.problems.append(Problem("no-text", "the item's body is empty"))
    }
  }

  private mutating func readTime(_ target: FieldMapping.Target<TimeField.Role>) {
    if target.meaning == .embargo { return readEmbargo(target.path) }
    guard let raw = line(target.path)?.text, !TimeField.isNone(raw) else { return }
    // “published” may be a flag.
    if StoryKeys.normal(target.path) == "published", FlagWords.all.contains(raw.lowercased()) {
      return document.setStatus(flag: target.path, FlagWords.isYes(raw))
    }
    document.add(TimeField(target.meaning, reading: raw), named: "`\(target.path)`")
  }

  /// Reads the embargoes at the end of a path, each of which counts; an empty cell or element states none.
  mutating func readEmbargo(_ path: String) {
    for line in lines(path) where !EmbargoParts.isOver(line.text, under: path) {
      guard let time = TimeField.embargo(stating: line.text) else { continue }
      document.add(time, named: "`\(path)`")
    }
  }

  private mutating func line(_ path: String) -> (text: String, place: FileRange?)? { lines(path).first }

  private mutating func lines(_ path: String) -> [(text: String, place: FileRange?)] {
    texts(path).compactMap { found in
      let text = oneLine(String(decoding: found.utf8, as: UTF8.self))
      guard !text.isEmpty else { return nil }
      return (text, found.map.fileRange(of: TextRange(0, found.utf8.count)))
    }
  }
}

/// A JSON object, read through a field mapping.
struct MappedObject: MappedRecord {
  private var item: JSONItem
  var document: Document {
    get { item.document }
    set { item.document = newValue }
  }

  init(_ item: JSONItem) { self.item = item }

  /// The values at the end of a path; lists on the way are traversed.
  static func values(_ path: String, in value: JSONValue) -> [JSONValue] {
    var found = [value]
    for key in path.lowercased().split(separator: ".").map(String.init) {
      found = found.flatMap(\.elements).compactMap { $0.member(key) }
    }
    return found.flatMap(\.elements)
  }

  mutating func texts(_ path: String) -> [(utf8: [UInt8], map: SourceMap)] {
    Self.values(path, in: item.object).compactMap { value in
      if case .string(let string) = value.content { return item.source.decode(string) }
      guard let text = value.text(in: item.source.bytes) else { return nil }
      var map = SourceMap()
      if let place = item.source.place(value.range) {
        map.append(TextRange(0, text.utf8.count), from: place, isExact: false)
      }
      return (Array(text.utf8), map)
    }
  }

  mutating func copy(_ path: String, _ format: FieldMapping.BodyFormat, _ limits: Limits) -> BodyText? {
    let values = Self.values(path, in: item.object)
    guard !values.isEmpty else { return nil }
    var body = BodyText()
    for value in values {
      if case .string(let string) = value.content, format != .auto {
        let (utf8, map) = item.source.decode(string)
        body.append(contentsOf: copy(utf8, map, format, limits), limits: limits)
        continue
      }
      let text = item.copy(value)
      if text.isEmpty, !value.members.isEmpty {
        item.report(
          "mapping-object", "`\(path)` leads to an object, of which nothing is read", value, losesText: true)
      }
      body.append(contentsOf: text, limits: limits)
    }
    return body
  }

  /// Reads embargoes by the rules for all JSON: objects and lists of times, flags, an empty text that has no end.
  mutating func readEmbargo(_ path: String) {
    for value in Self.values(path, in: item.object)
    where !EmbargoParts.isOver(value.text(in: item.source.bytes) ?? "", under: path) {
      // Whatever the names in the path, the mapping says that it leads to the embargo.
      item.takeEmbargo(value, key: path, as: "embargo", isSetIfEmpty: true)
    }
  }

  /// The document, including the problems of repairs while it was read.
  mutating func finished() -> Document { item.finished() }
}

/// An XML element, read through a field mapping.
struct MappedElement: MappedRecord {
  let markup: Markup
  let node: Markup.Index
  var document: Document

  mutating func texts(_ path: String) -> [(utf8: [UInt8], map: SourceMap)] {
    let parts = path.split(separator: "@", maxSplits: 1)
    let found = elements(path.hasPrefix("@") ? "" : parts.first.map(String.init) ?? "")
    guard path.contains("@"), let name = parts.last else { return found.map { markup.content($0) } }
    return found.compactMap { attribute(name.lowercased(), of: $0) }
  }

  private func attribute(_ name: String, of node: Markup.Index) -> (utf8: [UInt8], map: SourceMap)? {
    let part = markup.attributes[Int(markup.nodes[node].lower)..<Int(markup.nodes[node].upper)]
    guard let found = part.first(where: { markup.names[Int($0.name)].local.lowercased() == name }) else {
      return nil
    }
    let utf8 = Array(markup.string(found).utf8)
    var map = SourceMap()
    if let place = markup.place(found) { map.append(TextRange(0, utf8.count), from: place, isExact: false) }
    return (utf8, map)
  }

  mutating func copy(_ path: String, _ format: FieldMapping.BodyFormat, _ limits: Limits) -> BodyText? {
    guard !path.contains("@") else { return copyOfTexts(path, format, limits) }
    let elements = elements(path)
    guard !elements.isEmpty else { return nil }
    var body = BodyText()
    for element in elements {
      let holdsElements = markup.children(element).contains { markup.isElement($0) }
      if holdsElements {
        body.append(
          contentsOf: ParagraphWalker.body(of: markup.children(element), in: markup, .html), limits: limits)
      } else {
        let (utf8, map) = markup.content(element)
        body.append(contentsOf: copy(utf8, map, format, limits), limits: limits)
      }
    }
    return body
  }

  private func elements(_ path: String) -> [Markup.Index] {
    path.lowercased().split(separator: ".").reduce([node]) { found, name in
      found.flatMap { parent in
        markup.children(parent).filter { markup.isElement($0) && markup.name($0).lowercased() == name }
      }
    }
  }
}
