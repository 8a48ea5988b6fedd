import SourceText
import Templating

/// A buffer that copies of a value share: memory to read bodies into, never content.
final class ByteBufferBox {
  private var buffer = ByteBuffer()

  /// A run of a body as HTML; `nil` when it can't be read.
  func value(
    of body: BodyReference,
    _ range: Range<UInt32>?,
    in store: BodyStore,
    _ arena: inout ValueArena
  ) -> Value? {
    buffer.removeAll()
    guard store.read(body, range, into: &buffer) else { return nil }
    return buffer.withBytes { arena.text($0, as: .html) }
  }
}
