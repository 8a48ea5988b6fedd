import Foundation
import SourceText
import TestSupport
import Testing

@testable import SiteGen

/// Each feed of a small site, byte for byte.
@Suite struct FeedGoldenTests {
  static let site = """
    title: Jobs at Acme & Sons
    description: Work <with> us
    base_url: https://acme.example/careers
    time_zone: Europe/Lisbon
    languages: [en, de]
    organization: {name: Acme, url: "https://acme.example", logo: /images/logo.svg}
    locations: {yard: {name: The yard, street: Quay 9, city: Porto, country: PT, time_zone: Europe/Lisbon}}
    apply: {url: "https://acme.example/apply?job=a#form", track: {json: {utm_source: json feed}}}
    benefits: {pension: {default: Pension, PT: Pensão}}
    sections: {responsibilities: {en: [What you do]}, benefits: {en: [We give]}}
    schema: {custom: {shift: {type: text, label: Shift}, sea_days: {type: integer}, pager: {type: boolean}}}
    checks: {severity: {job: off, body: off, google: off}}

    """

  static let welder = """
    ---
    title: Welder ]]> & "rigger"
    department: Ships; Buoys
    team: Hulls
    employment_type: [full-time, fixed-term]
    workplace: hybrid
    locations: [yard, "Lyon, FR"]
    levels: [mid, senior]
    tech_stack: [TIG, MIG]
    work_hours: 38 hours
    start_date: 2027-01-04
    duration: 12 months
    openings: 2
    travel: up to 20 %
    date_posted: 2026-10-20
    date_updated: 2026-11-02
    valid_through: 2026-12-18
    salary:
      - {min: 52000, max: 64000.50, currency: EUR, per: year, note: plus boats, locations: [yard]}
      - {value: 18, currency: EUR, per: hour}
    benefits: [pension, Sauna]
    apply: {form: "https://acme.example/form", instructions: Send a CV}
    experience: 3-5 years
    education: certificate
    languages: [{code: en, level: fluent}, pt]
    visa_sponsorship: true
    clearance: Harbour pass
    industry: Ships
    occupation: 7212 Welders
    interview: [{name: Walk, duration: 1 hour, with: Ines}, Call]
    keywords: {hard: [TIG], soft: [patience]}
    summary: Weld frames, all night.
    featured: true
    tags: [evenings]
    image: {src: /images/yard.jpg, alt: The yard}
    custom: {shift: night, sea_days: 12, pager: true}
    ---

    ## What you do

    Weld [frames](/frames/) & [more](#we-give).

    ## We give

    ![Boats](/images/boats.jpg)
    """

  static let german = """
    ---
    title: Schweißer
    lang: de
    translation_of: welder
    employment_type: full-time
    workplace: remote
    remote: {countries: [DE], regions: [Nordsee], time_zones: [UTC+1]}
    company: Buoys & Söhne
    date_posted: 2026-10-21
    valid_through: 2026-12-31T23:30:00Z
    apply: jobs@acme.example
    ---

    Rahmen.
    """

  static let files = [
    "feed.json", "feed.schema.json", "rss.xml", "atom.xml", "closing.ics",
    "jobs/welder/closing.ics", "departments/ships-buoys/feed.json",
    "departments/ships-buoys/rss.xml", "departments/ships-buoys/atom.xml", "de/feed.json",
    "de/rss.xml", "de/atom.xml", "de/closing.ics", "de/jobs/schweisser/closing.ics",
    "de/locations/remote/atom.xml",
  ]

  @Test func `each feed is what it was`() async throws {
    let source = try TestFolder()
    try source.write(FeedGoldenTests.site, to: "site.yml")
    try source.write(FeedGoldenTests.welder, to: "content/jobs/welder.md")
    try source.write(FeedGoldenTests.german, to: "content/jobs/schweisser.md")
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    let made = try TestFolder.files(below: target.path + "/public")
    for name in FeedGoldenTests.files {
      let data = try #require(made[name], "\(name) was not made")
      try expectGolden(
        String(decoding: data, as: UTF8.self),
        at: repository + "/Tests/SiteGenTests/Golden/feeds/" + name
      )
    }
  }
}
