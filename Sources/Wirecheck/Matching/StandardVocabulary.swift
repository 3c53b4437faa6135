internal import Policies
public import WireText
public import WireYAML

extension Vocabulary {
  /// The language data that comes with wirecheck: `Policies/Matching`.
  ///
  /// - Throws: `YAMLFault` where the data is wrong.
  public static func standard() throws(YAMLFault) -> Vocabulary {
    var words: [String] = []
    var endings: [Ending] = []
    for file in PolicyFile.all(in: "Matching") {
      var reader = try YAMLReader(YAMLValue(parsing: file.text, name: file.path), file: file.path)
      if let field = reader.optional("function-words") {
        var languages = try field.mapping()
        for language in languages.all() { words += try language.texts() }
      }
      for element in try reader.optional("endings")?.elements() ?? [] { endings.append(try ending(element)) }
      try reader.finish()
    }
    return Vocabulary(functionWords: words, endings: endings)
  }

  private static func ending(_ field: YAMLField) throws(YAMLFault) -> Ending {
    var reader = try field.mapping()
    let ending = Ending(
      try reader.required("ending").text(), replacement: try reader.required("as").text(),
      least: try reader.required("least").integer())
    try reader.finish()
    return ending
  }
}
