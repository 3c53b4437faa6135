import WireTrees

/// Examines JSON without reading it as a format.
enum JSONShape {
  /// The fault of bytes that are not a JSON value; nil for valid JSON.
  static func fault(_ bytes: [UInt8], limits: Limits) -> JSONFault? {
    var reader = JSONReader(bytes, maximumDepth: limits.depth)
    do {
      while try reader.next() != .end {}
      return nil
    } catch {
      return error
    }
  }

  /// Whether a string of valid JSON is copy rather than a setting or a label.
  static func holdsCopy(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes)
    while let event = try? reader.next(), event != .end {
      guard case .string(let string) = event else { continue }
      if bytes[string.range].lazy.filter({ $0 == 0x20 }).prefix(copyWords).count == copyWords { return true }
    }
    return false
  }

  /// The fewest words of a string that is copy, far more than a description in settings has.
  private static let copyWords = 40

  /// The keys of the first object in each list that is a member of the object at the start, by the list's key.
  ///
  /// If the bytes are truncated or invalid, those before that point.
  static func listedKeys(_ bytes: [UInt8], limit: Int = 200) -> [(list: String, keys: [String])] {
    var reader = JSONReader(bytes, takesMany: true)
    var lists: [(list: String, keys: [String])] = []
    do {
      guard try reader.next() == .beginObject else { return [] }
      while case .key(let key) = try reader.next(), lists.count < limit {
        var element = reader
        if try element.next() == .beginArray, try element.next() == .beginObject {
          let keys = topLevelKeys(Array(bytes[(element.at - 1)...]), limit: limit)
          lists.append((key.text(in: bytes), keys))
        }
        try reader.skipValue()
      }
    } catch {
      return lists
    }
    return lists
  }

  /// What is known of an object or list that is open.
  private struct Open {
    var hasHeadline = false
    var hasText = false
    /// Whether it only groups fields of the object around it.
    var isGroup = false

    var isStory: Bool { hasHeadline && hasText }

    mutating func add(_ other: Open) {
      hasHeadline = hasHeadline || other.hasHeadline
      hasText = hasText || other.hasText
    }
  }

  /// Whether an object near the start, at any depth, has the keys of a story: a headline and a text.
  static func holdsStory(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes, takesMany: true)
    // The outermost one is not in the input.
    var open = [Open()]
    var key = ""
    while let event = try? reader.next(), event != .end {
      let name = key
      key = ""
      switch event {
      case .key(let string): key = String(string.text(in: bytes).prefix(MetaKey.longestKey))
      case .endObject, .endArray:
        guard let inner = open.popLast(), open.count > 0 else { return false }
        if inner.isGroup { open[open.count - 1].add(inner) }
      default:
        if event.mayHoldText { open[open.count - 1].add(field(name)) }
        guard event == .beginObject || event == .beginArray else { break }
        open.append(Open(isGroup: event == .beginObject && StoryKeys.isGroup(name)))
      }
      if open[open.count - 1].isStory { return true }
    }
    return false
  }

  /// What a key with a text, object or list says of the object around it.
  private static func field(_ key: String) -> Open {
    let name = StoryKeys.name(of: key)
    return Open(hasHeadline: StoryKeys.headlines.contains(name), hasText: StoryKeys.bodies.contains(name))
  }

  /// The record in an envelope of Elasticsearch at the start of a range: `{"_index": …, "_source": {…}}`; to the end if
  /// the bytes are truncated, and nil for anything else.
  static func record(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var reader = JSONReader(bytes, range: range, takesMany: true)
    guard (try? reader.next()) == .beginObject else { return nil }
    var hasIndex = false
    while case .key(let key)? = try? reader.next() {
      let name = key.text(in: bytes)
      // Its own keys begin with an underscore, and its record comes last.
      guard name.hasPrefix("_") else { return nil }
      hasIndex = hasIndex || name == "_index"
      if name == "_source", hasIndex {
        guard (try? reader.next()) == .beginObject else { return nil }
        let start = reader.at - 1
        reader = JSONReader(bytes, range: start..<range.upperBound, takesMany: true)
        let isWhole = (try? reader.skipValue()) != nil
        return start..<(isWhole ? reader.at : range.upperBound)
      }
      guard (try? reader.skipValue()) != nil else { return nil }
    }
    return nil
  }

  /// The keys of the object at the start, or of the first object of an array at the start.
  ///
  /// If the bytes are truncated or invalid, the keys before that point.
  static func topLevelKeys(_ bytes: [UInt8], limit: Int = 200) -> [String] {
    var reader = JSONReader(bytes, takesMany: true)
    var keys: [String] = []
    do {
      var event = try reader.next()
      if event == .beginArray { event = try reader.next() }
      guard event == .beginObject else { return [] }
      while case .key(let key) = try reader.next(), keys.count < limit {
        keys.append(key.text(in: bytes))
        try reader.skipValue()
      }
    } catch {
      return keys
    }
    return keys
  }
}

extension JSONReader.Event {
  /// Whether it is a string, or the start of an object or list.
  fileprivate var mayHoldText: Bool {
    switch self {
    case .string, .beginObject, .beginArray: true
    default: false
    }
  }
}
