internal import Foundation
internal import Wirecheck

/// Why bytes are no record of a run.
public enum RunRecordFault: Error, Hashable, CustomStringConvertible {
  /// They are no JSON; what is wrong and where.
  case notJSON(String)
  /// They are JSON, but lack a member or have one of another kind; what is wrong.
  case notRecord(String)
  /// They are a record in a form of another version.
  case otherForm(String)

  /// What decoding a part of a file found.
  ///
  /// - Parameters:
  ///   - data: the part.
  ///   - places: where its bytes stood in the file, the first of them first.
  ///   - parents: the members around the part.
  init(
    _ error: DecodingError, in data: Data, from places: [RunRecordCutter.Place], below parents: [String] = []
  ) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .notRecord("`\(Self.path(parents, context.codingPath + [key]))` is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self = .notRecord("`\(Self.path(parents, context.codingPath))` is not of the kind that is expected")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self = .notJSON(Self.fault(in: data, from: places) ?? context.debugDescription)
    case .dataCorrupted(let context):
      self = .notRecord("`\(Self.path(parents, context.codingPath))` has a value that is not known")
    @unknown default: self = .notJSON("\(error)")
    }
  }

  /// What breaks the grammar, and the line and column; nil where Foundation does not tell.
  ///
  /// The decoder keeps the place to itself; the older parser names it, at the end of its sentence.
  private static func fault(in data: Data, from places: [RunRecordCutter.Place]) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      return nil
    } catch {
      guard let what = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String else { return nil }
      let marker = " around character "
      guard let range = what.range(of: marker), let offset = Int(what[range.upperBound...].dropLast()) else {
        return what
      }
      let start = places.last { $0.offset <= offset } ?? .init()
      let before = data.prefix(offset).dropFirst(start.offset)
      let line = start.line + before.count { $0 == 0x0A }
      let column = before.lastIndex(of: 0x0A).map { offset - $0 } ?? start.column + before.count
      return "\(what[..<range.lowerBound]), line \(line), column \(column)"
    }
  }

  private static func path(_ parents: [String], _ keys: [any CodingKey]) -> String {
    let names = parents + keys.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return names.isEmpty ? "." : names.joined(separator: ".")
  }

  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .notJSON(let what): "not JSON: \(what)"
    case .notRecord(let what): "not a record of a run: \(what)"
    case .otherForm(let form): "a record in the form `\(form)`, and this version reads `\(RunRecord.form)`"
    }
  }
}
