import WireTrees

/// The parts of a CMS export that hold no documents: lists of pictures, of relations, of content types.
///
/// Sources of the layouts: `sanity dataset export` (data.ndjson, assets.json, images/, files/) and `strapi export`
/// (metadata.json, entities/, links/, schemas/, configuration/, assets/), whose JSON Lines files are numbered;
/// Medium's archive of an account, as in public examples (posts/, bookmarks/bookmarks-0001.html, profile/about.html,
/// README.html).
enum ExportPart {
  /// Why a file with such a path holds no documents; nil for others.
  static func reason(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let file = parts.last else { return nil }
    let folder = parts[parts.count - 2]
    if file.hasPrefix("\(folder)-"), isNumbered(file.dropFirst(folder.count + 1), ".html", digits: 4),
      mediumFolders.contains(folder)
    {
      return medium
    }
    if let what = numbered[folder], isNumbered(file, like: folder) { return what }
    let isUpload =
      parts.suffix(3).dropLast().elementsEqual(["assets", "metadata"]) && file.hasSuffix(".json")
    return isUpload ? "what an export of Strapi says of an uploaded file" : nil
  }

  /// Why a file with such a name holds no documents, given the names of its siblings; nil for others.
  static func reason(_ name: String, beside names: Set<String>) -> String? {
    switch name {
    case assets where names.contains("data.ndjson"): sanity
    case metadata where names.isSuperset(of: ["entities", "schemas"]): strapi
    default: nil
    }
  }

  /// Why an archive member holds no documents, by its name and start, since its siblings may come later.
  static func reason(_ probe: Probe) -> String? {
    guard let name = probe.path.split(separator: "/").last else { return nil }
    switch name {
    case assets where areAssets(probe): return sanity
    case metadata where isVersion(probe): return strapi
    case _ where isListOfMedium(probe): return medium
    default: return nil
    }
  }

  private static let assets = "assets.json"
  private static let metadata = "metadata.json"
  private static let sanity = "the list of pictures in an export of Sanity"
  private static let strapi = "the version of Strapi that wrote the export"
  private static let medium = "a list of an account in an export of Medium"
  private static let mediumFolders: Set<Substring> = [
    "bookmarks", "claps", "highlights", "ips", "pubs-following", "sessions", "topics-following",
    "users-following",
  ]
  private static let numbered: [Substring: String] = [
    "links": "the relations in an export of Strapi", "schemas": "the content types in an export of Strapi",
    "configuration": "the settings in an export of Strapi",
  ]

  /// Whether a file is named like `links_00001.jsonl`.
  private static func isNumbered(_ file: Substring, like folder: Substring) -> Bool {
    file.hasPrefix("\(folder)_") && isNumbered(file.dropFirst(folder.count + 1), ".jsonl", digits: 5)
  }

  /// Whether a name is a number of `digits` digits followed by an ending.
  private static func isNumbered(_ name: Substring, _ ending: String, digits: Int) -> Bool {
    guard name.hasSuffix(ending) else { return false }
    let number = name.dropLast(ending.count)
    return number.count == digits && number.allSatisfy(\.isNumber)
  }

  /// Whether a page has the style sheet of all pages in Medium's export, and no story.
  private static func isListOfMedium(_ probe: Probe) -> Bool {
    guard probe.firstByte == UInt8(ascii: "<") else { return false }
    func has(_ words: StaticString) -> Bool { HTMLScanner.find(words, in: probe.utf8, from: 0) != nil }
    return has("section[data-field=subtitle]") && !has("data-field=\"body\"")
  }

  /// Whether JSON holds only the date and the version of Strapi of an export.
  private static func isVersion(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return json.has("strapi") && json.keys.isSubset(of: ["strapi", "createdat"])
  }

  /// Whether JSON lists pictures and files by checksum, like Sanity's `assets.json`.
  private static func areAssets(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return json.keys.allSatisfy { $0.hasPrefix("image-") || $0.hasPrefix("file-") }
  }
}
