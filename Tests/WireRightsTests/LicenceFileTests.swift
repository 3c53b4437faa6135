import Policies
import Testing
import WireYAML

@testable import WireRights

/// The files of public licences as a whole, and what their names and identifiers come to.
@Suite struct LicenceFileTests {
  /// Every identifier that a text can come to has terms, so that no recognised licence is left undecided.
  @Test func everyIdentifierOfACaseHasTerms() throws {
    let catalogue = try LicenceCatalogue.builtIn()
    for licence in try ProgramPolicies.all.get().licences {
      for example in licence.cases where example.licence != "none" {
        #expect(
          catalogue.terms(for: example.licence)?.id == licence.id, "\(licence.file): \(example.licence)")
      }
    }
  }

  /// The identifiers of all versions and ports, as SPDX lists them, or a reference of ours where it does not.
  @Test(arguments: [
    ("CC-BY", ["1.0", "2.0", "2.5", "3.0", "4.0"]), ("CC-BY-SA", ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"]),
    ("CC-BY-NC", ["1.0", "2.0", "2.5", "3.0", "4.0"]), ("CC-BY-ND", ["1.0", "2.0", "2.5", "3.0", "4.0"]),
    ("CC-BY-NC-SA", ["1.0", "2.0", "2.5", "3.0", "4.0"]),
    ("CC-BY-NC-ND", ["1.0", "2.0", "2.5", "3.0", "4.0"]), ("CC0", ["1.0"]), ("CC-PDM", ["1.0"]),
    ("OGL-UK", ["1.0", "2.0", "3.0"]), ("OGL-Canada", ["2.0"]), ("etalab", ["1.0", "2.0"]),
    ("DL-DE-BY", ["1.0", "2.0"]), ("DL-DE-ZERO", ["2.0"]), ("NLOD", ["1.0", "2.0"]),
    ("GFDL", ["1.1", "1.2", "1.3"]),
  ])
  func everyVersionExistsAndHasTerms(_ id: String, _ versions: [String]) throws {
    let licence = try #require(try ProgramPolicies.all.get().licences.first { $0.id == id })
    #expect(licence.versions == versions)
    let catalogue = try LicenceCatalogue.builtIn()
    for version in versions {
      let full = licence.identifier(version: version, isLater: false)
      #expect(catalogue.terms(for: full)?.id == id, "\(full)")
    }
    for port in licence.ports {
      #expect(versions.contains { port.hasPrefix($0 + "-") }, "\(port)")
      #expect(catalogue.terms(for: "\(id)-\(port)")?.id == id, "\(port)")
    }
  }

  @Test(arguments: [
    ("etalab", "1.0", false, "LicenseRef-etalab-1.0"), ("etalab", "2.0", false, "etalab-2.0"),
    ("GFDL", "1.2", true, "GFDL-1.2-or-later"), ("GFDL", "1.2", false, "GFDL-1.2-only"),
    ("GFDL", nil, true, "LicenseRef-GFDL"), ("CC0", nil, false, "CC0-1.0"),
    ("NLOD", nil, false, "LicenseRef-NLOD"),
  ])
  func identifiersFollowTheList(_ id: String, _ version: String?, _ isLater: Bool, _ full: String) throws {
    let licence = try #require(try ProgramPolicies.all.get().licences.first { $0.id == id })
    #expect(licence.identifier(version: version, isLater: isLater) == full)
  }

  /// 4.0 forgives what is put right within 30 days; up to 3.0 the credit names the title.
  @Test(arguments: [
    ("CC-BY-4.0", true, false), ("CC-BY-3.0-DE", false, true), ("CC-BY-NC-SA-2.0-FR", false, true),
    ("LicenseRef-CC-BY-ND", true, false), ("CC-BY-SA-2.1-JP", false, true),
  ])
  func versionsDiffer(_ reference: String, _ cures: Bool, _ titled: Bool) throws {
    let licence = try #require(try LicenceCatalogue.builtIn().terms(for: reference))
    let notes = licence.notes(for: licence.version(namedBy: reference)).map(\.text)
    #expect(notes.contains { $0.contains("30 days") } == cures)
    #expect(notes.contains { $0.contains("title") } == titled)
  }

  @Test func aVersionThatDoesNotExistIsAFault() {
    let text = """
      id: X
      title: X
      versions: ["1.0"]
      urls: []
      duties: []
      version-ids: {"2.0": Y}
      cases: []
      """
    let file = PolicyFile(path: "Licences/x.yaml", text: text)
    let fault = #expect(throws: YAMLFault.self) { try LicenceName.all(in: [file]) }
    #expect(fault?.message.contains("`2.0` is no version of `X`") ?? false)
  }
}
