import Foundation
import TestSupport
import Testing

/// What a run of the program gave.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs the program that the tests were built with.
func sitegen(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
  let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let process = Process()
  process.executableURL = folder.appendingPathComponent("sitegen")
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let outputData = output.fileHandleForReading.readDataToEndOfFile()
  let errorData = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus,
    output: String(decoding: outputData, as: UTF8.self),
    errors: String(decoding: errorData, as: UTF8.self)
  )
}

@Suite struct ProgramTests {
  @Test(arguments: ["build", "check", "new", "list", "clean", "completions"])
  func `every command explains itself with an example`(_ command: String) throws {
    let run = try sitegen([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Usage: sitegen \(command)") && run.output.contains("Example:"))
    #expect(run.errors == "")
  }

  @Test(arguments: [
    (
      ["bild"],
      "sitegen: there is no command 'bild'; did you mean 'build'?\nsitegen --help tells more.\n"
    ),
    (
      ["build", "--ouput", "x"],
      "sitegen: there is no option --ouput; did you mean --output?\nsitegen build --help tells more.\n"
    ),
    (
      ["build", "--now", "soon"],
      "sitegen: --now wants a date such as 2026-11-23, or a time such as 2026-11-23T09:00Z\n"
        + "sitegen build --help tells more.\n"
    ),
    (
      ["build", "--workers"], "sitegen: --workers wants a value\nsitegen build --help tells more.\n"
    ),
    (
      ["list", "--missing", "salry"],
      "sitegen: postings have no field 'salry'; did you mean 'salary'?\n"
        + "sitegen list --help tells more.\n"
    ),
    (
      ["new", "job"],
      "sitegen: name the job: sitegen new job \"Backend Engineer\"\nsitegen new --help tells more.\n"
    ),
  ])
  func `a wrong command line ends with 2 and says what is right`(_ words: [String], _ text: String)
    throws
  {
    let run = try sitegen(words)
    #expect(run.status == 2)
    #expect(run.errors == text)
    #expect(run.output == "")
  }

  @Test func `a starter site builds at once, and its new posting passes`() throws {
    let folder = try TestFolder()
    let site = folder.path + "/careers"
    #expect(try sitegen(["new", "site", site]).status == 0)
    let again = try sitegen(["new", "site", site])
    #expect(again.status == 1 && again.errors.contains("[new/exists]"))
    #expect(try sitegen(["new", "job", "Night Baker", "--source", site]).status == 0)
    let second = try sitegen(["new", "job", "Night Baker", "--source", site])
    #expect(second.status == 1 && second.errors.contains("[new/exists]"))
    #expect(try sitegen(["new", "job", "!!!", "--source", site]).errors.contains("[new/no-name]"))
    #expect(
      try sitegen(["new", "job", "Baker", "--source", site, "--now", "x"]).errors
        .contains("[new/options]")
    )
    let check = try sitegen(["check", "--source", site])
    #expect(check.errors == "" && check.status == 0)
    let built = try sitegen(["build", "--source", site, "--deny", "warnings"])
    #expect(built.errors == "")
    #expect(!FileManager.default.fileExists(atPath: site + "/public/jobs/night-baker/index.html"))
    #expect(try sitegen(["build", "--source", site, "--drafts"]).output.hasPrefix("2 of 2"))
    #expect(built.status == 0)
    #expect(built.output.hasPrefix("1 of 2 postings open"))
    #expect(FileManager.default.fileExists(atPath: site + "/public/jobs/night-baker/index.html"))
    try folder.write("mine", to: "careers/public/own.txt")
    #expect(try sitegen(["clean", "--source", site]).status == 0)
    #expect(try folder.read("careers/public/own.txt") == "mine")
    #expect(!FileManager.default.fileExists(atPath: site + "/public/index.html"))
  }

  @Test func `faults go to standard error with status 1, machines get them as results`() throws {
    let folder = try TestFolder()
    try folder.write("title: Jobs\n", to: "site.yml")
    let text = try sitegen(["check", "--source", folder.path])
    #expect(text.status == 1 && text.output == "" && text.errors.contains("site.yml:1:1: error:"))
    #expect(!text.errors.contains("\u{1B}"), "no colour where nobody looks")
    let json = try sitegen(["check", "--source", folder.path, "--format", "json"])
    let lines = json.output.split(separator: "\n")
    #expect(json.status == 1 && lines.count == 2)
    for line in lines {
      let fault = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(fault?["id"] as? String == "site/missing-field")
      #expect(fault?["line"] as? Int == 1)
    }
    let github = try sitegen(["check", "--source", folder.path, "--format", "github"])
    #expect(
      github.output.hasPrefix("::error file=site.yml,line=1,col=1,title=site/missing-field::")
    )
  }

  @Test func `a machine that fails ends with 3`() throws {
    let folder = try TestFolder()
    #expect(try sitegen(["new", "site", folder.path + "/site"]).status == 0)
    let run = try sitegen([
      "build", "--source", folder.path + "/site", "--output", "/proc/careers",
    ])
    #expect(run.status == 3)
    #expect(run.errors.contains("publish/"))
  }

  @Test func `time zone and language of the machine don't matter`() throws {
    let folder = try TestFolder()
    #expect(try sitegen(["new", "site", folder.path + "/site"]).status == 0)
    let places = [
      ["TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8"], ["TZ": "America/Adak", "LC_ALL": "C"],
    ]
    let outputs = try places.enumerated().map { index, environment in
      let output = folder.path + "/out\(index)"
      let run = try sitegen(
        [
          "build", "--source", folder.path + "/site", "--output", output, "--state",
          folder.path + "/state\(index)", "--now", "2026-11-23",
        ],
        environment: environment
      )
      #expect(run.status == 0)
      return try TestFolder.files(below: output)
    }
    #expect(outputs[0] == outputs[1])
    let epoch = try sitegen(
      [
        "build", "--source", folder.path + "/site", "--output", folder.path + "/out2", "--state",
        folder.path + "/state2",
      ],
      environment: ["SOURCE_DATE_EPOCH": "1795392000"]
    )
    #expect(epoch.status == 0)
    #expect(try TestFolder.files(below: folder.path + "/out2") == outputs[0])
  }
}
