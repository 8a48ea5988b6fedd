import Synchronization

/// What parallel work gave: the outputs in the order of the inputs, and what each worker left.
package struct ConcurrentResult<Output: Sendable, Remainder: Sendable>: Sendable {
  package var outputs: [Output]
  package var remainders: [Remainder]
}

/// Runs `body` for every index below `count`, on at most `workers` threads of the pool.
///
/// Each worker has a state of its own that lives as long as it does: parsers, buffers, renderers.
/// Workers take the next few indices when they are done with the last, so a slow item holds up
/// nobody. The result depends neither on the number of workers nor on timing.
///
/// - Parameters:
///   - count: how many indices there are.
///   - workers: how many states are made at most.
///   - chunk: how many indices a worker takes at a time.
///   - start: makes a worker's state; the argument counts workers from 0.
///   - body: makes the output of one index.
///   - finish: what of the state is handed on.
/// - Returns: one output for each index, one remainder for each worker.
package func concurrentMap<State: ~Copyable, Output: Sendable, Remainder: Sendable>(
  count: Int,
  workers: Int,
  chunk: Int = 16,
  start: @escaping @Sendable (Int) -> State,
  body: @escaping @Sendable (inout State, Int) -> Output,
  finish: @escaping @Sendable (consuming State) -> Remainder
) async -> ConcurrentResult<Output, Remainder> {
  let next = Counter()
  let workers = max(1, min(workers, (count + chunk - 1) / max(1, chunk)))
  typealias Share = (worker: Int, outputs: [(start: Int, items: [Output])], remainder: Remainder)
  return await withTaskGroup(of: Share.self) { group in
    for worker in 0..<workers {
      group.addTask {
        var state = start(worker)
        var outputs: [(start: Int, items: [Output])] = []
        while case let first = next.take(chunk), first < count {
          var items: [Output] = []
          items.reserveCapacity(chunk)
          for index in first..<min(first + chunk, count) { items.append(body(&state, index)) }
          outputs.append((first, items))
        }
        return (worker, outputs, finish(state))
      }
    }
    var shares: [Share] = []
    for await share in group { shares.append(share) }
    shares.sort { $0.worker < $1.worker }
    let outputs = shares.flatMap(\.outputs).sorted { $0.start < $1.start }.flatMap(\.items)
    return ConcurrentResult(outputs: outputs, remainders: shares.map(\.remainder))
  }
}

/// A number that workers count up together.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func take(_ amount: Int) -> Int {
    value.wrappingAdd(amount, ordering: .relaxed).oldValue
  }
}
