public import WireYAML
internal import Policies

/// A family of public licences: what it permits, prohibits and asks for, with the differences of its versions.
///
/// One file of `Policies/Licences/` each. The identifiers are those of SPDX.
public struct PublicLicence: Sendable {
  /// Actions that are permitted or prohibited, perhaps only for one purpose or in one territory.
  public struct Grant: Sendable, Hashable {
    /// The actions.
    public var actions: [Action]
    /// The purpose that it is limited to, nil for every purpose.
    public var purpose: String?
    /// The territory that it is limited to, nil for the world.
    public var territory: String?
  }

  /// Something that a reader of the terms should know and that no action expresses.
  public struct Note: Sendable, Hashable {
    /// The sentence.
    public var text: String
    /// The versions that it holds for; empty is all.
    public var versions: [String]
  }

  /// The identifier without version, for instance `CC-BY-SA`.
  public let id: String
  /// The name.
  public let title: String
  /// The elements of a Creative Commons licence: `by`, `nc`, `nd`, `sa`, `zero`.
  public let elements: [String]
  /// The versions that exist; empty where there are none.
  public let versions: [String]
  /// The addresses by which texts name it, without scheme.
  public let urls: [String]
  /// The names by which texts name it.
  public let names: [String]
  /// What it permits.
  public let permits: [Grant]
  /// What it prohibits.
  public let prohibits: [Grant]
  /// What it asks for.
  public let duties: [Duty.Kind]
  /// What else there is to know.
  public let notes: [Note]
  let cases: [LicenceCase]

  /// The notes that hold for a version.
  public func notes(version: String?) -> [Note] {
    notes.filter { note in note.versions.isEmpty || version.map(note.versions.contains) ?? true }
  }
}

/// A text and the licence that it names.
struct LicenceCase: Sendable {
  var text: String
  var licence: String
}

/// All public licences that the policies describe.
public struct LicenceDirectory: Sendable {
  /// The licences, in order of their files.
  public let licences: [PublicLicence]

  /// Reads the files of `Policies/Licences/`.
  ///
  /// - Throws: `YAMLFault` with the place.
  public init() throws(YAMLFault) {
    var licences: [PublicLicence] = []
    for file in PolicyFile.all(in: "Licences") {
      licences.append(try PublicLicence(YAMLValue(parsing: file.text, name: file.path), file: file.path))
    }
    self.licences = licences
  }

  /// The licence and version that an identifier such as `CC-BY-4.0`, `CC-BY-3.0-DE` or `LicenseRef-CC-BY` means;
  /// nil where the identifier is unknown or does not say which elements the licence has.
  public func find(_ id: String) -> (licence: PublicLicence, version: String?)? {
    let prefix = "LicenseRef-"
    let bare = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    for licence in licences {
      if licence.id == id || licence.id == bare { return (licence, nil) }
      for version in licence.versions {
        let full = licence.id + "-" + version
        if bare == full || bare.hasPrefix(full + "-") { return (licence, version) }
      }
    }
    return nil
  }
}

extension PublicLicence {
  init(_ value: YAMLValue, file: String) throws(YAMLFault) {
    var reader = try YAMLReader(value, file: file)
    id = try reader.required("id").text()
    title = try reader.required("title").text()
    elements = try reader.optional("elements")?.texts() ?? []
    versions = try reader.optional("versions")?.texts() ?? []
    urls = try reader.optional("urls")?.texts() ?? []
    names = try reader.optional("names")?.texts() ?? []
    permits = try Self.grants(reader.optional("permits"))
    prohibits = try Self.grants(reader.optional("prohibits"))
    var duties: [Duty.Kind] = []
    if let field = reader.optional("duties") {
      for element in try field.elements() { duties.append(try element.choice(Duty.Kind.self)) }
    }
    self.duties = duties
    var notes: [Note] = []
    if let field = reader.optional("notes") {
      for element in try field.elements() {
        var note = try element.mapping()
        notes.append(
          Note(
            text: try note.required("text").text(), versions: try note.optional("versions")?.texts() ?? []))
        try note.finish()
      }
    }
    self.notes = notes
    var cases: [LicenceCase] = []
    for element in try reader.required("cases").elements() {
      var example = try element.mapping()
      cases.append(
        LicenceCase(
          text: try example.required("text").text(), licence: try example.required("licence").text()))
      try example.finish()
    }
    self.cases = cases
    try reader.finish()
  }

  private static func grants(_ field: YAMLField?) throws(YAMLFault) -> [Grant] {
    guard let field else { return [] }
    var grants: [Grant] = []
    for element in try field.elements() {
      var grant = try element.mapping()
      var actions: [Action] = []
      for action in try grant.required("actions").elements() {
        actions.append(try action.choice(Action.self))
      }
      grants.append(
        Grant(
          actions: actions, purpose: try grant.optional("purpose")?.text(),
          territory: try grant.optional("territory")?.text()))
      try grant.finish()
    }
    return grants
  }
}
