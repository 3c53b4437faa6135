import Dispatch
import Synchronization

/// Work on many values at once, on all cores.
enum Parallel {
  /// The results in the order of the inputs, whatever the number of cores.
  ///
  /// - Parameter piece: inputs that one thread takes at a time.
  static func map<Input: Sendable, Result: Sendable>(
    _ inputs: [Input], piece: Int, _ body: @Sendable (Input) -> Result
  ) -> [Result] {
    let pieces = (inputs.count + piece - 1) / piece
    guard pieces > 1 else { return inputs.map(body) }
    let done = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces) { number in
      let results = inputs[number * piece..<min(inputs.count, (number + 1) * piece)].map(body)
      done.withLock { $0[number] = results }
    }
    let parts = done.withLock { $0 }
    return (0..<pieces).flatMap { parts[$0] ?? [] }
  }
}
