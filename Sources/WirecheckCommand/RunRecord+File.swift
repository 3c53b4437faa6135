import Foundation
import WireReports
import Wirecheck

extension RunRecord {
  /// Reads the record of a run from a file.
  init(file path: String) throws(CommandFailure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .usage(
        "\(path): cannot be read (run `wirecheck check` first; the last run is kept where"
          + " its folder is there)")
    }
    do throws(RunRecordFault) { try self.init(readingJSON: [UInt8](data)) } catch {
      throw .usage("\(path): \(error.description) (write it with `--format json`)")
    }
  }
}
