internal import Dispatch
internal import Synchronization

/// The results of a function over many inputs, computed on all cores, in the inputs' order whatever their number.
///
/// - Parameters:
///   - inputs: the inputs.
///   - piece: how many of them one thread takes at a time.
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
