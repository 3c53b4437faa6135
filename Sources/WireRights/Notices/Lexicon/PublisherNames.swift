internal import Policies
internal import WireYAML

/// Maps the names that notices use to the names under which publishers are known.
struct PublisherNames: Sendable {
  private var byName: [[String]: String] = [:]

  /// Reads the files of `Policies/Publishers/`.
  ///
  /// - Throws: `YAMLFault` with the place; also if two publishers claim one name.
  init(_ files: [PolicyFile] = PolicyFile.everything) throws(YAMLFault) {
    for file in files.all(in: "Publishers") {
      let value = try file.tree()
      for element in try YAMLField(name: "publishers", value: value, file: file.path).elements() {
        var reader = try element.mapping()
        let name = try reader.required("name")
        for alias in try [name.text()] + reader.required("aliases").texts() {
          let key = Lexer.words(of: alias)
          if let other = byName[key], other != (try name.text()) {
            throw element.fault(
              "`\(alias)` is also a name of `\(other)`", next: "keep the name with one of them")
          }
          byName[key] = try name.text()
        }
        try reader.finish()
      }
    }
  }

  /// The name under which a publisher is known; nil if it is not listed.
  func name(for words: String) -> String? { byName[Lexer.words(of: words)] }
}
