package import SourceText

/// Compresses one text after the other in one format; what goes in decides what comes out.
///
/// Make one per worker: it is not shared between tasks.
package final class Compressor {
  package let format: CompressionFormat
  private let stream: any CompressionStream

  package init(_ format: CompressionFormat) {
    self.format = format
    stream =
      switch format {
      case .gzip: GzipStream()
      case .brotli: BrotliStream()
      }
  }

  /// Takes in a piece of the text, and adds to `output` what is ready of its compressed form.
  package func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    unsafe stream.run(bytes, isLast: false, into: &output)
  }

  /// Ends the text, and adds the rest of its compressed form; the next piece begins another text.
  package func finish(into output: inout ByteBuffer) {
    unsafe stream.run(UnsafeBufferPointer(start: nil, count: 0), isLast: true, into: &output)
  }
}

/// A library's encoder, with the state of the text that it is in.
protocol CompressionStream: AnyObject {
  func run(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout ByteBuffer)
}

extension ByteBuffer {
  /// Adds at most `capacity` bytes that `body` writes; it returns how many those are.
  mutating func appendBlock(
    of capacity: Int,
    _ body: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { block in
      guard let base = block.baseAddress else { return }
      let count = unsafe body(base)
      unsafe append(UnsafeBufferPointer(start: base, count: count))
    }
  }
}
