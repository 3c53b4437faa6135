import Policies
import Testing
import WireYAML

@testable import WireRights

/// The list of publishers' names: it loads, and no name has two owners.
@Suite struct PublisherNameTests {
  /// A publisher of the files, with all its names.
  private struct Entry {
    var name: String
    var names: [String]
    var place: String
  }

  private static func entries() throws -> [Entry] {
    var entries: [Entry] = []
    for file in PolicyFile.all(in: "Publishers") {
      let value = try YAMLValue(parsing: file.text, name: file.path)
      for element in try YAMLField(name: "publishers", value: value, file: file.path).elements() {
        var reader = try element.mapping()
        let name = try reader.required("name").text()
        let aliases = try reader.required("aliases").texts()
        entries.append(
          Entry(name: name, names: [name] + aliases, place: "\(file.path):\(element.position.line)"))
      }
    }
    return entries
  }

  @Test func everyNameIsFound() throws {
    let entries = try Self.entries()
    #expect(entries.count > 10)
    let publishers = try PublisherNames()
    for entry in entries {
      for name in entry.names { #expect(publishers.name(for: name) == entry.name, "\(entry.place): \(name)") }
    }
    #expect(publishers.name(for: "The Harbour Press of Nowhere") == nil)
  }

  /// Names that differ in case and marks only are one name.
  @Test func noNameStandsTwice() throws {
    var places: [[String]: String] = [:]
    for entry in try Self.entries() {
      for name in Set(entry.names.map(Lexer.words(of:))) {
        #expect(!name.isEmpty, "\(entry.place)")
        #expect(
          places[name] == nil,
          "\(entry.place): `\(name.joined(separator: " "))` stands in \(places[name] ?? "")")
        places[name] = entry.place
      }
    }
  }

  /// A name of an agency would never be looked up among the publishers.
  @Test func noNameIsAnAgencys() throws {
    let agencies = try ProgramPolicies.agencies.get()
    for entry in try Self.entries() {
      for name in entry.names {
        #expect(agencies.agency(named: name) == nil, "\(entry.place): \(name)")
      }
    }
  }

  /// In order of names, so that whoever adds one finds its place.
  @Test func namesAreInOrder() throws {
    let names = try Self.entries().map { $0.name.lowercased() }
    #expect(names == names.sorted())
  }
}
