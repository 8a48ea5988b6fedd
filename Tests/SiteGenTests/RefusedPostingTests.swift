import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// A posting that is made to take long, and the first of its faults.
struct HostilePosting: Sendable, CustomTestStringConvertible {
  let name: String
  let fault: String
  /// How many faults there are.
  var count = 1
  var fields = ""
  var body = "Weld frames.\n"
  var testDescription: String { name }
}

/// Files that want to be large, deep or unreadable are refused; `make bench` says how fast.
@Suite struct RefusedPostingTests {
  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  static let postings = [
    HostilePosting(
      name: "1 MiB of fields",
      fault: "the fields that start here take more than 64 KiB [front-matter/too-large]",
      fields: "summary: " + String(repeating: "long ", count: 210_000)
    ),
    HostilePosting(
      name: "10,000 fields",
      fault: "the fields that start here take more than 64 KiB [front-matter/too-large]",
      fields: lines(10_000) { "key\($0): x" }
    ),
    HostilePosting(
      name: "5,000 fields that fit",
      fault: "a posting has no field 'key0' [job/unknown-field]",
      count: 100,
      fields: lines(5_000) { "key\($0): x" }
    ),
    HostilePosting(
      name: "one field 4,000 times",
      fault: "'title' is written twice here [yaml/duplicate-key]",
      count: 100,
      fields: lines(4_000) { _ in "title: Welder" }
    ),
    HostilePosting(
      name: "a list of 100,000",
      fault: "the fields that start here take more than 64 KiB [front-matter/too-large]",
      fields: "tags: [" + String(repeating: "a, ", count: 100_000) + "]"
    ),
    HostilePosting(
      name: "a list of 20,000 wrong values",
      fault: "'levels' has 20000 entries [job/too-many-entries]",
      fields: "levels: [" + String(repeating: "a, ", count: 20_000) + "]"
    ),
    HostilePosting(
      name: "anchors that multiply",
      fault: "with '*a2', aliases repeat more than 10,000 values [yaml/alias-limit]",
      fields: "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        + lines(8) { index in
          let copies = [String](repeating: "*a\(index)", count: 10).joined(separator: ", ")
          return "a\(index + 1): &a\(index + 1) [\(copies)]"
        }
    ),
    HostilePosting(
      name: "lists 10,000 deep",
      fault: "lists and maps stand more than 64 deep in each other [yaml/too-deep]",
      fields: "tags: " + String(repeating: "[", count: 10_000)
        + String(repeating: "]", count: 10_000)
    ),
    HostilePosting(
      name: "10,000 tags",
      fault: "HTML such as '<b>' can't stand in a text [body/raw-html]",
      count: 100,
      body: String(repeating: "<b>", count: 10_000) + "\n"
    ),
  ]

  @Test(arguments: postings)
  func `a hostile posting is refused`(_ hostile: HostilePosting) async throws {
    let site = try smallSite(hostile.fields + "\n", body: hostile.body)
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    guard case .faults = result.outcome else {
      Issue.record("it was not refused")
      return
    }
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.first.map { "\($0.message) [\($0.id)]" } == hostile.fault)
    #expect(errors.count == hostile.count)
  }

  @Test func `the last of many faults says that there are more`() async throws {
    let site = try smallSite(RefusedPostingTests.lines(5_000) { "key\($0): x" } + "\n")
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    let notes = result.diagnostics.last?.notes.map(\.message)
    #expect(notes == ["the file has more of them, which are not shown"])
  }

  @Test(arguments: [
    ([0xFF, 0xFE] as [UInt8], "yaml/not-utf8"), ([0x00], "yaml/control-character"),
  ])
  func `bytes that are no text are refused`(_ bytes: [UInt8], _ id: String) async throws {
    let site = try smallSite("team: HERE\n")
    let path = site.path + "/content/jobs/welder.md"
    var file = Array(try site.read("content/jobs/welder.md").utf8)
    let place = try #require(file.firstRange(of: Array("HERE".utf8)))
    file.replaceSubrange(place, with: bytes)
    try Data(file).write(to: URL(fileURLWithPath: path))
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.id.name) == [id])
  }
}
