import SiteGen
import SourceText
import TestSupport
import Testing

/// What is said of fields that aren't written as YAML has them, and that it is said once.
@Suite struct WrittenFieldTests {
  static let pay = "{min: 52000, max: 64000, currency: EUR, per: year}"
  /// Lines of a posting, and the faults with the help that they have.
  static let lines: [(String, [String])] = [
    (
      "salary: {min: 50,000, max: 60,000, currency: EUR, per: year}",
      ["'50,000' has a ',' in it: write 50000", "'60,000' has a ',' in it: write 60000"]
    ),
    (
      "salary: {min: 1,250,500, max: 60000000, currency: EUR, per: year}",
      ["'1,250,500' has a ',' in it: write 1250500"]
    ),
    (
      "salary: {min:50000, max:60000, currency:EUR, per:year}",
      [
        "'min:50000' has no space behind the ':': write 'min: 50000'",
        "'max:60000' has no space behind the ':': write 'max: 60000'",
        "'currency:EUR' has no space behind the ':': write 'currency: EUR'",
        "'per:year' has no space behind the ':': write 'per: year'",
      ]
    ),
    (
      "salary:\n  min:50000\n  max:60000",
      ["'min:50000' has no space behind the ':': write 'min: 50000'"]
    ),
    ("benefits:\n  -Gym\n  -Free lunch", ["'-Gym' has no space behind the '-': write '- Gym'"]),
    (
      "tags:\n  • Free lunch\n  • Gym",
      ["'•' begins no item of a list: write '- Free lunch'"]
    ),
    (
      "benefits:\n- 30 days: leave",
      [
        "'30 days: leave' has a ':' in it, so it could be a value or a name: write \"30 days: leave\""
      ]
    ),
    (
      "locations: [Porto, PT]",
      ["'Porto' and 'PT' are read as two places: write \"Porto, PT\" with its quotes"]
    ),
    (
      "locations: [Denver, CO, US, Lyon, FR]",
      [
        "'Denver', 'CO' and 'US' are read as three places: write \"Denver, CO, US\" with its quotes",
        "'Lyon' and 'FR' are read as two places: write \"Lyon, FR\" with its quotes",
      ]
    ),
    (
      "locations: [Porto]",
      [
        "'Porto' is neither an office of the site nor a city with its country: write the city and the country's two letters in quotes, such as \"Porto, PT\""
      ]
    ),
    ("deadline: 2026-12-18", ["a posting has no field 'deadline': did you mean 'valid_through'?"]),
    ("Posted: x", ["a posting has no field 'Posted': did you mean 'date_posted'?"]),
    (
      "description: Weld", ["a posting has no field 'description': write it below the second '---'"]
    ),
    (
      "contact: Ana",
      [
        "a posting has no field 'contact': delete it, or use one of the fields that docs/posting.md lists"
      ]
    ),
    (
      "salary: {from: 52000, to: 64000, currency: EUR, period: year}",
      [
        "'salary' has no field 'from': did you mean 'min'?",
        "'salary' has no field 'to': did you mean 'max'?",
        "'salary' has no field 'period': did you mean 'per'?",
      ]
    ),
    (
      "salary: {min: 52000 EUR, max: €64000, currency: $, per: year}",
      [
        "'52000 EUR' is not an amount: write 52000", "'€64000' is not an amount: write 64000",
        "'$' is not a currency code: if you mean USD, write 'USD'",
      ]
    ),
    ("levels: Senior", ["'levels' wants a list: put brackets around it: [senior]"]),
    (
      "date_updated: 11/12/2026",
      [
        "'11/12/2026' is not a day of the calendar, written as year-month-day: write 2026-12-11 for 11 December, or 2026-11-12 for 12 November"
      ]
    ),
    (
      "valid_through: until filled",
      [
        "'until filled' is not a day written as year-month-day: write 2026-12-18 (the whole day counts); leave it out if there is no last day"
      ]
    ),
    (
      "apply: jobs @lodemar.example",
      [
        "'jobs @lodemar.example' is neither a web address nor an e-mail address: delete the space: write 'jobs@lodemar.example'"
      ]
    ),
    (
      "apply: a@lodemar.example, b@lodemar.example",
      [
        "'a@lodemar.example, b@lodemar.example' is neither a web address nor an e-mail address: only one fits; keep one"
      ]
    ),
    (
      "apply: {email: +351 210 000 000}",
      [
        "'+351 210 000 000' is not an e-mail address: a phone number can't receive applications: write an e-mail address, and the number in the text"
      ]
    ),
    (
      "employment_type: permanent",
      [
        "'permanent' is not one of the values of 'employment_type': if you mean 'full-time', write that"
      ]
    ),
    ("salary: 50k", ["'salary' has several parts: write \(pay), or leave 'salary' out"]),
    ("salary: negotiable", ["'salary' has several parts: write \(pay), or leave 'salary' out"]),
    (
      "remote: yes",
      ["'remote' has several parts: write {countries: [PT, ES]}, or leave 'remote' out"]
    ),
    (
      "image: team.jpg",
      [
        "'image' has several parts: write {src: /images/team.jpg, alt: The team at work}, or leave 'image' out"
      ]
    ),
  ]

  @Test(arguments: lines)
  func `a line that is written otherwise has a mended one`(_ line: String, _ faults: [String])
    async throws
  {
    let folder = try smallSite(line + "\n")
    let path = "content/jobs/welder.md"
    let name = line.prefix { $0 != ":" }
    // The field that the posting has already.
    let own = try folder.read(path).split(separator: "\n", omittingEmptySubsequences: false)
      .first { $0.hasPrefix(name + ": ") && $0 != line }
    if let own {
      let file = try folder.read(path).split(separator: own + "\n")
      try folder.write(file.joined(), to: path)
    }
    let result = await build(folder.path, into: try TestFolder())
    #expect(result.diagnostics.map { "\($0.message): \($0.hint ?? "")" } == faults)
  }

  static let files: [(String, String)] = [
    (
      "title:Senior welder\nworkplace:on-site",
      "'title:Senior welder' has no space behind the ':': write 'title: Senior welder'"
    ),
    ("title = Welder\nteam = A", "'title = Welder' has '=' for ':': write 'title: Welder'"),
    ("title:\u{A0}Welder", "the blank behind 'title:' is a special one: write 'title: Welder'"),
    (
      "- title: Welder\n- team: A",
      "the '-' makes 'title' an item of a list: delete the '- ' in front of it"
    ),
    (
      "Welder wanted",
      "a posting wants names with values: write each as 'name: value' on a line of its own"
    ),
  ]

  @Test(arguments: files)
  func `fields that are none have one fault`(_ fields: String, _ fault: String) async throws {
    let folder = try smallSite()
    try folder.write("---\n\(fields)\n---\n\nText.\n", to: "content/jobs/welder.md")
    let result = await build(folder.path, into: try TestFolder())
    #expect(result.diagnostics.map { "\($0.message): \($0.hint ?? "")" } == [fault])
  }
}
