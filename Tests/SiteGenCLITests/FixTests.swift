import Foundation
import TestSupport
import Testing

/// Runs another program in a folder.
func run(_ words: [String], in folder: String, input: String = "") throws -> Run {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = words
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  let standardInput = Pipe()
  process.standardInput = standardInput
  return try finished(process) {
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
  }
}

@Suite struct FixTests {
  static let wrong = """
    ---
    titel: Welder
    employment_type: [FULL_TIME, full-time]
    workplace: Remote
    remote: {countries: [pt, es, pt]}
    date_posted: 1.11.2026
    ---

    Text.

    """

  private func site(_ posting: String) throws -> TestFolder {
    let folder = try TestFolder()
    #expect(try sitegen(["new", "site", folder.path + "/site"]).status == 0)
    try folder.write(posting, to: "site/content/jobs/my welder.md")
    try folder.write(posting, to: "site/content/jobs/welder.md")
    try FileManager.default.removeItem(atPath: folder.path + "/site/content/jobs/my welder.md")
    return folder
  }

  @Test func `mended files are named with what changed, and what is left is reported`() throws {
    let folder = try site(FixTests.wrong)
    let words = ["check", "--source", folder.path + "/site", "--now", "2026-11-23", "--fix"]
    let run = try sitegen(words)
    #expect(
      run.output == """
        mended content/jobs/welder.md: titel is now title, FULL_TIME is now full-time, \
        Remote is now remote, pt is now PT (2 times), es is now ES

        """
    )
    #expect(run.status == 1)
    #expect(
      run.errors == """
        content/jobs/welder.md:6:14: error: '1.11.2026' is not a day of the calendar, written as year-month-day [job/not-a-date]
          6 | date_posted: 1.11.2026
            |              ^^^^^^^^^
          = help: write 2026-11-01 for 1 November, or 2026-01-11 for 11 January

        1 error
        sitegen explain job/not-a-date tells more.

        """
    )
    let machine = try site(FixTests.wrong)
    let json = try sitegen([
      "check", "--source", machine.path + "/site", "--now", "2026-11-23", "--fix", "--format",
      "json",
    ])
    #expect(json.output.split(separator: "\n").count == 1 && json.output.hasPrefix("{"))
    #expect(json.errors.hasPrefix("mended content/jobs/welder.md: "))
  }

  @Test func `a report says how much of it can be mended`() throws {
    let folder = try site(FixTests.wrong)
    let run = try sitegen(["check", "--source", folder.path + "/site", "--now", "2026-11-23"])
    #expect(run.errors.contains("\n7 errors\nsitegen check --fix mends 6 of them.\n"))
  }

  @Test func `nothing left means status 0`() throws {
    let folder = try site(FixTests.wrong.replacingOccurrences(of: "1.11.2026", with: "13.11.2026"))
    let words = ["check", "--source", folder.path + "/site", "--now", "2026-11-23", "--fix"]
    let run = try sitegen(words)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains(", 13.11.2026 is now 2026-11-13\nchecked 2 postings"))
    let again = try sitegen(words)
    #expect(again.status == 0 && again.output.hasPrefix("checked 2 postings"))
  }

  @Test(arguments: [["git", "apply", "-"], ["patch", "-s", "-p1"]])
  func `a dry run prints a diff that other programs apply, and writes nothing`(_ tool: [String])
    throws
  {
    let folder = try site(FixTests.wrong.replacingOccurrences(of: "\n", with: "\r\n"))
    let site = folder.path + "/site"
    try FileManager.default.moveItem(
      atPath: site + "/content/jobs/welder.md",
      toPath: site + "/content/jobs/été.md"
    )
    let before = try TestFolder.files(below: site)
    let words = ["check", "--source", site, "--now", "2026-11-23", "--fix"]
    let dry = try sitegen(words + ["--dry-run"])
    #expect(dry.status == 1 && dry.errors.contains("'1.11.2026' is not a day"))
    #expect(
      dry.output.hasPrefix(
        "--- a/content/jobs/été.md\n+++ b/content/jobs/été.md\n@@ -1,8 +1,8 @@\n"
      )
    )
    #expect(try TestFolder.files(below: site) == before)
    let applied = try run(tool, in: site, input: dry.output)
    #expect(applied.status == 0, "\(applied.errors)")
    let patched = try TestFolder.files(below: site)
    for (path, bytes) in before { try bytes.write(to: URL(fileURLWithPath: site + "/" + path)) }
    #expect(try sitegen(words).status == 1)
    #expect(try TestFolder.files(below: site) == patched, "the same as --fix writes")
    #expect(patched != before)
  }

  @Test func `a disk that takes nothing more leaves every file as it was`() throws {
    let folder = try site(FixTests.wrong)
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("sitegen").path
    let before = try TestFolder.files(below: folder.path)
    let run = try run(
      ["bash", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" check --fix", program],
      in: folder.path + "/site"
    )
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.errors.hasPrefix(
        "content/jobs/welder.md: error: the file was not mended: File too large [io/cannot-write]\n"
      )
    )
    #expect(try TestFolder.files(below: folder.path) == before)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/site/content/jobs"
    )
    #expect(names.sorted() == ["first-job.md", "welder.md"])
  }

  @Test(arguments: [
    (["check", "--dry-run"], "--dry-run goes with --fix"),
    (
      ["check", "--fix", "--dry-run", "--format", "json"],
      "--dry-run prints a diff, so --format can only be text"
    ), (["build", "--fix"], "there is no option --fix"),
  ])
  func `options that don't go together are refused`(_ words: [String], _ text: String) throws {
    let run = try sitegen(words)
    #expect(run.status == 2 && run.errors.hasPrefix("sitegen: \(text)"))
  }
}
