/// The first bytes of `range` that are no UTF-8.
///
/// Only runs beyond ASCII are looked at closely: a sequence of several bytes has none of ASCII in it.
///
/// - Parameters:
///   - bytes: a whole file.
///   - range: the part in question.
/// - Returns: offsets into `bytes`; `nil` when everything is UTF-8.
package func firstBytesOutsideUTF8(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
  bytes.withUnsafeBufferPointer { all in
    guard let base = all.baseAddress else { return nil }
    var offset = range.lowerBound
    while offset < range.upperBound {
      offset = endOfASCII(base, offset..<range.upperBound)
      let start = offset
      while offset < range.upperBound, base[offset] >= 0x80 { offset += 1 }
      if start == offset { continue }
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<offset))
      } catch {
        let bad = error.byteOffsets
        return (start + bad.lowerBound)..<(start + bad.upperBound)
      }
    }
    return nil
  }
}

private func endOfASCII(_ base: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
  var offset = range.lowerBound
  while offset + 8 <= range.upperBound,
    UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  {
    offset += 8
  }
  while offset < range.upperBound, base[offset] < 0x80 { offset += 1 }
  return offset
}
