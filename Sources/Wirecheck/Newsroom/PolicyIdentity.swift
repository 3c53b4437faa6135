internal import Policies
internal import Synchronization

/// What identifies a configuration together with the policies that come with the tool.
///
/// It takes two milliseconds, as these are megabytes, and many a run never asks for it.
final class PolicyIdentity: Sendable {
  private let configuration: [String]
  private let known = Mutex<String?>(nil)

  /// - Parameter configuration: the texts of the configuration's files.
  init(configuration: [String]) { self.configuration = configuration }

  /// SHA-256 of the texts, and of the paths and texts of the policies, `sha256:…`.
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
