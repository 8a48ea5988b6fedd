import SiteGen
import Testing

@Suite struct PictureSizeTests {
  static let files: [(name: String, bytes: [UInt8], width: Int, height: Int)] = [
    (
      "PNG",
      [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        + [0, 0, 1, 2, 0, 0, 0, 36],
      258, 36
    ),
    ("GIF", Array("GIF89a".utf8) + [0x2C, 1, 0x90, 0], 300, 144),
    (
      "JPEG",
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC4, 0, 3, 7, 0xFF, 0xC2, 0, 17, 8]
        + [0, 100, 1, 0, 3, 1, 1],
      256, 100
    ),
    (
      "WebP, extended",
      Array("RIFF____WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0] + [0x3F, 1, 0, 0x77, 0, 0],
      320, 120
    ),
    (
      "WebP, simple",
      Array("RIFF____WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A] + [0x40, 1, 0x78, 0],
      320, 120
    ),
    (
      "WebP, lossless",
      Array("RIFF____WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F] + [0x3F, 0xC1, 0x1D, 0]
        + [0, 0, 0, 0, 0],
      320, 120
    ),
    (
      "drawing with a size", Array("<svg width='64px' height=\"24\" viewBox=\"0 0 1 1\">".utf8), 64,
      24
    ),
    (
      "drawing", Array("<?xml version=\"1.0\"?><svg viewBox=\"0,0 64.4 24\" width=\"100%\">".utf8),
      64, 24
    ),
  ]

  @Test(arguments: files.map(\.name))
  func `a picture says how large it is`(_ name: String) throws {
    let file = try #require(Self.files.first { $0.name == name })
    let size = try #require(PictureSize(of: file.bytes))
    #expect(size.width == file.width && size.height == file.height)
    // Whatever is cut off, nothing is read behind the end.
    for count in file.bytes.indices { _ = PictureSize(of: Array(file.bytes[..<count])) }
  }

  @Test(arguments: ["", "font", "<svg>", "<svg viewBox='0 0 x y'>", "<svg width='0' height='9'>"])
  func `what isn't a picture has no size`(_ text: String) {
    #expect(PictureSize(of: Array(text.utf8)) == nil)
  }
}
