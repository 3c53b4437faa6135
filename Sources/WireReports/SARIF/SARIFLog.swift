/// The parts of SARIF 2.1.0 that a report uses; names are those of the standard.
///
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
struct SARIFLog: Encodable {
  var schema = "https://json.schemastore.org/sarif-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    var tool: Tool
    var automationDetails: Identity
    var columnKind = "unicodeCodePoints"
    var originalUriBaseIds = ["SRCROOT": BaseID(description: Message(text: "root of the repository"))]
    var invocations: [Invocation]
    var results: [Result]
    var properties: RunProperties
  }

  struct Tool: Encodable { var driver: Driver }
  struct Driver: Encodable {
    var name: String
    var version: String
    var semanticVersion: String
    var rules: [Rule]
  }
  struct Rule: Encodable {
    var id: String
    var name: String
    var shortDescription: Message
    var fullDescription: Message
    var help: Message
    var defaultConfiguration: Configuration
    var properties: RuleProperties
  }
  struct Configuration: Encodable { var level: String }
  struct RuleProperties: Encodable {
    var tags: [String]
    var severity: String
    enum CodingKeys: String, CodingKey {
      case tags
      case severity = "problem.severity"
    }
  }

  struct Message: Encodable { var text: String }
  struct Identity: Encodable { var id: String }
  struct BaseID: Encodable { var description: Message }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var startTimeUtc: String?
    var toolExecutionNotifications: [Notification]
  }
  struct Notification: Encodable {
    var level: String
    var message: Message
    var locations: [Location]
  }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var relatedLocations: [Location]?
    var partialFingerprints: [String: String]?
    var fingerprints: [String: String]?
    var properties: ResultProperties?
  }
  struct Location: Encodable {
    var id: Int?
    var message: Message?
    var physicalLocation: PhysicalLocation
    var logicalLocations: [LogicalLocation]?
  }
  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region
  }
  struct ArtifactLocation: Encodable {
    var uri: String
    var uriBaseId: String?
  }
  struct Region: Encodable {
    var startLine: Int
    var startColumn: Int?
    var endLine: Int?
    var endColumn: Int?
  }
  struct LogicalLocation: Encodable {
    var fullyQualifiedName: String
    var kind = "element"
  }

  struct RunProperties: Encodable {
    var verdict: String
    var policy: String
    var index: String?
  }
  struct ResultProperties: Encodable { var wire: Wire }
  struct Wire: Encodable {
    var agency: String
    var item: String
    var version: String?
    var matchedWords: Int?
    var identicalWords: Int?
  }
}
