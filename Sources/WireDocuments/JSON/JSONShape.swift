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
