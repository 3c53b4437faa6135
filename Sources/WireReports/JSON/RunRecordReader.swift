internal import Foundation
public import Wirecheck

/// Reads a saved run (`wirecheck/run/1`, JSON) block by block, so that a long one needs no more memory than its list
/// of records.
public struct RunRecordReader {
  private var cutter = RunRecordCutter()
  private var findings: RecordList<Finding> = []
  private var uses: RecordList<DocumentUses> = []
  private var fault: RunRecordFault?
  private let decoder = JSONDecoder()
  private let keepsUses: Bool

  /// A reader that has read nothing yet.
  ///
  /// - Parameter keepsUses: whether to keep the uses of agencies' copy, which are the largest part of a long run.
  public init(keepsUses: Bool = true) { self.keepsUses = keepsUses }

  /// Reads the bytes that come next.
  public mutating func read(_ block: [UInt8]) {
    for element in cutter.cut(block) where fault == nil {
      do throws(RunRecordFault) {
        switch element.list {
        case .findings: findings.append(try decode(element, number: findings.count))
        case .uses where !keepsUses: break
        case .uses: uses.append(try decode(element, number: uses.count))
        }
      } catch {
        fault = error
      }
    }
  }

  /// The record, after all bytes were read; members that this version does not know are ignored.
  ///
  /// - Throws: `RunRecordFault` if the bytes are not JSON, or not a record of a run in this schema.
  public consuming func finish() throws(RunRecordFault) -> RunRecord {
    let rest = Data(cutter.rest)
    do {
      let form = try decoder.decode(Form.self, from: rest)
      guard form.schema == RunRecord.form else { throw RunRecordFault.otherForm(form.schema) }
      if let fault { throw fault }
      var record = try decoder.decode(RunRecord.self, from: rest)
      record.findings.append(contentsOf: findings)
      record.uses.append(contentsOf: uses)
      return record
    } catch let fault as RunRecordFault {
      throw fault
    } catch let error as DecodingError {
      throw RunRecordFault(error, in: rest, from: cutter.restPlaces)
    } catch {
      throw .notJSON("\(error)")
    }
  }

  private func decode<Record: Decodable>(
    _ element: RunRecordCutter.Element, number: Int
  ) throws(RunRecordFault) -> Record {
    let data = Data(element.json)
    do { return try decoder.decode(Record.self, from: data) } catch let error as DecodingError {
      throw RunRecordFault(
        error, in: data, from: [element.place], below: [element.list.rawValue, "\(number)"])
    } catch {
      throw .notJSON("\(error)")
    }
  }

  /// The part of a record that identifies its schema.
  private struct Form: Decodable { var schema: String }
}
