/// One policy file as it stands below `Policies/`, embedded in the binary.
public struct PolicyFile: Sendable {
  /// The path below `Policies/`, for instance `Agencies/reuters.yaml`.
  public let path: String
  /// The file's text, YAML.
  public let text: String
  /// The tree of the text as `PackedYAML`, which the build made; nil for a file that does not come with the program.
  public let packed: String?

  /// All files, in order of their paths.
  public static var everything: [PolicyFile] {
    EmbeddedFiles.all.map { PolicyFile(path: $0.path, text: $0.text, packed: $0.packed) }
  }

  /// All files of one folder, for instance `Agencies`, in order of their paths.
  public static func all(in folder: String) -> [PolicyFile] { everything.all(in: folder) }

  /// A file that does not come with the program.
  ///
  /// - Parameters:
  ///   - path: the path below the folder that stands in for `Policies/`.
  ///   - text: the file's text, YAML.
  public init(path: String, text: String) { self.init(path: path, text: text, packed: nil) }

  private init(path: String, text: String, packed: String?) {
    self.path = path
    self.text = text
    self.packed = packed
  }
}

extension [PolicyFile] {
  /// Those of one folder, for instance `Agencies`.
  public func all(in folder: String) -> [PolicyFile] { filter { $0.path.hasPrefix(folder + "/") } }
}
