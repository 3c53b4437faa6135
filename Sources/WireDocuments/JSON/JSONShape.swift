import WireTrees

/// Looks at JSON without reading it as any format.
enum JSONShape {
  /// The fault of bytes that are no JSON value, nil for JSON.
  static func fault(_ bytes: [UInt8], limits: Limits) -> JSONFault? {
    var reader = JSONReader(bytes, maximumDepth: limits.depth)
    do {
      while try reader.next() != .end {}
      return nil
    } catch {
      return error
    }
  }

  /// The keys of the object that the bytes start with, or of the first object in the array that they start with.
  ///
  /// Bytes that break off or are no JSON give the keys before that place.
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
