import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// What `check --fix` changes, and that it changes nothing else.
@Suite struct MendingTests {
  static func mend(_ source: String) async -> Mending {
    var options = BuildOptions(
      moment: .date(CivilDate(iso: "2026-11-23") ?? CivilDate(dayNumber: 0))
    )
    options.source = source
    options.state = source + "/state"
    options.workers = 2
    return await Mending(options)
  }

  /// Lines of a posting that are mended, and what they are then.
  static let mended: [(String, String)] = [
    ("tech_stak: [Swift] # ours", "tech_stack: [Swift] # ours"),
    ("Team: Payments", "team: Payments"), ("\"taem\": Payments", "\"team\": Payments"),
    ("work-hours: nights", "work_hours: nights"),
    ("levels: [Senior, \"Mid Level\", 'ENTRY_LEVEL']", "levels: [senior, \"mid\", 'entry']"),
    ("levels:\n- Senior   # or\n- lead", "levels:\n- senior   # or\n- lead"),
    ("education: BACHELORS", "education: bachelor"),
    ("valid_through: 18.12.2026", "valid_through: 2026-12-18"),
    ("valid_through: 'Dec 18, 2026'", "valid_through: '2026-12-18'"),
    ("start_date: Immediately", "start_date: immediately"),
    (
      "salary: {min: 52 000, currency: eur, per: Year}",
      "salary: {min: 52000, currency: EUR, per: year}"
    ),
    (
      "salary:\n  minn: 1.250.000 # a lot\n  curency: \"€\"\n  per: ANNUM",
      "salary:\n  min: 1250000 # a lot\n  currency: \"EUR\"\n  per: year"
    ),
    (
      "salary: {value: 1, currency: Euro, per: hourly}",
      "salary: {value: 1, currency: EUR, per: hour}"
    ),
    ("featured: Yes", "featured: true"), ("team: “Buoys”", "team: Buoys"),
    ("valid_through: „2026-12-18“", "valid_through: 2026-12-18"),
    ("languages: [English, Português]", "languages: [en, pt]"),
    ("remote: {countries: [Frankreich]}", "remote: {countries: [FR]}"),
    ("languages: [EN, pt_br]", "languages: [en, pt-BR]"),
    ("languages: [{code: De, level: Fluent}]", "languages: [{code: de, level: fluent}]"),
    ("custom: {Shift: Nights}", "custom: {shift: nights}"),
    ("custom:\n  since: 1 March 2020", "custom:\n  since: 2020-03-01"),
    ("custom: {link: www.acme.example/x}", "custom: {link: https://www.acme.example/x}"),
  ]

  static let site = """
    languages: [en, de]
    schema:
      custom:
        shift: {type: text, values: [days, nights]}
        since: {type: date}
        link: {type: url}

    """

  @Test(arguments: mended)
  func `a line is mended and all else stays`(_ before: String, _ after: String) async throws {
    let folder = try smallSite(before + "\n", site: MendingTests.site)
    let old = try folder.read("content/jobs/welder.md")
    let mending = await MendingTests.mend(folder.path)
    #expect(try folder.read("content/jobs/welder.md") == old, "nothing is written yet")
    #expect(mending.write().faults == [])
    let new = try folder.read("content/jobs/welder.md")
    #expect(new == old.replacingOccurrences(of: before, with: after))
    let again = await MendingTests.mend(folder.path)
    #expect(again.files.isEmpty, "a second run changes nothing")
  }

  @Test(arguments: [
    ("base_url: https://jobs.example", "base_url: jobs.example", "base_url: https://jobs.example"),
    (
      "title: Jobs", "Title: Jobs\ntime_zone: europe/lisbon",
      "title: Jobs\ntime_zone: Europe/Lisbon"
    ),
    ("title: Jobs", "title: Jobs\nlanguage: 'EN'", "title: Jobs\nlanguage: 'en'"),
    (
      "{name: Acme}", "{name: Acme, url: www.acme.example, email: \"MAILTO:a@acme.example\"}",
      "{name: Acme, url: https://www.acme.example, email: \"a@acme.example\"}"
    ),
    (
      "title: Jobs",
      "title: Jobs\nfooter:\n- {text: Us, url: acme.example/us}\n- {text: Write, url: a@acme.example}",
      "title: Jobs\nfooter:\n- {text: Us, url: https://acme.example/us}\n- {text: Write, url: mailto:a@acme.example}"
    ),
    (
      "title: Jobs", "title: Jobs\nlocations: {porto: {city: Porto, country: Portugal, }} # one",
      "title: Jobs\nlocations: {porto: {city: Porto, country: PT, }} # one"
    ),
  ])
  func `site.yml is mended likewise`(_ right: String, _ wrong: String, _ mended: String)
    async throws
  {
    let folder = try smallSite()
    let site = try folder.read("site.yml")
    try folder.write(site.replacingOccurrences(of: right, with: wrong), to: "site.yml")
    let mending = await MendingTests.mend(folder.path)
    #expect(report(mending.result, folder.path) == "")
    #expect(mending.write().faults == [])
    #expect(try folder.read("site.yml") == site.replacingOccurrences(of: right, with: mended))
  }

  /// Lines of a posting that are wrong, but could mean several things.
  static let left = [
    "valid_through: 03/04/2027", "salary: {min: \"52,000\", currency: EUR, per: year}",
    "salary: {min: 1, currency: $, per: year}", "titel: Welder", "tag: [x]", "stage: x",
    "tem: a", "taem: a\nteem: b", "education: Bachelor's", "levels: [associate]",
    "levels: [senoir]", "levels: &l [Senior]\ntags: *l",
    "education: &e Bachelors\nteam: *e", "education: |\n  BACHELORS",
    "languages: [Englisch Deutsch]",
    "custom: {link: form.html}", "custom: {link: apply}", "custom: {shift: dayz}",
    "custom: {shiftt: days, shft: days}", "custom: {shift: days, Shift: days}",
    "remote: {countries: [Georgia]}",
  ]

  @Test(arguments: left)
  func `what could mean several things stays`(_ line: String) async throws {
    let folder = try smallSite(line + "\n", site: MendingTests.site)
    let mending = await MendingTests.mend(folder.path)
    if line.hasPrefix("levels: &l") {
      #expect(mending.files.count == 1, "a list that stands twice has one change")
      return
    }
    #expect(mending.files.isEmpty && mending.result.outcome == .faults)
    #expect(mending.diff.isEmpty)
  }

  /// Fields that every posting has, as they are written in many places.
  static let wholes: [(String, String)] = [
    ("employment_type: full-time", "employment_type: [Full time, FIXED_TERM]"),
    ("employment_type: [full-time]", "Employment-Type: [FULL_TIME]"),
    ("workplace: on-site", "workplace: On site"), ("workplace: on-site", "worklace: 'ON_SITE'"),
    ("locations: [\"Porto, PT\"]", "locations: [\"Porto, Portugal\"]"),
    ("locations: Porto, PT", "location: Porto, pt"),
    ("date_posted: 2026-11-01", "date-posted: 1. November 2026"),
    ("apply: jobs@acme.example", "aply: mailto:jobs@acme.example"),
    ("apply: {url: https://acme.example/x}", "apply: {ulr: acme.example/x}"),
  ]

  @Test func `several mistakes of one file go in one run, byte for byte`() async throws {
    let folder = try smallSite()
    let bom = "\u{FEFF}"
    let wrong = """
      ---
      # Our best job
      titel:   "Welder: nights"   # two spaces stay
      employment_type: [Full time, FIXED_TERM]

      workplace: On site
      locations:
        - {city: Porto, contry: portugal}
      date-posted: 1. November 2026
      aply: mailto:jobs@acme.example
      ---

      ## What you will do\t
      Full time on 23.11.2026 at www.acme.example.
      """.replacingOccurrences(of: "\n", with: "\r\n")
    let right = [
      ("titel:", "title:"), ("[Full time, FIXED_TERM]", "[full-time, fixed-term]"),
      ("On site", "on-site"), ("contry: portugal", "country: PT"),
      ("date-posted: 1. November 2026", "date_posted: 2026-11-01"),
      ("aply: mailto:", "apply: "),
    ].reduce(wrong) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    try folder.write(bom + wrong, to: "content/jobs/welder.md")
    let mending = await MendingTests.mend(folder.path)
    #expect(report(mending.result, folder.path) == "")
    #expect(mending.write().faults == [])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/content/jobs/welder.md"))
        == Data((bom + right).utf8)
    )
    #expect(mending.files.map(\.path) == ["content/jobs/welder.md"])
    #expect(mending.files.first?.changes.count == 10)
  }

  @Test func `site.yml comes first, then pages and postings`() async throws {
    let folder = try smallSite(
      "custom: {Shift: x}\n",
      site: "schem: {custom: {shift: {tpye: Text}}}\n"
    )
    try folder.write("---\ntitel: About\nmenu: Main\n---\nUs.\n", to: "content/pages/about.md")
    let mending = await MendingTests.mend(folder.path)
    #expect(report(mending.result, folder.path) == "")
    #expect(mending.write().faults == [])
    #expect(try folder.read("site.yml").hasSuffix("schema: {custom: {shift: {type: text}}}\n"))
    #expect(
      try folder.read("content/pages/about.md") == "---\ntitle: About\nmenu: main\n---\nUs.\n"
    )
    #expect(try folder.read("content/jobs/welder.md").contains("custom: {shift: x}\n"))
  }
}
