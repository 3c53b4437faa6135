import WireMatching
import WireRights
import WireYAML

/// Why a command could not do what it was asked to, with the exit status that says so.
struct CommandFailure: Error, CustomStringConvertible {
  /// What happened and what to do next, without text of documents.
  var description: String
  /// The exit status.
  var status: Int32

  /// Wrong use, or a configuration or file that is invalid.
  static func usage(_ description: String) -> CommandFailure {
    CommandFailure(description: description, status: ExitStatus.usage)
  }

  /// Something could not be read, checked or written.
  static func incomplete(_ description: String) -> CommandFailure {
    CommandFailure(description: description, status: ExitStatus.incomplete)
  }
}

/// Runs a body that reads configuration or policies; what is wrong with them is wrong use.
func reading<Value>(_ body: () throws(YAMLFault) -> Value) throws(CommandFailure) -> Value {
  do throws(YAMLFault) { return try body() } catch { throw .usage(error.description) }
}

/// Runs a body that works on an index; what is wrong with it leaves the command incomplete.
func indexing<Value: ~Copyable>(_ body: () throws(IndexFault) -> Value) throws(CommandFailure) -> Value {
  do throws(IndexFault) { return try body() } catch { throw .incomplete(error.description) }
}
