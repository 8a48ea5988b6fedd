internal import CBrotli
import SourceText

/// Owns one encoder of libbrotli, made anew for each text: the library can't begin again.
///
/// Source: libbrotli 1.0, `brotli/encode.h`; RFC 7932.
@safe final class BrotliStream: CompressionStream {
  private var encoder: OpaquePointer?

  /// Three quarters of the way to the best: beyond, each percent costs ten times as long.
  private static let quality: UInt32 = 9
  private static let block = 1 << 16

  deinit { unsafe BrotliEncoderDestroyInstance(encoder) }

  private func begin() -> OpaquePointer {
    if let encoder = unsafe encoder { return unsafe encoder }
    guard let made = unsafe BrotliEncoderCreateInstance(nil, nil, nil),
      unsafe BrotliEncoderSetParameter(made, BROTLI_PARAM_QUALITY, BrotliStream.quality) != 0
    else { preconditionFailure("libbrotli could not allocate an encoder") }
    unsafe encoder = unsafe made
    return unsafe made
  }

  func run(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout ByteBuffer) {
    let encoder = unsafe begin()
    let operation = isLast ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_PROCESS
    var next = bytes.baseAddress
    var rest = bytes.count
    repeat {
      unsafe output.appendBlock(of: BrotliStream.block) { target in
        var place: UnsafeMutablePointer<UInt8>? = unsafe target
        var room = BrotliStream.block
        let worked = unsafe BrotliEncoderCompressStream(
          encoder,
          operation,
          &rest,
          &next,
          &room,
          &place,
          nil
        )
        precondition(worked != 0, "libbrotli could not compress")
        return BrotliStream.block - room
      }
    } while unsafe rest > 0 || BrotliEncoderHasMoreOutput(encoder) != 0
    if isLast {
      unsafe BrotliEncoderDestroyInstance(encoder)
      unsafe self.encoder = nil
    }
  }
}
