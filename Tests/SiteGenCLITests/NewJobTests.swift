import Foundation
import TestSupport
import Testing

/// `sitegen new job`, with options, without anybody to ask, and on a terminal.
@Suite struct NewJobTests {
  private let folder: TestFolder
  private let site: String
  private let here = TestSupport.folder(of: #filePath)

  init() throws {
    folder = try TestFolder()
    site = folder.path + "/site"
    #expect(try sitegen(["new", "site", site]).status == 0)
    try FileManager.default.removeItem(atPath: site + "/content/jobs/first-job.md")
  }

  /// A site that wants much of its postings and has no way to apply.
  private func makeDemanding() throws {
    let text = try folder.read("site/site.yml").replacingOccurrences(
      of: "\napply:",
      with: "\n# apply:"
    )
    try folder.write(
      text + """
        departments: [Operations, "R&D: lab"]
        languages: [pt]
        schema:
          required: [salary, team, levels, id, valid_through, lang]
          custom:
            shift: {type: text, label: Shift pattern, values: [days, nights], required: true}
            desk: {type: integer, required: true}
            extra: {type: text}

        """,
      to: "site/site.yml"
    )
  }

  private func new(_ words: [String]) throws -> Run {
    try sitegen(["new", "job", "--source", site, "--now", "2026-11-23"] + words)
  }

  /// What Google thinks of titles is another question.
  private func check() throws -> Run {
    try sitegen(["check", "--source", site, "--now", "2026-11-23", "--allow", "google"])
  }

  @Test func `without options and without a terminal it passes, with examples to fill in`() throws {
    try makeDemanding()
    let run = try new(["Baker: nights"])
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasSuffix("baker-nights.md: fill in the blanks, then run 'sitegen check'\n"))
    try expectGolden(
      try folder.read("site/content/jobs/baker-nights.md"),
      at: here + "/Golden/baker-nights.md"
    )
    #expect(try check().errors == "")
  }

  @Test func `options give every required field`() throws {
    try makeDemanding()
    let run = try new([
      "Night \"Baker\" #2", "--department", "R&D: lab", "--location", "\"Porto, PT\"",
      "--workplace", "'hybrid'",
      "--employment-type", "full-time, fixed-term", "--salary",
      "{min: 20, max: 24.50, currency: EUR, per: hour}", "--apply", "https://x.example/#a",
      "--lang",
      "pt", "--set", "team=Ovens, north", "--set", "levels=mid, senior", "--set",
      "valid_through=2026-12-01T17:00Z", "--set", "custom.shift=nights", "--set", "custom.desk=7",
      "--set", "tags=[evenings, \"a, b\"]", "--set", "custom.extra=[x",
    ])
    #expect(run.status == 0 && run.errors == "")
    try expectGolden(
      try folder.read("site/content/jobs/night-baker-2.md"),
      at: here + "/Golden/night-baker-2.md"
    )
    #expect(try check().errors == "")
  }

  @Test func `a remote job needs countries and no place`() throws {
    #expect(
      try new(["Baker", "--workplace", "remote", "--set", "remote=PT, ES"]).status == 0
    )
    let text = try folder.read("site/content/jobs/baker.md")
    #expect(text.contains("workplace: remote\nremote: {countries: [PT, ES]}\ndate_posted"))
    #expect(try new(["Miller", "--workplace", "remote"]).status == 0)
    #expect(try folder.read("site/content/jobs/miller.md").contains("PT, ES]}  # fill in\n"))
    #expect(try check().errors == "")
  }

  static let refused: [([String], String)] = [
    (
      ["--workplace", "Hybrid"],
      "error: 'Hybrid' is not one of the values of 'workplace' [job/not-a-choice]\n"
        + "  = help: write 'hybrid'\n"
    ),
    (
      ["--set", "levels=mid, senoir", "--location", "Pto"],
      """
      error: 'Pto' is neither an office of the site nor a city with its country [job/unknown-location]
        = help: write the city and the country's two letters in quotes, such as "Porto, PT"; the office is main
      error: 'senoir' is not one of the values of 'levels' [job/not-a-choice]
        = help: write 'senior'

      """
    ),
    (
      ["--salary", "{min: 5, max: 4, currency: EUR}"],
      """
      error: 'salary' has no 'per' [job/missing-field]
        = help: write it beside the others, such as 'per: year'
      error: 'min' 5 is more than 'max' 4 [job/salary-order]
        = help: swap the two

      """
    ),
    (
      ["--set", "levls=mid"],
      "error: postings have no field 'levls'; did you mean 'levels'? [new/options]\n"
    ),
    (
      ["--set", "levels"],
      "error: --set wants a field and a value such as 'levels=[mid, senior]', not 'levels' "
        + "[new/options]\n"
    ),
    (
      ["--set", "status=filled", "--set", "date_closed=2026-01-01"],
      "error: 'date_closed' is before 'date_posted' [job/dates-out-of-order]\n"
        + "  = help: correct one of the two dates\n"
    ),
  ]

  @Test(arguments: refused)
  func `what check would refuse is refused, and nothing is written`(
    _ words: [String],
    _ text: String
  )
    throws
  {
    let run = try new(["Baker"] + words)
    #expect(run.status == 1 && run.output == "")
    let errors =
      run.errors.split(separator: "\n").filter { !$0.contains(" | ") }
      .joined(separator: "\n") + "\n"
    #expect(errors.replacing(#/(?m)^content.*?: error/#, with: "error") == text)
    #expect(!FileManager.default.fileExists(atPath: site + "/content/jobs/baker.md"))
  }

  @Test func `a name that another folder has is taken`() throws {
    #expect(try new(["Baker"]).status == 0)
    try FileManager.default.createDirectory(
      atPath: site + "/content/jobs/old",
      withIntermediateDirectories: true
    )
    try FileManager.default.moveItem(
      atPath: site + "/content/jobs/baker.md",
      toPath: site + "/content/jobs/old/baker.md"
    )
    let run = try new(["Baker"])
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "/content/jobs/old/baker.md: error: a posting with this name is there already [new/exists]"
      )
    )
  }

  // MARK: On a terminal

  private func ask(_ words: [String], _ answers: [String]) throws -> Run {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("sitegen").path
    let arguments = ["new", "job", "--now", "2026-11-23"] + words
    return try run(
      ["python3", here + "/Scripts/terminal.py", program] + arguments,
      in: site,
      input: answers.map { $0 + "\n" }.joined()
    )
  }

  @Test func `on a terminal it asks for what is required, and asks again`() throws {
    try makeDemanding()
    let run = try ask(
      ["Baker", "--workplace", "remote"],
      [
        "", "2", "Ovens", "Full time", "1", "pt, xx", "PT, ES", "Senoir", "mid, 5", "", "",
        "lots",
        "{min: 20, currency: EUR, per: hour}", "www.x.example", "jobs@x.example", "xx", "pt",
        "nights",
        "seven", "7",
      ]
    )
    try expectGolden(run.output, at: here + "/Golden/questions.txt")
    #expect(run.status == 0 && run.errors == "")
    try expectGolden(try folder.read("site/content/jobs/baker.md"), at: here + "/Golden/baker.md")
    #expect(try check().errors == "")
  }

  @Test func `the end of the input writes nothing`() throws {
    let run = try ask(["Baker"], ["", "^D"])
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("workplace [on-site]: \nnothing was written\n"))
    #expect(!FileManager.default.fileExists(atPath: site + "/content/jobs/baker.md"))
  }
}
