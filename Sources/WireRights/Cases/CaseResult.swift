internal import WireYAML

/// What came of one case of a policy file.
///
/// A case that cannot be run is no failure of the policy but of the case, and is told apart.
public struct CaseResult: Sendable, Hashable {
  /// What came of it.
  public enum Verdict: Sendable, Hashable {
    /// The case says what happens.
    case passed
    /// Something else happens; what was expected and what came.
    case failed(String)
    /// The case itself cannot be read.
    case error(String)
  }

  /// Where the case stands.
  public var place: PolicyPlace
  /// What the case is about: a name, or the start of a text.
  public var subject: String
  /// What came of it.
  public var verdict: Verdict

  /// A result of the given parts.
  public init(place: PolicyPlace, subject: String, verdict: Verdict) {
    self.place = place
    self.subject = subject
    self.verdict = verdict
  }
}

extension CaseResult: CustomStringConvertible {
  /// `FAIL file:line:column: subject: …`, `ERROR …` or `ok …`.
  public var description: String {
    let start = "\(place.file):\(place.position.line):\(place.position.column): \(subject)"
    switch verdict {
    case .passed: return "ok \(start)"
    case .failed(let message): return "FAIL \(start): \(message)"
    case .error(let message): return "ERROR \(start): \(message)"
    }
  }
}
