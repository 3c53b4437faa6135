internal import Foundation
internal import Wirecheck

/// Why bytes are not a record of a run.
public enum RunRecordFault: Error, Hashable, CustomStringConvertible {
  /// They are not JSON; says what is wrong and where.
  case notJSON(String)
  /// They are JSON, but a member is missing or has the wrong type; says what is wrong.
  case notRecord(String)
  /// They are a record of another schema version.
  case otherForm(String)

  /// The fault for an error from decoding a part of a file.
  ///
  /// - Parameters:
  ///   - places: the positions of its bytes in the file, in order.
  ///   - parents: the members that contain the part.
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

  /// The syntax error with its line and column; nil if Foundation does not report them.
  ///
  /// The decoder does not expose the position; the older parser includes it at the end of its message.
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
