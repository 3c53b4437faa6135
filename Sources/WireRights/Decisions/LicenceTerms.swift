internal import Policies
public import WireYAML

/// What a public licence permits, prohibits and requires.
public struct LicenceTerms: Sendable, Hashable {
  /// Actions that a licence permits or prohibits, possibly for one purpose or in one territory only.
  public struct Rule: Sendable, Hashable {
    /// The actions.
    public var actions: [Action]
    /// The only purpose to which it applies; nil for all.
    public var purpose: Purpose?
    /// The only territory to which it applies; nil for all.
    public var territory: Territory?
  }

  /// The SPDX identifier without version, or a `LicenseRef-`.
  public var id: String
  /// The name in full.
  public var title: String
  /// The versions that exist.
  public var versions: [String]
  /// Addresses of the licence without scheme; every address that begins with one of them means the licence.
  public var addresses: [String]
  /// What it permits.
  public var permits: [Rule]
  /// What it prohibits.
  public var prohibits: [Rule]
  /// The duties.
  public var duties: [Duty.Kind]
  /// Further remarks for users of the licence, some of them for single versions.
  public var notes: [Note]

  /// A remark on a licence.
  public struct Note: Sendable, Hashable {
    /// The remark.
    public var text: String
    /// The versions to which it applies; empty for all.
    public var versions: [String]
  }

  /// The remarks for a version; without a version, those for the latest, which is assumed.
  public func notes(for version: String?) -> [Note] {
    let wanted = version ?? versions.last
    return notes.filter { note in note.versions.isEmpty || wanted.map(note.versions.contains) ?? false }
  }

  /// The version that an identifier or address names, for instance `3.0` of `CC-BY-3.0-DE`.
  public func version(namedBy reference: String) -> String? {
    let parts = reference.split { $0 == "-" || $0 == "/" }.map(String.init)
    return versions.first(where: parts.contains)
  }
}

/// The public licences known to the tool.
public struct LicenceCatalogue: Sendable {
  private var licences: [String: LicenceTerms] = [:]

  /// A catalogue of these licences.
  public init(_ licences: [LicenceTerms]) {
    for licence in licences { self.licences[licence.id] = licence }
  }

  /// The licences embedded in the program.
  ///
  /// - Throws: `YAMLFault` if an embedded file is faulty.
  public static func builtIn() throws(YAMLFault) -> LicenceCatalogue {
    var licences: [LicenceTerms] = []
    for file in PolicyFile.all(in: "Licences") {
      licences.append(try LicenceTerms(file))
    }
    return LicenceCatalogue(licences)
  }

  /// A licence by its identifier or address; nil if it, its version or its elements are not known.
  ///
  /// All versions and ports of a licence have the terms of one file, so `CC-BY-3.0-DE` is read as `CC-BY`. A
  /// licence with known elements but no version (`LicenseRef-CC-BY-SA`) has the terms of its latest version.
  public func terms(for reference: String) -> LicenceTerms? {
    if reference.utf8.contains(0x2F) { return terms(atAddress: reference) }
    if let exact = licences[reference] { return exact }
    let prefix = "LicenseRef-"
    let bare = reference.hasPrefix(prefix) ? String(reference.dropFirst(prefix.count)) : reference
    if let exact = licences[bare] { return exact }
    let parts = bare.split(separator: "-")
    guard let version = parts.lastIndex(where: { $0.utf8.contains(0x2E) }), version > 0 else { return nil }
    let id = parts[..<version].joined(separator: "-")
    guard let licence = licences[id], licence.versions.contains(String(parts[version])) else { return nil }
    return licence
  }

  private func terms(atAddress address: String) -> LicenceTerms? {
    var rest = address.lowercased()[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    let fitting = licences.values.flatMap { licence in
      licence.addresses.filter { rest.hasPrefix($0) }.map { (address: $0, licence: licence) }
    }
    // The longest address is the most specific; ties are resolved by identifier, so that the result does not depend
    // on the order of a dictionary.
    return fitting.max {
      ($0.address.utf8.count, $1.licence.id) < ($1.address.utf8.count, $0.licence.id)
    }?.licence
  }
}
