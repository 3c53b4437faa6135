internal import WireYAML

/// The result of one case of a policy file.
///
/// A case that cannot be run is an error in the case, not a failure of the policy, and is reported separately.
public struct CaseResult: Sendable, Hashable {
  /// The verdict on a case.
  public enum Verdict: Sendable, Hashable {
    /// The result is as expected.
    case passed
    /// The result differs; the text gives the expected and the actual result.
    case failed(String)
    /// The case itself cannot be read.
    case error(String)
  }

  /// The position of the case.
  public var place: PolicyPlace
  /// What the case is about: a name, or the start of a text.
  public var subject: String
  /// The verdict.
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
