// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers, in a package of their own: they link the toolchain's libFuzzer, which not every toolchain has.
///
/// `./run` builds and starts them.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The fuzzer is linked to the targets alone, not to the tools of the build.
let fuzzer: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]

/// One a group of readers, and one for each other thing that reads what nobody trusts; each a folder in `Targets`.
let names = [
  "XML", "Feeds", "HTML", "JSON", "Archives", "Mail", "RTF", "Texts", "WARC", "Markdown", "Mapping",
  "Notices", "Phrases", "Expressions", "Index", "Contracts",
]

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "wirecheck", path: "../..")],
  targets: [
    .target(
      name: "Fuzzing", dependencies: ["CLibFuzzer", .product(name: "WireReading", package: "wirecheck")],
      path: "Fuzzing", swiftSettings: strict),
    .systemLibrary(name: "CLibFuzzer", path: "CLibFuzzer"),
  ]
    + names.map {
      .executableTarget(
        name: "Fuzz\($0)", dependencies: ["Fuzzing"], path: "Targets/\($0)", swiftSettings: strict,
        linkerSettings: fuzzer)
    },
  swiftLanguageModes: [.v6]
)
