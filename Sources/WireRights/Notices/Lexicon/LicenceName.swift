internal import Policies
internal import WireYAML

/// How texts name a public licence: the part of a file of `Policies/Licences/` that serves recognition.
///
/// What the licence permits and requires is in the same file and is read by `LicenceTerms`.
struct LicenceName: Sendable {
  /// A text and the identifier of the licence that it names.
  struct Case: Sendable {
    var text: String
    var licence: String
    var position: YAMLValue.Position
  }

  /// The file below `Policies/`.
  var file: String
  /// The identifier without version, for instance `CC-BY-SA`.
  var id: String
  /// The elements of a Creative Commons licence: `by`, `nc`, `nd`, `sa`, `zero`.
  var elements: [String]
  /// The existing versions; empty if there are none.
  var versions: [String]
  /// The ports to one country that SPDX lists, for instance `3.0-DE`.
  var ports: [String]
  /// The names and addresses by which texts name it.
  var names: [String]
  /// Names and addresses that name one version, by version.
  var versionNames: [String: [String]] = [:]
  /// The identifiers of versions that are not composed of the licence's identifier and the version, for instance
  /// those that SPDX does not list.
  var versionIDs: [String: String] = [:]
  /// The words that include later versions, for a licence whose SPDX identifiers make that distinction.
  var later: [[String]]
  var cases: [Case] = []

  /// Reads all files of `Policies/Licences/`.
  ///
  /// - Throws: `YAMLFault` with the place.
  static func all(in files: [PolicyFile]) throws(YAMLFault) -> [LicenceName] {
    var result: [LicenceName] = []
    for file in files.all(in: "Licences") {
      result.append(try LicenceName(file.tree(), file: file.path))
    }
    return result
  }

  private init(_ value: YAMLValue, file: String) throws(YAMLFault) {
    var reader = try YAMLReader(value, file: file)
    self.file = file
    id = try reader.required("id").text()
    elements = try reader.optional("elements")?.texts() ?? []
    versions = try reader.optional("versions")?.texts() ?? []
    ports = try reader.optional("ports")?.texts() ?? []
    names = try (reader.optional("names")?.texts() ?? []) + (reader.optional("urls")?.texts() ?? [])
    later = try (reader.optional("later")?.texts() ?? []).map(Lexer.words(of:))
    for field in try fields(of: "version-names", in: &reader) { versionNames[field.name] = try field.texts() }
    for field in try fields(of: "version-ids", in: &reader) { versionIDs[field.name] = try field.text() }
    for element in try reader.required("cases").elements() {
      var example = try element.mapping()
      cases.append(
        Case(
          text: try example.required("text").text(), licence: try example.required("licence").text(),
          position: element.position))
      try example.finish()
    }
    for key in ["title", "permits", "prohibits", "duties", "notes"] { _ = reader.optional(key) }
    try reader.finish()
  }

  /// Its anchors: one of them is in every text that names the licence by a name of its own.
  var anchors: [String] { names + versionNames.values.joined() }

  /// The entries of a key whose own keys are versions.
  private func fields(of key: String, in reader: inout YAMLReader) throws(YAMLFault) -> [YAMLField] {
    guard let field = reader.optional(key) else { return [] }
    var entries = try field.mapping()
    let fields = entries.all()
    for entry in fields where !versions.contains(entry.name) {
      throw entry.fault("`\(entry.name)` is no version of `\(id)`", next: "add it to `versions`")
    }
    return fields
  }

  /// The identifier of a version, or of the only one; a `LicenseRef-` if the version is not given.
  ///
  /// - Parameter isLater: whether later versions are included.
  func identifier(version: String?, isLater: Bool) -> String {
    guard let version = version ?? (versions.count == 1 ? versions[0] : nil) else {
      return "LicenseRef-\(id)"
    }
    let full = versionIDs[version] ?? "\(id)-\(version)"
    return later.isEmpty ? full : full + (isLater ? "-or-later" : "-only")
  }
}
