import ArgumentParser
import Foundation
import WireRights
import WireYAML
import Wirecheck

/// A newsroom's configuration together with its folder.
struct Workspace {
  /// The newsroom.
  var newsroom: Newsroom
  /// The configuration's folder, `.` for the current one.
  var folder: String
  /// The configuration's path.
  var path: String

  /// The possible file names of a configuration.
  static let names = ["wirecheck.yaml", ".wirecheck.yaml"]

  /// Reads the configuration that is named, or the nearest one in or above the folders of the inputs or the current
  /// folder.
  ///
  /// Inputs under two configurations are rejected: contracts of one site would decide on the other's documents.
  ///
  /// - Parameters:
  ///   - config: the path that the user gave, if any.
  ///   - inputs: the paths to check.
  static func open(config: String?, inputs: [String]) throws(CommandFailure) -> Workspace {
    guard let found = try workspace(config: config, inputs: inputs) else {
      throw .usage(
        "no wirecheck.yaml here or in a folder above (create one with `wirecheck init`, or name it with --config)"
      )
    }
    return found
  }

  /// Like `open`, but nil if there is no configuration and none was named.
  ///
  /// - Parameter allowsEmptyContractFiles: whether an empty contract file is accepted as having no contracts, since a shell
  ///   redirection creates it empty.
  static func workspace(
    config: String?, inputs: [String], allowsEmptyContractFiles: Bool = false
  ) throws(CommandFailure) -> Workspace? {
    if let config { return try Workspace(path: config, allowsEmptyContractFiles: allowsEmptyContractFiles) }
    var found: (path: String, input: String)?
    var seen: Set<String> = []
    for input in inputs where input != "-" {
      let folder = Self.folder(of: input)
      guard seen.insert(folder).inserted, let path = try nearest(above: folder) else { continue }
      if let found, !isSameFile(found.path, path) {
        throw .usage(
          "\(found.input) and \(input) belong to two configurations, \(found.path) and \(path) (check them apart, or "
            + "name one with --config)")
      }
      found = found ?? (path, input)
    }
    if let found {
      return try Workspace(path: found.path, allowsEmptyContractFiles: allowsEmptyContractFiles)
    }
    return try nearest(above: ".").map { path throws(CommandFailure) in
      try Workspace(path: path, allowsEmptyContractFiles: allowsEmptyContractFiles)
    }
  }

  private init(path: String, allowsEmptyContractFiles: Bool) throws(CommandFailure) {
    let folder = Self.parent(of: path)
    let text = try Self.text(of: path)
    var reader = NewsroomReader(text, file: path) { pattern throws(YAMLFault) in
      var files: [(path: String, text: String)] = []
      for file in FileTree.matching([pattern], in: folder) {
        do throws(CommandFailure) {
          let text = try Self.text(of: file)
          files.append((file, text.isEmpty && allowsEmptyContractFiles ? "[]" : text))
        } catch {
          throw YAMLFault(file, .init(line: 1, column: 1), error.description, next: "correct the file")
        }
      }
      return files
    }
    newsroom = try reading { () throws(YAMLFault) in try reader.newsroom() }
    newsroom.paths = PathNames(from: folder, current: FileManager.default.currentDirectoryPath)
    self.folder = folder
    self.path = path
  }

  /// A path in the configuration, relative to the current folder.
  func resolved(_ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
  }

  /// The nearest configuration in a folder or above it, up to the repository's root.
  private static func nearest(above start: String) throws(CommandFailure) -> String? {
    let manager = FileManager.default
    var folder = URL(fileURLWithPath: start).standardizedFileURL
    var relative = start
    while true {
      let found = names.filter { manager.fileExists(atPath: folder.appendingPathComponent($0).path) }
      if found.count > 1 {
        throw .usage("\(relative) holds both \(names.joined(separator: " and ")) (keep one of them)")
      }
      if let name = found.first { return PathNames().name(of: "\(relative)/\(name)") }
      if manager.fileExists(atPath: folder.appendingPathComponent(".git").path) { return nil }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path != folder.path else { return nil }
      folder = parent
      relative = relative == "." ? ".." : "\(relative)/.."
    }
  }

  private static func isSameFile(_ a: String, _ b: String) -> Bool {
    URL(fileURLWithPath: a).standardizedFileURL == URL(fileURLWithPath: b).standardizedFileURL
  }

  /// The folder to start the search from: the input itself if it is a folder.
  private static func folder(of input: String) -> String {
    FileTree.isFolder(input) ? input : parent(of: input)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The text of a small file.
  static func text(of path: String) throws(CommandFailure) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .usage("\(path): cannot be read (check the path and its permissions)")
    }
    guard data.count <= YAMLValue.maximumBytes, let text = String(validating: data, as: UTF8.self)
    else {
      throw .usage("\(path): is no UTF-8 text of at most 1 MiB (save it as UTF-8)")
    }
    return text
  }
}

extension Workspace {
  /// The configured newsroom, or an unconfigured one.
  static func newsroom(config: String?, allowsEmptyContractFiles: Bool = false) throws(CommandFailure)
    -> Newsroom
  {
    if let workspace = try workspace(
      config: config, inputs: [], allowsEmptyContractFiles: allowsEmptyContractFiles)
    {
      return workspace.newsroom
    }
    return try unconfigured()
  }

  /// The same, with the path of its index.
  ///
  /// - Parameters:
  ///   - config: the path of the configuration that the user gave, if any.
  ///   - inputs: the paths above which the nearest configuration is searched for.
  ///   - index: the path of the index that the user gave, if any.
  static func newsroom(
    config: String?, inputs: [String], index: String?
  ) throws(CommandFailure) -> (newsroom: Newsroom, path: String) {
    if let workspace = try workspace(config: config, inputs: inputs) {
      return (workspace.newsroom, index ?? workspace.resolved(workspace.newsroom.check.index))
    }
    return (try unconfigured(), index ?? CheckSettings().index)
  }

  private static func unconfigured() throws(CommandFailure) -> Newsroom {
    try reading { () throws(YAMLFault) in try Newsroom.unconfigured() }
  }

  /// The possible paths of the page that a contract was drafted from: as given, relative to the configuration's
  /// folder, or next to the contract's file; none if it is a web address.
  func pages(of contract: Contract) -> [String] {
    guard let page = contract.draft?.page, !page.contains("://"), page != "-" else { return [] }
    guard let slash = contract.place.file.lastIndex(of: "/") else { return [page, resolved(page)] }
    return [page, resolved(page), page.hasPrefix("/") ? page : contract.place.file[...slash] + page]
  }
}
