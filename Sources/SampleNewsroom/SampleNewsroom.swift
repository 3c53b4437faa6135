/// A small invented newsroom, embedded in the binary: what three agencies delivered, five drafts, a configuration.
///
/// `wirecheck demo` writes it to a folder and works on it there.
public enum SampleNewsroom {
  /// One file of the sample.
  public struct File: Sendable {
    /// The path below the sample's folder, for instance `drafts/harbour.md`.
    public let path: String
    /// The file's text.
    public let text: String
  }

  /// Every file of the sample, in order of their paths.
  public static var files: [File] { EmbeddedFiles.all.map { File(path: $0.path, text: $0.text) } }
}
