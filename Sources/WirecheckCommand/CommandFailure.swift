import WireMatching
import WireRights
import WireYAML

/// Why a command failed, with the exit status that reports it.
struct CommandFailure: Error, CustomStringConvertible {
  /// What happened and what to do next, without text of documents.
  var description: String
  /// The exit status.
  var status: Int32

  /// Incorrect usage, or an invalid configuration or file.
  static func usage(_ description: String) -> CommandFailure {
    CommandFailure(description: description, status: ExitStatus.usage)
  }

  /// Something could not be read, checked or written.
  static func incomplete(_ description: String) -> CommandFailure {
    CommandFailure(description: description, status: ExitStatus.incomplete)
  }
}

/// Runs a body that reads configuration or policies; faults in them count as incorrect usage.
func reading<Value>(_ body: () throws(YAMLFault) -> Value) throws(CommandFailure) -> Value {
  do throws(YAMLFault) { return try body() } catch { throw .usage(error.description) }
}

/// Runs a body that uses an index; faults of the index make the command incomplete.
func indexing<Value: ~Copyable>(_ body: () throws(IndexFault) -> Value) throws(CommandFailure) -> Value {
  do throws(IndexFault) { return try body() } catch { throw .incomplete(error.description) }
}
