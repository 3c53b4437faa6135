import Policies
import Testing
import WireYAML

@testable import WireRights

/// The policies of the program are read from what the build made of them, which says what their YAML says.
@Suite struct PolicyTreeTests {
  @Test(arguments: PolicyFile.everything.map(\.path)) func theBuildReadsWhatTheTextSays(_ path: String) throws
  {
    let file = try #require(PolicyFile.everything.first { $0.path == path })
    let packed = try #require(file.packed)
    #expect(PackedYAML.unpack(packed) == (try YAMLValue(parsing: file.text, name: path)))
    for key in ["anchors", "actions", "cases"] {
      let head = try YAMLValue(parsingHead: file.text, before: key, name: path)
      #expect(try file.tree(before: key) == head)
    }
  }

  @Test func aFileOfAnotherFolderIsReadFromItsText() throws {
    let file = PolicyFile(path: "Agencies/kestrel.yaml", text: "id: kestrel\nname: Kestrel Wire\n")
    #expect(file.packed == nil)
    #expect(try file.tree() == YAMLValue(parsing: file.text, name: file.path))
    let faulty = PolicyFile(path: "Agencies/kestrel.yaml", text: "id: kestrel\nname: [\n")
    #expect(throws: YAMLFault.self) { try faulty.tree() }
  }
}
