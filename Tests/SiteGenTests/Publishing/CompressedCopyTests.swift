import Compression
import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// Copies for hosts that send compressed files.
@Suite struct CompressedCopyTests {
  private func built(
    _ site: TestFolder,
    _ target: TestFolder
  ) async throws -> (files: [String: Data], written: Int, deleted: Int) {
    let result = await build(site.path, into: target)
    try #require(report(result, site.path) == "")
    let files = try TestFolder.files(below: target.path + "/public")
    return (files, result.counts.written, result.counts.deleted)
  }

  @Test func `texts over a kilobyte get copies, and lose them with the switch`() async throws {
    let configuration =
      "title: Jobs\nbase_url: https://jobs.example\norganization: {name: Acme}\nhosts: []\n"
    let site = try smallSite(site: "output: {compress: [gzip, brotli]}\nhosts: []\n")
    try site.write(String(repeating: "x", count: 1023), to: "assets/short.txt")
    try site.write(String(repeating: "x", count: 1024), to: "assets/long.txt")
    try site.write(String(repeating: "x", count: 5000), to: "assets/picture.png")
    let target = try TestFolder()
    let first = try await built(site, target)
    let copies = first.files.keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") }
    let originals = Set(copies.map { String($0.dropLast(3)) })
    #expect(copies.count == 2 * originals.count)
    #expect(originals.contains("index.html") && originals.contains("jobs/welder/index.html"))
    for (name, data) in first.files where !copies.contains(name) {
      let isText = !name.hasSuffix(".png")
      #expect(originals.contains(name) == (isText && data.count >= 1024), "\(name)")
    }
    let again = try await built(site, target)
    #expect(again.files == first.files && again.written == 0 && again.deleted == 0)
    try site.write(configuration, to: "site.yml")
    let without = try await built(site, target)
    #expect(without.files.count == first.files.count - copies.count)
    #expect(without.deleted == copies.count)
  }

  @Test func `a copy that was lost or changed is made again`() async throws {
    let body = String(repeating: "A long text makes a feed that is worth it.\n\n", count: 40)
    let site = try smallSite(body: body, site: "output: {compress: [gzip]}\n")
    let target = try TestFolder()
    let first = try await built(site, target)
    try #require(first.files["feed.json.gz"] != nil)
    try FileManager.default.removeItem(atPath: target.path + "/public/index.html.gz")
    try target.write("something else", to: "public/jobs/index.html.gz")
    let second = try await built(site, target)
    #expect(second.files == first.files && second.written == 2)
  }

  @Test(arguments: CompressionFormat.allCases)
  func `the same text is compressed to the same bytes, in one piece or in many`(
    _ format: CompressionFormat
  ) {
    let text = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    func compressed(_ piece: Int, by compressor: Compressor) -> [UInt8] {
      var output = ByteBuffer()
      for start in stride(from: 0, to: text.count, by: piece) {
        text[start..<min(start + piece, text.count)].withUnsafeBufferPointer {
          compressor.append($0, to: &output)
        }
      }
      compressor.finish(into: &output)
      return output.bytes()
    }
    let compressor = Compressor(format)
    let whole = compressed(text.count, by: compressor)
    #expect(!whole.isEmpty && whole.count < text.count)
    #expect(compressed(text.count, by: compressor) == whole)
    #expect(compressed(text.count, by: Compressor(format)) == whole)
    if format == .gzip {
      // No time, and no name.
      #expect(whole.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3])
      #expect(compressed(1000, by: compressor) == whole)
    }
  }
}
