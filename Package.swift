// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, imports are internal unless said otherwise, warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "wirecheck",
  products: [
    .executable(name: "wirecheck", targets: ["WirecheckCommand"]),
    // The core with the modules whose types its callers name.
    .library(
      name: "Wirecheck", targets: ["Wirecheck", "WireDocuments", "WireRights", "WireMatching", "WireText"]),
    // What reads untrusted bytes, for whoever needs no more: the fuzzers in `Tests/Fuzz`.
    .library(name: "WireReading", targets: ["WireDocuments", "WireRights", "WireMatching"]),
  ],
  // Exact versions: reports and parsing must not change under a fresh clone.
  dependencies: [
    // Flags, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // YAML: libyaml, which the package carries; `WireYAML` makes trees of its events, under our restrictions.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // SHA-256 that counsel can rely on: identities of documents, policies and findings. Its own dependency, swift-asn1,
    // comes in any version: `Crypto` has nothing of it.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    // The ledger's SQLite: statements that cannot be composed wrongly, and one connection that many threads share.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(name: "WireText", swiftSettings: strict),
    .target(name: "WireTrees", dependencies: ["WireText"], swiftSettings: strict),
    .target(
      name: "WireYAML",
      dependencies: ["WireText", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "WireDocuments",
      dependencies: ["WireText", "WireTrees", "WireYAML", "Policies", "CLibXML2", "CZlib"],
      swiftSettings: strict),
    // Reading in a process of its own, which gives up what it does not need.
    .target(name: "WireIsolation", dependencies: ["WireText", "WireDocuments"], swiftSettings: strict),
    .target(
      name: "WireRights", dependencies: ["WireText", "WireTrees", "WireYAML", "Policies"],
      swiftSettings: strict),
    // The meaning of each constant of matching is shown to users from its own source.
    .target(
      name: "WireMatching", dependencies: ["WireText"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(
      name: "Wirecheck",
      dependencies: [
        "WireText", "WireTrees", "WireYAML", "WireDocuments", "WireRights", "WireMatching", "Policies",
        "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "WireReports", dependencies: ["Wirecheck"], swiftSettings: strict),
    .target(
      name: "WireLedger",
      dependencies: ["WireText", "Wirecheck", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .executableTarget(
      name: "WirecheckCommand",
      dependencies: [
        "WireText", "WireTrees", "WireYAML", "WireDocuments", "WireIsolation", "WireRights", "WireMatching",
        "Wirecheck", "WireReports", "WireLedger", "SampleNewsroom", "Policies",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Policies are data: the plugin embeds every file below the folder, so that adding one needs no Swift, and with it
    // what its YAML says, which costs too much to read anew at each start.
    .target(
      name: "Policies",
      dependencies: ["WireYAML"],
      path: "Policies",
      exclude: [
        "Agencies", "Crawlers", "Dates", "Guidelines", "Jurisdictions", "Languages", "Licences", "Matching",
        "Pointers", "Publishers", "Regions", "Statuses", "Zones",
      ],
      sources: ["PolicyFile.swift", "PolicyFile+Tree.swift"],
      swiftSettings: strict,
      plugins: ["EmbedFiles"]),
    .target(
      name: "SampleNewsroom",
      exclude: ["drafts", "wire", "wirecheck.yaml"],
      sources: ["SampleNewsroom.swift"],
      swiftSettings: strict,
      plugins: ["EmbedFiles"]),
    .executableTarget(name: "FileEmbedder", dependencies: ["WireYAML"], swiftSettings: strict),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"], path: "Sources/EmbedFiles"
    ),

    // Speed is measured by hand, never as a test that a busy machine fails.
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["WireDocuments", "WireMatching", "WireRights", "WireText", "CLibXML2"],
      path: "Tests/Benchmarks", swiftSettings: strict),

    // What tests of several targets need.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),

    .testTarget(name: "WireTextTests", dependencies: ["WireText"], swiftSettings: strict),
    .testTarget(
      name: "WireDocumentsTests",
      dependencies: ["WireDocuments", "WireText", "WireTrees", "Policies", "CZlib", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WireRightsTests",
      dependencies: ["WireRights", "WireText", "WireYAML", "Policies", "TestSupport"],
      swiftSettings: strict),
    // A program that changes an index and ends at any of its calls to the system, which a C file stands before.
    .target(name: "CFailurePoints", path: "Tests/CFailurePoints", linkerSettings: [.linkedLibrary("dl")]),
    .executableTarget(
      name: "IndexChanger", dependencies: ["WireMatching", "WireText", "CFailurePoints"],
      path: "Tests/IndexChanger", swiftSettings: strict),
    .testTarget(
      name: "WireMatchingTests", dependencies: ["WireMatching", "WireText", "IndexChanger", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WireReportsTests", dependencies: ["WireReports", "WireText", "Wirecheck", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WireLedgerTests",
      dependencies: [
        "WireLedger", "WireText", "Wirecheck", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WirecheckTests",
      dependencies: [
        "Wirecheck", "WireDocuments", "WireMatching", "WireRights", "WireText", "WireYAML", "TestSupport",
      ],
      swiftSettings: strict),
    // Runs the program; it depends on it so that `swift test` builds what is run.
    .testTarget(
      name: "WirecheckCommandTests", dependencies: ["WirecheckCommand", "WireDocuments", "WireIsolation"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
