internal import Dispatch
internal import Synchronization

/// Applies a function to many inputs on all cores; the results are in the order of the inputs.
///
/// - Parameters:
///   - inputs: the inputs.
///   - piece: how many inputs one thread takes at a time.
///   - body: the function.
package func parallelMap<Input: Sendable, Result: Sendable>(
  _ inputs: [Input], piece: Int = 1, _ body: @Sendable (Input) -> Result
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
