import Foundation
import TestSupport
import Testing

/// `sitegen list`, whole outputs.
@Suite struct ListTests {
  private let folder: TestFolder
  private let site: String

  init() throws {
    folder = try TestFolder()
    site = folder.path + "/site"
    #expect(try sitegen(["new", "site", site]).status == 0)
    try FileManager.default.removeItem(atPath: site + "/content/jobs/first-job.md")
    let postings = [
      (
        "a-open",
        "date_posted: 2026-11-20\nvalid_through: 2026-12-31\ndepartment: Yard\nsalary: {value: 20, currency: EUR, per: hour}"
      ),
      ("b-soon", "date_posted: 2026-11-20\nvalid_through: 2026-11-26"),
      ("c-draft", "date_posted: 2026-11-21\nstatus: draft\nvalid_through: 2026-12-01"),
      ("d-later", "date_posted: 2026-12-24"),
      ("e-paused", "date_posted: 2026-10-01\nstatus: paused"),
      ("f-over", "date_posted: 2026-09-01\nvalid_through: 2026-11-22"),
      ("g-gone", "date_posted: 2025-09-01\nvalid_through: 2025-11-22"),
      ("h-endless", "date_posted: 2026-11-19"),
    ]
    for (name, fields) in postings {
      try folder.write(
        """
        ---
        title: "Welder, \(name.prefix(1))"
        employment_type: full-time
        workplace: on-site
        locations: [main]
        \(fields)
        ---

        Text.

        """,
        to: "site/content/jobs/\(name).md"
      )
    }
  }

  private func list(_ words: [String] = []) throws -> Run {
    try sitegen(["list", "--source", site, "--now", "2026-11-23"] + words)
  }

  @Test func `the table has all postings, newest first`() throws {
    let run = try list()
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        ID         STATE         POSTED      DAYS LEFT  TITLE
        d-later    scheduled     2026-12-24  -          Welder, d
        c-draft    draft         2026-11-21  -          Welder, c
        a-open     open          2026-11-20  38         Welder, a
        b-soon     closing-soon  2026-11-20  3          Welder, b
        h-endless  open          2026-11-19  -          Welder, h
        e-paused   paused        2026-10-01  -          Welder, e
        f-over     closed        2026-09-01  -          Welder, f
        g-gone     gone          2025-09-01  -          Welder, g

        """
    )
  }

  @Test(arguments: [
    (["--state", "open"], "a-open b-soon h-endless"), (["--state", "closing-soon"], "b-soon"),
    (["--state", "draft"], "c-draft"), (["--state", "gone"], "g-gone"),
    (["--closing", "3d"], "b-soon"), (["--closing", "2"], ""),
    (["--closing", "60d"], "a-open b-soon"),
    (["--state", "open", "--missing", "salary"], "b-soon h-endless"),
    (["--state", "open", "--missing", "valid_through"], "h-endless"),
  ])
  func `options choose postings`(_ words: [String], _ ids: String) throws {
    let lines = try list(words).output.split(separator: "\n").dropFirst()
    #expect(lines.map { $0.prefix { $0 != " " } }.joined(separator: " ") == ids)
  }

  @Test func `JSON has the documented keys and no others`() throws {
    let output = try list(["--state", "open", "--json"]).output
    #expect(
      output == """
        [{"id":"a-open","state":"open","title":"Welder, a","department":"Yard",\
        "date_posted":"2026-11-20","days_left":38,"path":"content/jobs/a-open.md"},\
        {"id":"b-soon","state":"closing-soon","title":"Welder, b","date_posted":"2026-11-20",\
        "days_left":3,"path":"content/jobs/b-soon.md"},\
        {"id":"h-endless","state":"open","title":"Welder, h","date_posted":"2026-11-19",\
        "path":"content/jobs/h-endless.md"}]

        """
    )
    let rows = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]
    let keys = Set((rows ?? []).flatMap(\.keys))
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/posting.md")
    let documented = try String(contentsOf: page, encoding: .utf8)
      .components(separatedBy: "## Looking at what is there")[1]
      .split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { $0.split(separator: "|")[0].split(separator: "`").filter { !", ".contains($0) } }
      .map(String.init).filter { $0.allSatisfy { $0.isLetter || $0 == "_" } }
    #expect(keys == Set(documented))
  }

  @Test func `a posting with a fault is reported, and the others are listed`() throws {
    try folder.write("---\ntitel: x\n---\n", to: "site/content/jobs/i-wrong.md")
    let run = try list(["--state", "gone"])
    #expect(run.status == 1 && run.errors.contains("content/jobs/i-wrong.md:2:1: error: "))
    #expect(run.output.hasSuffix("\ng-gone  gone   2025-09-01  -          Welder, g\n"))
  }
}
