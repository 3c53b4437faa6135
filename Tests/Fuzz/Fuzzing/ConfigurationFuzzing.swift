internal import Policies
public import WireDocuments
internal import WireRights
internal import WireYAML

/// Reads bytes that a fuzzer made as what a newsroom writes: terms with their cases, and mapping files.
public enum ConfigurationFuzzing {
  private static let agencies = try? AgencyDirectory()

  /// Reads a text as terms of use with their clauses, as a configuration holds them too, and runs their cases.
  public static func readTerms(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard let agencies else { preconditionFailure("the agencies do not load") }
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let file = PolicyFile(path: "Guidelines/input.yaml", text: text)
    _ = try? Guidelines(agencies: agencies, files: [file])
    return 0
  }

  /// The mapping of a text; nil where it is none.
  public static func mapping(_ text: String) -> FieldMapping? {
    try? FieldMapping(parsing: text, file: "map.yaml")
  }
}
