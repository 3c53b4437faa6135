internal import WireTrees

/// Our profile of ODRL 2.2 as a document: every term that it adds, and its parent term.
public enum ODRLProfile {
  /// The profile's identifier, the prefix of its terms; it does not change as long as the terms mean the same.
  public static let uid = ODRLNames.profile

  /// The profile in JSON-LD: actions with `includedIn`, left operands, and values of conditions.
  public static var text: String {
    JSONOutput.object([
      (
        "@context",
        .array([
          "http://www.w3.org/ns/odrl.jsonld",
          .object([
            ("wr", .string(ODRLNames.profile)), ("odrl", "http://www.w3.org/ns/odrl/2/"),
            ("tdm", "http://www.w3.org/ns/tdmrep#"), ("skos", "http://www.w3.org/2004/02/skos/core#"),
            ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("owl", "http://www.w3.org/2002/07/owl#"),
            ("dcterms", "http://purl.org/dc/terms/"),
          ]),
        ])
      ),
      ("@graph", .array([header] + actions + duties + leftOperands + rightOperands)),
    ]).text
  }

  private static var header: JSONOutput {
    .object([
      ("@id", .string(uid)), ("@type", "owl:Ontology"),
      ("dcterms:title", "Rights in wire copy: a profile of ODRL 2.2"), ("owl:versionInfo", "1"),
      ("rdfs:seeAlso", .object([("@id", "http://www.w3.org/ns/odrl/2/")])),
    ])
  }

  private static var actions: [JSONOutput] {
    Action.allCases.compactMap { action in
      guard let parent = ODRLVocabulary.including(action) else { return nil }
      return term(
        ODRLVocabulary.name(of: action), "odrl:Action", "The act that notices call \(action.rawValue).",
        includedIn: parent)
    }
  }

  private static var duties: [JSONOutput] {
    Duty.Kind.allCases.compactMap { kind in
      let name = ODRLVocabulary.name(of: kind)
      guard name.hasPrefix("wr:") else { return nil }
      return term(name, "odrl:Action", "What has to be done: \(kind.rawValue).", includedIn: "use")
    }
  }

  private static var leftOperands: [JSONOutput] {
    let named = [
      ("wr:unless", "What lifts the rule: the action is meant only where it is not held."),
      ("wr:onlyIf", "What the rule depends on."),
      (
        "wr:part", "The part of the material: text, image, video, graphic, audio, or third parties' material."
      ),
      ("wr:extent", "How much is taken; the unit says of what."),
    ]
    let kinds = Constraint.Kind.allCases.map { kind in
      (
        ODRLVocabulary.profileName(kind.rawValue),
        "The value of a notice's limit as it is written: \(kind.rawValue)."
      )
    }
    return (named + kinds).map { term($0.0, "odrl:LeftOperand", $0.1, includedIn: nil) }
  }

  private static var rightOperands: [JSONOutput] {
    let lifted = Condition.allCases.compactMap(ODRLVocabulary.name(lifting:))
    return
      (lifted + ["wr:dutiesMet", "wr:words", "wr:chars", "wr:sentences"]
      + Weekday.allCases.map { ODRLVocabulary.profileName($0.name) }).map {
        term($0, "odrl:RightOperand", "A value of the profile's left operands.", includedIn: nil)
      }
  }

  private static func term(
    _ name: String, _ type: String, _ definition: String, includedIn parent: String?
  ) -> JSONOutput {
    let included = parent.map { $0.contains(":") ? $0 : "odrl:" + $0 }
    return .object([
      ("@id", .string(name)), ("@type", .array([.string(type), "skos:Concept"])),
      ("rdfs:label", .string(String(name.dropFirst(3)))), ("skos:definition", .string(definition)),
      ("odrl:includedIn", included.map { .object([("@id", .string($0))]) }),
    ])
  }
}
