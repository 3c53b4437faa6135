import WireText

/// Pairs files where one holds an item of the AP Media API and the other its text, as NITF: they are read as one
/// document.
///
/// AP provides the item as JSON, with its rights, its status and the address of the text, and the text at that
/// address. The fetched text is stored next to the item under the same name: `item.json` and `item.xml`, `item.nitf`
/// or `item-nitf.xml`.
public struct TextBeside {
  private var texts: [String: String] = [:]
  private var items: [String: String] = [:]

  /// Finds the files that may belong together, by their names.
  public init(among paths: [String]) {
    let found = Dictionary(grouping: paths.compactMap(Self.text), by: \.stem)
    for path in paths where path.lowercased().hasSuffix(".json") {
      guard let beside = found[String(path.dropLast(5))], beside.count == 1, let text = beside.first else {
        continue
      }
      texts[path] = text.path
      items[text.path] = path
    }
  }

  /// A file that may be a text, and the part of its name that it shares with its item.
  private static func text(_ path: String) -> (stem: String, path: String)? {
    let lower = path.lowercased()
    guard let ending = [".xml", ".nitf"].first(where: lower.hasSuffix) else { return nil }
    let bare = lower.dropLast(ending.utf8.count)
    let mark = ["-nitf", "_nitf", ".nitf"].first { bare.hasSuffix($0) } ?? ""
    return (String(path.dropLast(ending.utf8.count + mark.utf8.count)), path)
  }

  /// Opens files as `open` does, except pairs: the text is completed with its item, and the item's own file yields no
  /// document.
  public func opening(_ open: @escaping FeedOpening) -> FeedOpening {
    guard !items.isEmpty else { return open }
    return { path throws(ReadingFault) in
      if let item = items[path], let document = Self.item(item, textIn: path, opening: open) {
        return CompletedFeed(feed: try open(path), item: document)
      }
      if let text = texts[path], Self.item(path, textIn: text, opening: open) != nil {
        return ReadElsewhere(
          path: path, format: APMediaReader.format,
          skipped: [SkippedPart(path: path, reason: "it is read with its text, which lies beside it")])
      }
      return try open(path)
    }
  }

  /// The only item of a file, if its text is the only document of another.
  private static func item(_ path: String, textIn other: String, opening open: FeedOpening) -> Document? {
    guard let item = only(path, of: APMediaReader.format, opening: open),
      item.problems.contains(where: { $0.code == APMediaReader.remoteBody }),
      let text = only(other, of: NITFReader.format, opening: open), !text.body.isEmpty,
      text.id == nil || text.id == item.id || text.headline == item.headline
    else { return nil }
    return item
  }

  /// The document of a file, if it has this format and contains no other document.
  private static func only(_ path: String, of format: Format, opening open: FeedOpening) -> Document? {
    do throws(ReadingFault) {
      var feed = try open(path)
      guard feed.format == format, let first = try feed.next(), try feed.next() == nil else { return nil }
      return first
    } catch {
      return nil
    }
  }
}

/// The document of a text, completed with the item that it belongs to.
private struct CompletedFeed: DocumentFeed {
  var feed: any DocumentFeed
  let item: Document

  var path: String { feed.path }
  var format: Format { feed.format }
  var bytes: [UInt8]? { feed.bytes }
  var skipped: [SkippedPart] { feed.skipped }

  func places(of bytes: [Int]) -> [BytePlace]? { feed.places(of: bytes) }

  mutating func next() throws(ReadingFault) -> Document? {
    var document = try feed.next()
    document?.complete(with: item)
    return document
  }
}

/// A file without documents of its own, because it is read with another file.
private struct ReadElsewhere: DocumentFeed {
  let path: String
  let format: Format
  let skipped: [SkippedPart]
  let bytes: [UInt8]? = nil

  func places(of bytes: [Int]) -> [BytePlace]? { nil }

  func next() throws(ReadingFault) -> Document? { nil }
}

extension Document {
  /// Adds the data of another file about the document; its ranges are offsets in that file and are dropped.
  fileprivate mutating func complete(with item: Document) {
    var item = item
    item.move(to: SourceMap())
    type = item.type
    id = item.id ?? id
    version = item.version ?? version
    headline = item.headline ?? headline
    language = item.language ?? language
    if let status = item.status { setStatus(status) }
    if let embargo = item.embargo { addEmbargo(embargo) }
    fields += unknown(item.fields)
    times += item.times.filter { time in
      !times.contains { $0.role == time.role && $0.instant == time.instant }
    }
    urls += item.urls
    links += item.links
    dropRepeatedLinks()
    rights = item.rights + rights
    problems += item.problems.filter { $0.code != APMediaReader.remoteBody }
  }
}
