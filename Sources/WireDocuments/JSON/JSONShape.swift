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
