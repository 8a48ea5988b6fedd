import Glibc
package import SourceText

/// The rendered bodies of all postings and pages: in memory up to a budget, beyond it in an
/// unlinked scratch file, so that memory grows with postings and not with their text.
package struct BodyStore: Sendable {
  /// One part for each worker that rendered.
  private let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  /// A body as text; empty when the scratch file can't be read back.
  package func text(of body: BodyReference) -> String {
    withBytes(of: body) { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// What one worker rendered.
  package struct Part: Sendable {
    /// Blocks that never move; no body lies in two.
    fileprivate let memory: [[UInt8]]
    fileprivate let scratch: ScratchFile?
  }

  /// Lends the bytes of a body for the length of `use`.
  ///
  /// - Parameters:
  ///   - body: where it lies.
  ///   - range: offsets into the body; all of it when left out.
  ///   - use: takes the bytes.
  /// - Returns: what `use` gave; `nil` when the scratch file can't be read back.
  package func withBytes<Result>(
    of body: BodyReference,
    _ range: Range<UInt32>? = nil,
    _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let range = range ?? 0..<body.count
    guard !range.isEmpty else { return use(UnsafeBufferPointer(start: nil, count: 0)) }
    let part = parts[Int(body.store)]
    switch body.place {
    case .memory(let block, let offset):
      let start = offset + Int(range.lowerBound)
      return part.memory[block].withUnsafeBufferPointer { memory in
        use(UnsafeBufferPointer(rebasing: memory[start..<start + range.count]))
      }
    case .scratch(let offset):
      let bytes = part.scratch?.read(at: offset + Int(range.lowerBound), count: range.count)
      return bytes?.withUnsafeBufferPointer(use)
    }
  }
}

/// The part of the store that one worker fills.
package struct BodyStoreWriter: ~Copyable {
  private let store: UInt16
  /// Bytes kept in memory at most.
  private let budget: Int
  private let scratchFolder: String
  private var memory: [[UInt8]] = []
  private var memoryCount = 0
  private var scratch: ScratchFile?
  private var pending = ByteBuffer(capacity: 64)
  private var scratchCount = 0

  package init(store: Int, budget: Int, scratchFolder: String) {
    self.store = UInt16(store)
    self.budget = budget
    self.scratchFolder = scratchFolder
  }

  /// Keeps a body.
  ///
  /// - Throws: `io/cannot-write` when the scratch file can't take it.
  package mutating func append(
    _ body: borrowing ByteBuffer
  ) throws(Diagnostic) -> BodyReference {
    if scratch == nil, memoryCount + body.count <= budget {
      let place = remember(body)
      return BodyReference(store: store, place: place, count: UInt32(body.count))
    }
    if scratch == nil { scratch = try ScratchFile(in: scratchFolder) }
    let place = BodyReference.Place.scratch(offset: scratchCount)
    pending.append(body)
    scratchCount += body.count
    if pending.count >= 1 << 20 { try flush() }
    return BodyReference(store: store, place: place, count: UInt32(body.count))
  }

  /// Keeps a body in the last block, or in a new one: a block that grew would be copied.
  private mutating func remember(_ body: borrowing ByteBuffer) -> BodyReference.Place {
    let blockSize = 1 << 20
    if memory.last.map({ $0.count + body.count > blockSize }) ?? true {
      memory.append([])
      memory[memory.count - 1].reserveCapacity(min(max(blockSize, body.count), budget))
    }
    let last = memory.count - 1
    let offset = memory[last].count
    body.withBytes { memory[last].append(contentsOf: $0) }
    memoryCount += body.count
    return .memory(block: last, offset: offset)
  }

  private mutating func flush() throws(Diagnostic) {
    guard let scratch else { return }
    try scratch.append(pending)
    pending.removeAll()
  }

  /// Ends the writing.
  ///
  /// - Throws: `io/cannot-write` when the scratch file can't take the rest.
  package consuming func finish() throws(Diagnostic) -> BodyStore.Part {
    try flush()
    return BodyStore.Part(memory: memory, scratch: scratch)
  }
}

/// A file without a name, gone as soon as nobody holds it.
private final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  init(in folder: String) throws(Diagnostic) {
    self.folder = folder
    var template = Array("\(folder)/sitegen-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .cannotWriteScratch(in: folder, errno) }
    unlink(template)
  }

  deinit { close(descriptor) }

  func append(_ buffer: borrowing ByteBuffer) throws(Diagnostic) {
    var failure: Int32 = 0
    buffer.withBytes { bytes in
      var written = 0
      while written < bytes.count, let base = bytes.baseAddress {
        let count = write(descriptor, base + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          failure = errno
          return
        }
        written += count
      }
    }
    guard failure == 0 else { throw .cannotWriteScratch(in: folder, failure) }
  }

  func read(at offset: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let step = bytes.withUnsafeMutableBytes { block -> Int in
        pread(descriptor, block.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { return nil }
      done += step
    }
    return bytes
  }
}

extension Diagnostic {
  fileprivate static func cannotWriteScratch(in folder: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      "io/cannot-write",
      "a scratch file can't be written: \(String(cString: strerror(code)))",
      path: folder,
      hint: "free some space there, or set TMPDIR to another folder"
    )
  }
}
