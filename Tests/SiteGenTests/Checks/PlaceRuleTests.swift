import SiteGen
import SourceText
import TestSupport
import Testing

/// Codes of regions and time zones exist.
@Suite struct PlaceRuleTests {
  @Test func `a code of a state exists`() async throws {
    let site = try smallSite()
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacing(
        "[\"Porto, PT\"]",
        with: "[\"Denver, CQ, US\", {city: Halifax, region: NX, country: CA}, \"Denver, CO, US\", "
          + "\"Denver, Colorado, US\", \"Lyon, XX, FR\"]"
      ),
      to: "content/jobs/welder.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      result.diagnostics.map(\.message) == [
        "'CQ' is not the code of a state or province of US",
        "'NX' is not the code of a state or province of CA",
      ]
    )
    #expect(result.diagnostics.map(\.id.name) == ["job/unknown-region", "job/unknown-region"])
    #expect(
      result.diagnostics.map(\.hint) == [
        "write its postal abbreviation, such as CO for Colorado",
        "write its postal abbreviation, such as NS for Nova Scotia",
      ]
    )
  }

  static let zones: [(text: String, isZone: Bool)] = [
    ("Europe/Lisbon", true), ("UTC", true), ("UTC-1..UTC+3", true), ("UTC+5:30", true),
    ("Europe/Lisbon .. Europe/Kyiv", true), ("UTC+15", false), ("UTC-1..Mars", false),
    ("Europe/Lisbonn", false), ("UTC+3:10", false), ("CET to EET", false),
  ]

  @Test(arguments: zones)
  func `time zones of remote jobs exist`(_ text: String, _ isZone: Bool) async throws {
    let site = try smallSite("remote: {countries: [PT], time_zones: [\"\(text)\"]}\n")
    let posting = try site.read("content/jobs/welder.md")
    try site.write(posting.replacing("on-site", with: "remote"), to: "content/jobs/welder.md")
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(result.diagnostics.map(\.id.name) == (isZone ? [] : ["job/unknown-time-zone"]))
  }
}
