import ArgumentParser
import Policies
import WireRights
import WireYAML

/// The source of the policies: the built-in ones, or a folder that replaces them.
struct PolicyFolder: ParsableArguments {
  @Option(
    name: .customLong("policies"),
    help: ArgumentHelp(
      "A folder laid out like Policies/: Agencies/, Guidelines/, Languages/ … (default: those in the program).",
      valueName: "folder"))
  var path: String?

  /// The policies of the folder, or the built-in ones.
  func policies() throws(CommandFailure) -> NoticePolicies {
    let files = try files()
    return try reading { () throws(YAMLFault) in
      let policies = try NoticePolicies(files: files)
      // What the program brings along is known to be sound, and read when it is needed.
      if path != nil { try policies.demandSoundFiles() }
      return policies
    }
  }

  /// The guidelines of the folder, or the built-in ones.
  func guidelines(_ agencies: AgencyDirectory) throws(CommandFailure) -> Guidelines {
    let files = try files()
    return try reading { () throws(YAMLFault) in try Guidelines(agencies: agencies, files: files) }
  }

  private func files() throws(CommandFailure) -> [PolicyFile] {
    guard let path else { return PolicyFile.everything }
    var files: [PolicyFile] = []
    for file in FileTree.matching(["*/*.yaml"], in: path) {
      files.append(
        PolicyFile(path: String(file.dropFirst(path.count + 1)), text: try Workspace.text(of: file)))
    }
    guard !files.all(in: "Languages").isEmpty else {
      throw .usage("\(path): holds no Languages/*.yaml (name a folder that is laid out like Policies/)")
    }
    return files
  }
}
