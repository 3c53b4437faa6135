internal import Foundation
public import Wirecheck

extension RunRecord {
  /// The name and version of the form that this version reads and writes.
  static let form = "wirecheck/run/1"

  /// Reads a record from a report in the format `json`.
  ///
  /// - Parameter bytes: the report; members that this version does not know are left aside.
  /// - Throws: `RunRecordFault` where the bytes are no JSON, or no record of a run in this form.
  public init(readingJSON bytes: [UInt8]) throws(RunRecordFault) {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    do {
      let form = try decoder.decode(Form.self, from: data)
      guard form.schema == RunRecord.form else { throw RunRecordFault.otherForm(form.schema) }
      self = try decoder.decode(RunRecord.self, from: data)
    } catch let fault as RunRecordFault {
      throw fault
    } catch let error as DecodingError {
      throw RunRecordFault(error, in: data)
    } catch {
      throw .notJSON("\(error)")
    }
  }

  /// The part of a record that tells its form.
  private struct Form: Decodable { var schema: String }
}
