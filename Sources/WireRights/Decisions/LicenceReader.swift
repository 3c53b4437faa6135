internal import Policies
internal import WireYAML

extension LicenceTerms {
  /// Reads one file of `Policies/Licences/`.
  ///
  /// The names and cases in it serve to recognise the licence; the decision does not use them.
  init(_ file: PolicyFile) throws(YAMLFault) {
    var reader = try YAMLReader(file.tree(), file: file.path)
    id = try reader.required("id").text()
    title = try reader.required("title").text()
    versions = try reader.required("versions").texts()
    addresses = try reader.required("urls").texts()
    permits = try Self.rules(reader.optional("permits"))
    prohibits = try Self.rules(reader.optional("prohibits"))
    duties = try reader.required("duties").choices(Duty.Kind.self)
    notes = try Self.notes(reader.optional("notes"))
    for key in ["elements", "ports", "names", "version-names", "version-ids", "later", "cases"] {
      _ = reader.optional(key)
    }
    try reader.finish()
  }

  private static func notes(_ field: YAMLField?) throws(YAMLFault) -> [Note] {
    guard let field else { return [] }
    var notes: [Note] = []
    for element in try field.elements() {
      var reader = try element.mapping()
      notes.append(
        Note(
          text: try reader.required("text").text(), versions: try reader.optional("versions")?.texts() ?? []))
      try reader.finish()
    }
    return notes
  }

  private static func rules(_ field: YAMLField?) throws(YAMLFault) -> [Rule] {
    guard let field else { return [] }
    var rules: [Rule] = []
    for element in try field.elements() {
      var reader = try element.mapping()
      rules.append(
        Rule(
          actions: try reader.required("actions").choices(Action.self),
          purpose: try reader.optional("purpose")?.choice(Purpose.self),
          territory: try reader.optional("territory")?.territory()))
      try reader.finish()
    }
    return rules
  }
}
