import SiteGen
import SourceText
import TestSupport
import Testing

/// What people write where something else is needed, with the help that they get.
@Suite struct MeantTests {
  static let places: [(text: String, fault: String)] = [
    (
      "Berlin, DE",
      """
      'Berlin, DE' could be in Germany, or in a state or province [job/ambiguous-location]
      for Germany write {city: Berlin, country: DE}, else "Berlin, DE, US"
      """
    ),
    (
      "Toronto, CA",
      """
      'Toronto, CA' could be in Canada, or in a state or province [job/ambiguous-location]
      for Canada write {city: Toronto, country: CA}, else "Toronto, CA, US"
      """
    ),
    (
      "Halifax, NS",
      """
      'Halifax, NS' names a state or province, but no country [job/ambiguous-location]
      write "Halifax, NS, CA"
      """
    ),
    (
      "Berlin, Germany",
      """
      'Germany' is not a country code [job/unknown-country]
      write {city: Berlin, country: DE}
      """
    ),
    (
      "Porto, PT; Lyon, FR",
      """
      'Porto, PT; Lyon, FR' names several places [job/unknown-location]
      write each in quotes, such as ["Porto, PT", "Lyon, FR"]
      """
    ),
    (
      "Brussels, EU",
      """
      'EU' is not a country code [job/unknown-country]
      end with a country's two letters, such as PT
      """
    ),
  ]

  @Test(arguments: places)
  func `a place that isn't one is explained`(_ text: String, _ fault: String) async throws {
    #expect(try await faults("locations: [\"\(text)\"]") == [fault])
  }

  static let others: [(fields: String, faults: [String])] = [
    (
      "salary: {value: 52000, currency: DEM, per: year}",
      [
        """
        nobody is paid in 'DEM' any more [job/unknown-currency]
        write the amount in the money that replaced it, with 'currency: EUR'
        """
      ]
    ),
    (
      "salary: {value: 52000, currency: HRK, per: year}",
      [
        """
        nobody is paid in 'HRK' any more [job/unknown-currency]
        write the amount in the money that replaced it, with 'currency: EUR'
        """
      ]
    ),
    (
      "salary: {value: 52000, currency: XXX, per: year}",
      [
        """
        'XXX' is not money that people are paid in [job/unknown-currency]
        write a currency's three letters, such as EUR
        """
      ]
    ),
    (
      "salary: {value: 52000, currency: CHW, per: year}",
      [
        """
        'CHW' is not money that people are paid in [job/unknown-currency]
        if you mean CHF, write 'CHF'
        """
      ]
    ),
    (
      "languages: [English, Deutsch, Klingonese]",
      [
        """
        'English' is not a language's code [job/unknown-language]
        write 'en'
        """,
        """
        'Deutsch' is not a language's code [job/unknown-language]
        write 'de'
        """,
        """
        'Klingonese' is not a language's code [job/unknown-language]
        write a language's code, such as en, de or pt-BR
        """,
      ]
    ),
    (
      "team: “Buoys”\nvalid_through: ”2026-12-18”\nwork_hours: “Early” and “late”\nduration: ’til May",
      [
        """
        the curly quotes of '”2026-12-18”' count as letters like any others [yaml/curly-quotes]
        write "2026-12-18" with straight quotes, or leave them out
        """,
        """
        the curly quotes of '“Buoys”' count as letters like any others [yaml/curly-quotes]
        write "Buoys" with straight quotes, or leave them out
        """,
      ]
    ),
    (
      "locations: [“Porto, PT”, \"Faro, PT\"]",
      [
        """
        '“Porto, PT”' falls apart at the comma, since curly quotes don't hold it together [yaml/curly-quotes]
        write "Porto, PT" with straight quotes
        """
      ]
    ),
    (
      "allow: [{fault: job/unused-allow, reason: We know what we are doing}]",
      [
        """
        'job/unused-allow' can't be allowed [job/unknown-check]
        take the entry away; only whoever keeps site.yml can turn it off, under 'checks'
        """
      ]
    ),
    ("locations: [\"Pune, Maharashtra, IN\"]\nremote: null", []),
    (
      "experience: {min_months: 60, max_months: 36}",
      ["'min_months' 60 is more than 'max_months' 36 [job/not-an-experience]\nswap the two"]
    ),
    ("locations: [{city: Pune, country: IN, time_zone: Asia/Kolkata}]", []),
    ("locations: [{city: Sofia, country: BG}]\nsalary: {value: 20, currency: EUR, per: hour}", []),
    (
      "salary: {value: 20, currency: USD, per: hour}",
      [
        "people in PT are not usually paid in USD [job/foreign-currency]\n"
          + "if the amount is in EUR, write 'currency: EUR'"
      ]
    ),
    ("title: ISO 27001 Lead Auditor", []), ("title: Boeing 737-800 First Officer", []),
    ("title: Mitarbeiter*in Buchhaltung", []),
    (
      "title: ★ Welder ★",
      [
        "the title '★ Welder ★' has a picture in it [google/decorated-title]\n"
          + "write the name of the job in plain letters, as people search for it"
      ]
    ),
    (
      "date_posted: 2025-01-01\nvalid_through: 31.2.2027",
      [
        "'31.2.2027' is not a day written as year-month-day [job/not-a-date]\n"
          + "write 2026-12-18 (the whole day counts); leave it out if there is no last day"
      ]
    ),
  ]

  @Test(arguments: others)
  func `one mistake is one fault, and none is none`(_ fields: String, _ wanted: [String])
    async throws
  {
    #expect(try await faults(fields) == wanted)
  }

  @Test func `a required field of the site's own is missed once`() async throws {
    let site = "schema: {custom: {shift: {type: text, values: [day, night], required: true}}}\n"
    for value in ["{shift: dya}", "{shfit: day}"] {
      #expect(try await faults("custom: \(value)", site: site).count == 1)
    }
    let missing = "a posting has no 'custom.shift' [job/missing-field]\n"
    #expect(try await faults("", site: site) == [missing + "site.yml requires it of every posting"])
  }

  @Test func `links that lack their beginning are mended by the help`() async throws {
    let body = "[a](www.example.com/x), [b](jobs@lodemar.example), [c](https://x.example).\n"
    let folder = try smallSite(body: body)
    let result = await build(folder.path, into: folder)
    #expect(
      result.diagnostics.map { "\($0.message) [\($0.id)]\n\($0.hint ?? "")" } == [
        "'www.example.com/x' would be looked for on the site itself [body/broken-link]\n"
          + "write 'https://www.example.com/x'",
        "'jobs@lodemar.example' would be looked for on the site itself [body/broken-link]\n"
          + "write 'mailto:jobs@lodemar.example'",
      ]
    )
  }

  @Test func `files that look like postings are not passed over in silence`() async throws {
    let folder = try smallSite()
    for name in ["Night Welder.md.txt", "baker.MD", "cook.docx", "team.png"] {
      try folder.write("x", to: "content/jobs/" + name)
    }
    let result = await build(folder.path, into: folder)
    #expect(
      report(result, folder.path) == """
        content/jobs/Night Welder.md.txt: warning: 'Night Welder.md.txt' is not read: the name of \
        a posting's file ends in '.md' [job/unread-file]
          = help: rename it to 'night-welder.md'
        content/jobs/baker.MD: warning: 'baker.MD' is not read: the name of a posting's file ends \
        in '.md' [job/unread-file]
          = help: rename it to 'baker.md'
        content/jobs/cook.docx: warning: 'cook.docx' is not read: the name of a posting's file ends \
        in '.md' [job/unread-file]
          = help: copy its text into a file 'cook.md'

        """
    )
  }

  /// The faults of a good posting with other fields, each with its help.
  private func faults(_ fields: String, site: String = "") async throws -> [String] {
    let folder = try smallSite(site: site)
    var text = try folder.read("content/jobs/welder.md")
    for line in fields.split(separator: "\n") {
      let name = line.prefix { $0 != ":" }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      text = lines.filter { !$0.hasPrefix(name + ":") }.joined(separator: "\n")
      text = "---\n\(line)" + text.dropFirst(3)
    }
    try folder.write(text, to: "content/jobs/welder.md")
    let result = await build(folder.path, into: folder)
    return result.diagnostics.map { "\($0.message) [\($0.id)]\n\($0.hint ?? "")" }
  }
}
