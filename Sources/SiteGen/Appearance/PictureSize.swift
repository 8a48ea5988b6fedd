/// How wide and high a picture is, so that pages keep its place before it is there.
///
/// Sources: PNG, section 11.2.2 (IHDR); JPEG, ITU-T T.81, section B.2.2 (frame header); GIF89a,
/// section 18; WebP container, RFC 9649; SVG 2, section 8.2.
package struct PictureSize: Hashable, Sendable {
  /// In pixels; of a drawing, in whatever unit it is drawn.
  package var width: Int
  package var height: Int

  /// Reads it from a file; `nil` for what is no picture, and for a drawing that doesn't say.
  ///
  /// - Parameter bytes: a PNG, JPEG, GIF, WebP or SVG.
  package init?(of bytes: [UInt8]) {
    let found: (width: Int, height: Int)?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
      found = (bytes.bigEndian(16, 4), bytes.bigEndian(20, 4))
    } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
      found = (bytes.littleEndian(6, 2), bytes.littleEndian(8, 2))
    } else if bytes.starts(with: [0xFF, 0xD8]) {
      found = PictureSize.jpeg(bytes)
    } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 30 {
      found = PictureSize.webP(bytes)
    } else {
      found = PictureSize.drawing(bytes)
    }
    guard let found, 1...65_535 ~= found.width, 1...65_535 ~= found.height else { return nil }
    (width, height) = found
  }

  /// Looks for the frame header among the segments.
  private static func jpeg(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      // C4, C8 and CC are tables.
      if 0xC0...0xCF ~= marker, marker != 0xC4, marker != 0xC8, marker != 0xCC {
        return (bytes.bigEndian(index + 7, 2), bytes.bigEndian(index + 5, 2))
      }
      index += 2 + bytes.bigEndian(index + 2, 2)
    }
    return nil
  }

  private static func webP(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (bytes.littleEndian(24, 3) + 1, bytes.littleEndian(27, 3) + 1)
    case "VP8 ":
      return (bytes.littleEndian(26, 2) & 0x3FFF, bytes.littleEndian(28, 2) & 0x3FFF)
    case "VP8L":
      let bits = bytes.littleEndian(21, 4)
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    default: return nil
    }
  }

  /// The size in the first tag of a drawing, else that of its `viewBox`.
  private static func drawing(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg") else { return nil }
    let tag = text[start.upperBound...].prefix { $0 != ">" }
    func attribute(_ name: String) -> Substring? {
      for quote in ["\"", "'"] {
        if let found = tag.firstRange(of: " \(name)=\(quote)") {
          return tag[found.upperBound...].prefix { String($0) != quote }
        }
      }
      return nil
    }
    func pixels(_ name: String) -> Int? {
      guard let text = attribute(name) else { return nil }
      return Double(text.hasSuffix("px") ? text.dropLast(2) : text).flatMap(whole)
    }
    if let width = pixels("width"), let height = pixels("height") { return (width, height) }
    let box = attribute("viewBox")?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    guard box.count == 4, let width = whole(box[2]), let height = whole(box[3]) else { return nil }
    return (width, height)
  }

  private static func whole(_ number: Double) -> Int? {
    1...65_535 ~= number ? Int(number.rounded()) : nil
  }
}

extension [UInt8] {
  fileprivate func bigEndian(_ start: Int, _ count: Int) -> Int {
    self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  fileprivate func littleEndian(_ start: Int, _ count: Int) -> Int {
    self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
