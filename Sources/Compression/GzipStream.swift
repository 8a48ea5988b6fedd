internal import CZlib
import SourceText

/// Owns one deflate stream of zlib, whose results are files of gzip without a time or a name in them.
///
/// `z_stream` is pointed to by its own state, so it lives on the heap. Source: zlib 1.2, `zlib.h`;
/// RFC 1952.
@safe final class GzipStream: CompressionStream {
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe sitegen_gzip_init(stream) == Z_OK else {
      preconditionFailure("zlib could not allocate a stream")
    }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  private static let block = 1 << 16

  func run(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout ByteBuffer) {
    unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: bytes.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(bytes.count)
    var isFull = true
    while isFull {
      unsafe output.appendBlock(of: GzipStream.block) { target in
        unsafe stream.pointee.next_out = unsafe target
        unsafe stream.pointee.avail_out = UInt32(GzipStream.block)
        let status = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        precondition(status != Z_STREAM_ERROR, "zlib could not compress")
        let rest = unsafe Int(stream.pointee.avail_out)
        isFull = rest == 0
        return GzipStream.block - rest
      }
    }
    if isLast { unsafe deflateReset(stream) }
  }
}
