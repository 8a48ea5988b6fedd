import Foundation
import SiteGen
import TestSupport
import Testing

@Suite struct DeterminismTests {
  @Test func `one worker and eight make the same bytes`() async throws {
    let (one, eight) = (try TestFolder(), try TestFolder())
    _ = await build(repository, into: one, workers: 1)
    _ = await build(repository, into: eight, workers: 8)
    let files = try TestFolder.files(below: one.path + "/public")
    #expect(files.count > 100)
    #expect(try TestFolder.files(below: eight.path + "/public") == files)
    #expect(try one.read("state") == eight.read("state"))
  }

  @Test func `faults come in the same order`() async throws {
    let source = BrokenSiteTests.root + "/fields"
    let target = try TestFolder()
    let one = await build(source, into: target, workers: 1)
    let eight = await build(source, into: target, workers: 8)
    #expect(one.diagnostics == eight.diagnostics)
  }

  @Test func `a date and its midnight are the same moment`() async throws {
    let (date, seconds) = (try TestFolder(), try TestFolder())
    _ = await build(repository, into: date)
    // Midnight in Lisbon is midnight UTC in November.
    _ = await build(repository, into: seconds) { $0.moment = .instant(1_795_392_000) }
    #expect(
      try TestFolder.files(below: date.path + "/public")
        == TestFolder.files(below: seconds.path + "/public")
    )
  }

  @Test func `a second build writes nothing`() async throws {
    let target = try TestFolder()
    _ = await build(repository, into: target)
    let before = try times(target.path)
    let second = await build(repository, into: target)
    #expect(second.counts.written == 0 && second.counts.deleted == 0)
    #expect(try times(target.path) == before)
  }

  /// When each file was last changed; the lock says who holds it and changes with every build.
  private func times(_ folder: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? []
    where !name.hasSuffix(".sitegen/lock") {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      if attributes[.type] as? FileAttributeType == .typeRegular {
        times[name] = attributes[.modificationDate] as? Date
      }
    }
    return times
  }
}
