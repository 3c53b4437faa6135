import Foundation
import Testing

/// What a file adds must be entered in its table, and no target may open a door that the plan does not have.
@Suite struct GuardTests {
  private static let sources = Package.root.appendingPathComponent("Sources")

  /// The Swift files below a folder of the sources.
  private static func files(_ folder: String) throws -> [(name: String, text: String)] {
    let root = sources.appendingPathComponent(folder)
    let paths = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }
  }

  /// What a pattern's group finds in the files of a folder.
  private static func names(_ pattern: Regex<(Substring, Substring)>, in folder: String) throws -> Set<String>
  {
    Set(try files(folder).flatMap { $0.text.matches(of: pattern).map { String($0.output.1) } })
  }

  @Test func everyReaderIsInTheTable() throws {
    let written = try Self.names(/static let format = Format\(\s*name: "(\w+)"/, in: "WireDocuments/Readers")
    let listed = try Tool(folder: Folder()).run("formats").output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(written.count >= 8)
    #expect(Set(listed) == written)
    #expect(Set(listed).count == listed.count)
  }

  @Test func everyRuleIsInTheTable() throws {
    let written = try Self.names(/\bid: "(WC\d{3})", name:/, in: "Wirecheck/Rules")
    let listed = try Tool(folder: Folder()).run("rules").output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(written.count >= 20)
    #expect(Set(listed) == written)
    #expect(listed == listed.sorted())
  }

  @Test func everyReportIsInTheTable() throws {
    let types = try Self.files("WireReports").filter { $0.text.contains(/enum \w+: ReportFormat \{/) }
    let written = types.compactMap {
      $0.text.firstMatch(of: /static let name = "(\w+)"/).map { String($0.output.1) }
    }
    let folder = try Folder()
    try folder.write("Some words.", to: "a.txt")
    let complaint = try Tool(folder: folder).run("compare", "a.txt", "a.txt", "--format", "none").errors
    #expect(written.count >= 4)
    for name in written { #expect(complaint.contains(name), "\(name)") }
  }

  /// The doors of the house: which of our targets each may import.
  private static let doors: [String: Set<String>] = [
    "WireText": [], "WireTrees": ["WireText"], "WireYAML": ["WireText"],
    "WireDocuments": ["WireText", "WireTrees", "WireYAML", "Policies"],
    "WireIsolation": ["WireText", "WireDocuments"],
    "WireRights": ["WireText", "WireTrees", "WireYAML", "Policies"], "WireMatching": ["WireText"],
    "Wirecheck": [
      "WireText", "WireTrees", "WireYAML", "WireDocuments", "WireRights", "WireMatching", "Policies",
    ],
    "WireReports": ["Wirecheck", "WireText"], "WireLedger": ["Wirecheck", "WireText"],
  ]

  /// Every target with code of ours is either the program or has its doors.
  @Test func everyTargetHasItsDoors() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let others = ["CLibXML2", "CZlib", "EmbedFiles", "FileEmbedder", "SampleNewsroom", "WirecheckCommand"]
    #expect(Set(folders).subtracting(others) == Set(Self.doors.keys))
  }

  @Test(arguments: doors.keys.sorted()) func noTargetImportsWhatItMayNot(_ target: String) throws {
    let ours = Set(Self.doors.keys).union(["WirecheckCommand", "SampleNewsroom", "Policies"])
    let imported = try Self.names(/(?m)^(?:public |internal |package )?import (\w+)$/, in: target)
    #expect(!imported.isEmpty || target == "WireText")
    #expect(imported.intersection(ours).subtracting(try #require(Self.doors[target])) == [])
  }

  /// The pure core reads no clock, no environment and no locale.
  @Test(arguments: ["WireText", "WireTrees", "WireYAML", "WireRights", "WireMatching", "Wirecheck"])
  func theCoreAsksNothingOfTheMachine(_ target: String) throws {
    let files = try Self.files(target)
    #expect(!files.isEmpty)
    for file in files {
      #expect(
        !file.text.contains(/\bDate\(\)|ProcessInfo|getenv\(|Locale\.current|TimeZone\.current/),
        "\(file.name)")
    }
  }
}
