import Foundation
import WireReports
import Wirecheck

extension RunRecord {
  /// Reads the record of a run from a file.
  ///
  /// - Parameter keepsUses: whether to read the uses of agencies' copy as well.
  init(file path: String, keepsUses: Bool = true) throws(CommandFailure) {
    var reader = RunRecordReader(keepsUses: keepsUses)
    do {
      guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
      while let block = try file.read(upToCount: 1 << 20), !block.isEmpty { reader.read([UInt8](block)) }
    } catch {
      throw .usage(
        "\(path): cannot be read (run `wirecheck check` first; the last run is kept where"
          + " its folder is there)")
    }
    do throws(RunRecordFault) { self = try reader.finish() } catch {
      throw .usage("\(path): \(error.description) (write it with `--format json`)")
    }
  }
}
