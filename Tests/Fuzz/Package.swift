// swift-tools-version: 6.2
import PackageDescription

/// Targets for libFuzzer, in a package of their own: they have no `main`, so that no build without the sanitizer links.
///
/// `./run` builds and starts them.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The fuzzer itself is linked to the targets alone: it brings a `main`, which the tools of the build have already.
let fuzzer: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]

/// One a group of readers, and one for each other thing that reads what nobody trusts; each a folder in `Targets`.
let names = [
  "XML", "Feeds", "HTML", "JSON", "Archives", "Mail", "RTF", "Texts", "WARC", "Markdown", "Mapping",
  "Notices", "Expressions", "Index", "Contracts",
]

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "wirecheck", path: "../..")],
  targets: [
    .target(
      name: "Fuzzing", dependencies: [.product(name: "WireReading", package: "wirecheck")], path: "Fuzzing",
      swiftSettings: strict)
  ]
    + names.map {
      .executableTarget(
        name: "Fuzz\($0)", dependencies: ["Fuzzing"], path: "Targets/\($0)", swiftSettings: strict,
        linkerSettings: fuzzer)
    },
  swiftLanguageModes: [.v6]
)
