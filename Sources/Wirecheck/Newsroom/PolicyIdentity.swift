internal import Policies
internal import Synchronization

/// Identifies a configuration together with the built-in policies.
///
/// The digest is computed on demand: it takes two milliseconds, as the policies are megabytes, and many runs never
/// need it.
final class PolicyIdentity: Sendable {
  private let configuration: [String]
  private let known = Mutex<String?>(nil)

  /// - Parameter configuration: the texts of the configuration's files.
  init(configuration: [String]) { self.configuration = configuration }

  /// SHA-256 of the configuration's texts and of the paths and texts of the policies, `sha256:…`.
  var digest: String {
    known.withLock { known in
      if let known { return known }
      let policies = PolicyFile.everything.flatMap { [$0.path, $0.text] }
      let digest = "sha256:" + sha256(fields: configuration + policies)
      known = digest
      return digest
    }
  }
}
