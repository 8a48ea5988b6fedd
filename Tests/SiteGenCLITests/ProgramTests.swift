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
func sitegen(
  _ arguments: [String],
  in currentFolder: String? = nil,
  environment: [String: String] = [:]
) throws -> Run {
  let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let process = Process()
  process.executableURL = folder.appendingPathComponent("sitegen")
  process.arguments = arguments
  if let currentFolder { process.currentDirectoryURL = URL(fileURLWithPath: currentFolder) }
  process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new }
  return try finished(process)
}

/// Runs a process to its end; `start` is done before its outputs are read.
func finished(_ process: Process, start: () throws -> Void = {}) throws -> Run {
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  try start()
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
  @Test(
    arguments: ["build", "check", "new", "list", "schema", "explain", "clean", "completions"]
  )
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
      ["explain", "job/salary-ordr"],
      "sitegen: there is no fault 'job/salary-ordr'; did you mean 'job/salary-order'?\n"
        + "sitegen explain --help tells more.\n"
    ),
    (
      ["check", "--allow", "job/missing-field"],
      "sitegen: --allow can't silence 'job/missing-field', which is always an error\n"
        + "sitegen check --help tells more.\n"
    ),
    (
      ["check", "--allow", "io"],
      "sitegen: --allow can't silence 'io', which is always an error\n"
        + "sitegen check --help tells more.\n"
    ),
    (
      ["check", "--allow", "publish/edited-fil"],
      "sitegen: there is no fault 'publish/edited-fil'; did you mean 'publish/edited-file'?\n"
        + "sitegen check --help tells more.\n"
    ),
    (
      ["schema", "--format", "yaml"],
      "sitegen: --format wants json-schema, markdown or decap, not 'yaml'\n"
        + "sitegen schema --help tells more.\n"
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

  @Test func `help says of an option what it does for the command`() throws {
    let check = try sitegen(["check", "--help"]).output
    #expect(check.contains("the state file (default: .sitegen/state)\n"))
    #expect(check.contains("how faults are printed: text, json, github or sarif\n"))
    #expect(try sitegen(["list", "--help"]).output.contains("only postings of a state: open"))
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
    let posting = try folder.read("careers/content/jobs/night-baker.md")
    #expect(
      posting.hasPrefix("---\n# yaml-language-server: $schema=../../posting.schema.json\ntitle:")
    )
    let schema = try sitegen(["schema", "--source", site])
    #expect(schema.status == 0)
    #expect(try folder.read("careers/posting.schema.json") == schema.output)
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
    let named = ["new", "job", "日本語の先生", "--set", "id=teacher", "--source", site]
    #expect(try sitegen(named).output.contains("content/jobs/teacher.md: "))
  }

  @Test func `a schema needs no site, but follows the one that is there`() throws {
    let folder = try TestFolder()
    let general = try sitegen(["schema", "--source", folder.path, "--format", "markdown"])
    #expect(general.status == 0 && general.errors == "")
    #expect(general.output.hasPrefix("# The fields of a posting\n"))
    try folder.write("title: Jobs\n", to: "site.yml")
    let broken = try sitegen(["schema", "--source", folder.path])
    #expect(broken.status == 1 && broken.output == "")
    #expect(broken.errors.contains("site.yml:1:1: error: site.yml has no 'base_url'"))
    try folder.write(
      "title: Jobs\nbase_url: https://jobs.example\norganization: {name: Lodemar}\n",
      to: "site.yml"
    )
    let own = try sitegen(["schema", "--source", folder.path, "--format", "markdown"])
    #expect(own.status == 0)
    #expect(own.output.hasPrefix("# The fields of a posting of 'Jobs'\n"))
  }

  @Test func `faults go to standard error with status 1, machines get them as results`() throws {
    let folder = try TestFolder()
    try folder.write("title: Jobs\n", to: "site.yml")
    let text = try sitegen(["check", "--source", folder.path])
    #expect(text.status == 1 && text.output == "" && text.errors.contains("site.yml:1:1: error:"))
    #expect(!text.errors.contains("\u{1B}"), "no colour where nobody looks")
    #expect(text.errors.hasSuffix("\n2 errors\nsitegen explain site/missing-field tells more.\n"))
    let json = try sitegen(["check", "--source", folder.path, "--format", "json"])
    let lines = json.output.split(separator: "\n")
    #expect(json.status == 1 && lines.count == 2)
    for line in lines {
      let fault = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(fault?["id"] as? String == "site/missing-field")
      #expect(fault?["line"] as? Int == 1)
    }
    let github = try sitegen(["check", "--source", folder.path, "--format", "github"])
    #expect(github.output.hasPrefix("::error file=\(folder.path)/site.yml,line=1,col=1,endLine=1,"))
  }

  @Test func `annotations and SARIF name files as they are seen from the folder of the run`() throws
  {
    let folder = try TestFolder()
    try folder.write("titel: Jobs\n", to: "my careers/site.yml")
    for source in ["my careers", "./my careers"] {
      let github = try sitegen(
        ["check", "--source", source, "--format", "github"],
        in: folder.path
      )
      #expect(github.output.hasPrefix("::error file=my careers/site.yml,line=1,col=1,endLine=1,"))
      let sarif = try sitegen(["check", "--source", source, "--format", "sarif"], in: folder.path)
      #expect(sarif.status == 1 && sarif.errors == "")
      #expect(sarif.output.contains("\"uri\":\"my%20careers/site.yml\""))
      #expect(sarif.output.contains("\"insertedContent\":{\"text\":\"title\"}"))
    }
    let inside = try sitegen(["check", "--format", "github"], in: folder.path + "/my careers")
    #expect(inside.output.hasPrefix("::error file=site.yml,line=1,col=1,endLine=1,"))
  }

  @Test func `a fault is explained, and all are listed`() throws {
    let page = try sitegen(["explain", "job/not-a-list"])
    #expect(page.status == 0 && page.errors == "")
    #expect(page.output.hasPrefix("job/not-a-list\n\nA field that takes several entries "))
    #expect(page.output.contains("\nRight\n\n    tags: [evenings, apprentices]\n"))
    let all = try sitegen(["explain"]).output.split(separator: "\n")
    #expect(all.count > 140)
    let jobs = try sitegen(["explain", "job"]).output.split(separator: "\n")
    #expect(jobs.count > 30 && jobs.allSatisfy { $0.hasPrefix("job/") })
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
