import Glibc
import WireDocuments

/// Lists files in folders, in order, without following links or opening files.
enum FileTree {
  /// The files that paths refer to: a folder stands for all files below it, except hidden ones and those whose names
  /// show that they contain no text.
  static func files(_ paths: [String]) -> FileListing {
    var listing = FileListing()
    var links: [String] = []
    for path in paths {
      if isFolder(path) { list(path, into: &listing, links: &links) } else { listing.files.append(path) }
    }
    settle(links, from: paths, in: &listing)
    return listing
  }

  /// The files below a folder that match one of the patterns, in order; `*` matches anything within a name, `**` any
  /// folders.
  static func matching(_ patterns: [String], in folder: String) -> [String] {
    entries(matching: patterns, except: [], in: folder).files
  }

  /// Like `matching`, as a listing; also reports links that match and lead to files that are not read.
  static func listing(matching patterns: [String], except excluded: [String], in folder: String)
    -> FileListing
  {
    let found = entries(matching: patterns, except: excluded, in: folder)
    var listing = FileListing()
    listing.files = found.files
    settle(found.links, from: found.files, in: &listing)
    return listing
  }

  private static func entries(
    matching patterns: [String], except excluded: [String], in folder: String
  ) -> (files: [String], links: [String]) {
    let prefix = folder == "." ? "" : folder + "/"
    let wanted = patterns.map { PathPattern($0) }
    let unwanted = excluded.map { PathPattern($0) }
    var (files, links): ([String], [String]) = ([], [])
    var folders = [""]
    while let next = folders.popLast() {
      for entry in entries(prefix + next, orCurrent: folder) ?? [] {
        let path = next.isEmpty ? entry.name : "\(next)/\(entry.name)"
        if entry.isFolder {
          if !entry.name.hasPrefix(".") { folders.append(path) }
        } else if wanted.contains(where: { $0.matches(path) }),
          !unwanted.contains(where: { $0.matches(path) })
        {
          if entry.isFile { files.append(prefix + path) }
          if entry.isLink { links.append(prefix + path) }
        }
      }
    }
    return (files.sorted(), links)
  }

  private struct Entry {
    var name: String
    var isFolder = false
    var isFile = false
    var isLink = false
    /// Whether another name in the folder is written the same way.
    var isAmbiguous = false
  }

  private static func list(_ root: String, into listing: inout FileListing, links: inout [String]) {
    var files: [String] = []
    var folders = [root]
    while let folder = folders.popLast() {
      guard let entries = entries(folder, orCurrent: ".") else {
        listing.unreadable.append(.unlistable(folder))
        continue
      }
      let names = Set(entries.map(\.name))
      for entry in entries {
        let path = folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
        if entry.isAmbiguous {
          listing.unreadable.append(.unlistable(path))
        } else if let reason = MemberKind.reasonToSkip(path, name: entry.name, beside: names) {
          listing.leaveAside(path, reason)
        } else if entry.isFolder {
          folders.append(path)
        } else if entry.isFile {
          files.append(path)
        } else if entry.isLink {
          links.append(path)
        } else {
          listing.leaveAside(path, "no file: a socket, a pipe or a device")
        }
      }
    }
    listing.add(files.sorted())
  }

  /// Reports the links that are not followed, unless they lead to files that are read anyway.
  ///
  /// Links are not followed, since anyone who can write to a folder could make a run read, or wait for, any file.
  private static func settle(_ links: [String], from paths: [String], in listing: inout FileListing) {
    let named = paths.compactMap(target)
    for link in links.sorted() where !paths.contains(link) {
      if let target = target(link) {
        if named.contains(where: { target == $0 || target.hasPrefix($0 == "/" ? $0 : $0 + "/") }) {
          listing.leaveAside(link, "a link to what is read anyway")
        } else {
          listing.unreadable.append(.link(link))
        }
      } else {
        listing.leaveAside(link, "a link that leads nowhere")
      }
    }
  }

  /// The final target of a path; nil if there is none.
  private static func target(_ path: String) -> String? {
    guard let resolved = realpath(PathText.systemPath(path), nil) else { return nil }
    defer { free(resolved) }
    return PathText.text(bytes(of: resolved))
  }

  /// The bytes of a C string.
  static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeRawBufferPointer(start: string, count: strlen(string)).map(\.self)
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(PathText.systemPath(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(_ path: String, orCurrent current: String) -> [Entry]? {
    guard let folder = opendir(PathText.systemPath(path.isEmpty ? current : path)) else { return nil }
    defer { closedir(folder) }
    var result: [Entry] = []
    var seen: Set<String> = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { PathText.text(bytes(of: $0)) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let full = path.isEmpty ? name : "\(path)/\(name)"
      let isFirst = seen.insert(name).inserted
      guard isFirst, lstat(PathText.systemPath(full), &status) == 0 else {
        result.append(Entry(name: name, isAmbiguous: !isFirst))
        continue
      }
      let kind = status.st_mode & S_IFMT
      result.append(
        Entry(name: name, isFolder: kind == S_IFDIR, isFile: kind == S_IFREG, isLink: kind == S_IFLNK))
    }
    return result
  }
}
