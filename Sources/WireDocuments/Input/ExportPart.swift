import WireTrees

/// The parts of a CMS export that hold no documents: lists of pictures, of relations, of content types.
///
/// Sources of the layouts: `sanity dataset export` (data.ndjson, assets.json, images/, files/) and `strapi export`
/// (metadata.json, entities/, links/, schemas/, configuration/, assets/), whose files of lines are numbered.
enum ExportPart {
  /// Why a file of such a path holds no documents; nil for others.
  static func reason(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let file = parts.last else { return nil }
    let folder = parts[parts.count - 2]
    if let what = numbered[folder], isNumbered(file, like: folder) { return what }
    let isUpload =
      parts.suffix(3).dropLast().elementsEqual(["assets", "metadata"]) && file.hasSuffix(".json")
    return isUpload ? "what an export of Strapi says of an uploaded file" : nil
  }

  /// Why a file of such a name holds no documents, by the names of what lies beside it; nil for others.
  static func reason(_ name: String, beside names: Set<String>) -> String? {
    switch name {
    case assets where names.contains("data.ndjson"): sanity
    case metadata where names.isSuperset(of: ["entities", "schemas"]): strapi
    default: nil
    }
  }

  /// Why a member of an archive holds no documents, by its name and start, since what lies beside it may come later.
  static func reason(_ probe: Probe) -> String? {
    guard let name = probe.path.split(separator: "/").last else { return nil }
    switch name {
    case assets where areAssets(probe): return sanity
    case metadata where isVersion(probe): return strapi
    default: return nil
    }
  }

  private static let assets = "assets.json"
  private static let metadata = "metadata.json"
  private static let sanity = "the list of pictures in an export of Sanity"
  private static let strapi = "the version of Strapi that wrote the export"
  private static let numbered: [Substring: String] = [
    "links": "the relations in an export of Strapi", "schemas": "the content types in an export of Strapi",
    "configuration": "the settings in an export of Strapi",
  ]

  /// Whether a file is named as `links_00001.jsonl` is.
  private static func isNumbered(_ file: Substring, like folder: Substring) -> Bool {
    guard file.hasPrefix("\(folder)_"), file.hasSuffix(".jsonl") else { return false }
    let number = file.dropFirst(folder.count + 1).dropLast(6)
    return number.count == 5 && number.allSatisfy(\.isNumber)
  }

  /// Whether JSON says when which version of Strapi wrote an export, and nothing else.
  private static func isVersion(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return json.has("strapi") && json.keys.isSubset(of: ["strapi", "createdat"])
  }

  /// Whether JSON lists pictures and files by their checksums, as Sanity's `assets.json` does.
  private static func areAssets(_ probe: Probe) -> Bool {
    guard let json = probe.json else { return false }
    return json.keys.allSatisfy { $0.hasPrefix("image-") || $0.hasPrefix("file-") }
  }
}
