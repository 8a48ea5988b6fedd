import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// What the disk can do to a build.
@Suite struct MachineFaultTests {
  @Test func `a folder in the place of a file can't be read`() async throws {
    let site = try TestFolder()
    try site.write("", to: "site.yml/x")
    let result = await build(site.path, into: try TestFolder())
    #expect(
      report(result, site.path)
        == "site.yml: error: the file can't be read or written: not a file [io/cannot-read]\n"
    )
  }

  @Test func `a file beyond all measure is refused`() async throws {
    let site = try smallSite()
    let path = site.path + "/content/jobs/huge.md"
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 1 << 27)
    let result = await build(site.path, into: try TestFolder())
    #expect(
      report(result, site.path) == """
        content/jobs/huge.md: error: the file has more than 65536 KiB [io/too-large]
          = help: split it, or take out what doesn't belong there

        """
    )
  }

  @Test func `bodies beyond the budget are read back from a scratch file`() throws {
    let folder = try TestFolder()
    var writer = BodyStoreWriter(store: 0, budget: 10, scratchFolder: folder.path)
    var references: [BodyReference] = []
    for text in ["in memory", "far too long for it", "and one more"] {
      var body = ByteBuffer()
      body.append(text)
      references.append(try writer.append(body))
    }
    let store = BodyStore([try writer.finish()])
    func text(_ reference: BodyReference, _ range: Range<UInt32>? = nil) -> String? {
      store.withBytes(of: reference, range) { String(decoding: $0, as: UTF8.self) }
    }
    #expect(references.map { text($0) } == ["in memory", "far too long for it", "and one more"])
    #expect(text(references[1], 4..<7) == "too")
  }

  @Test func `a scratch folder that isn't there is a fault of the machine`() throws {
    var writer = BodyStoreWriter(store: 0, budget: 0, scratchFolder: "/nowhere")
    var body = ByteBuffer()
    body.append("text")
    do throws(Diagnostic) {
      _ = try writer.append(body)
      Issue.record("it was written")
    } catch {
      #expect(error.id == "io/cannot-write")
      #expect(error.message == "a scratch file can't be written: No such file or directory")
    }
  }

  @Test func `a manifest that can't be read stops the build`() async throws {
    let site = try smallSite()
    let target = try TestFolder()
    try target.write("", to: "public/.sitegen/lock")
    mkfifo(target.path + "/public/.sitegen/manifest", 0o600)
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.id) == ["publish/cannot-read"])
    if case .machineFailure = result.outcome {} else { Issue.record("\(result.outcome)") }
  }
}
