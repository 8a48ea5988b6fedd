import SourceText
import TestSupport
import Testing

@testable import SiteGen

/// Codes of regions and time zones exist.
@Suite struct PlaceRuleTests {
  /// A region, its country, and what is said about it.
  static let regions: [(region: String, country: String, message: String?, hint: String)] = [
    ("CO", "US", nil, ""), ("Colorado", "US", nil, ""), ("DC", "US", nil, ""),
    ("PR", "US", nil, ""),
    ("US-CA", "US", nil, ""), ("BY", "DE", nil, ""), ("Bavaria", "DE", nil, ""),
    ("ARA", "FR", nil, ""), ("75C", "FR", nil, ""), ("NSW", "AU", nil, ""), ("13", "JP", nil, ""),
    ("Norte", "PT", nil, ""), ("MC", "MC", nil, ""),
    (
      "CQ", "US", "'CQ' is not the code of a state, province or region of US",
      "write the name in full, or a code such as CA, CO or CT"
    ),
    (
      "NX", "CA", "'NX' is not the code of a state, province or region of CA",
      "write the name in full, or a code such as NB, NL, NS, NT or NU"
    ),
    (
      "NRW", "DE", "'NRW' is not the code of a state, province or region of DE",
      "write the name in full, or a code such as NW"
    ),
    (
      "XX", "FR", "'XX' is not the code of a state, province or region of FR",
      "write the region's name in full"
    ),
    ("41", "CN", "'41' is no longer the code of a state, province or region of CN", "write 'HA'"),
    (
      "NCR", "PH", "'NCR' is not the code of a state, province or region of PH",
      "write the name in full, or a code such as NCO or NER"
    ),
    (
      "FR-XX", "FR", "'FR-XX' is not the code of a state, province or region of FR",
      "write the region's name in full"
    ),
    (
      "US-CA", "CA", "'US-CA' is a region of US, and the country is CA", "correct one of the two"
    ),
    (
      "US-XX", "US", "'US-XX' is not the code of a state, province or region of US",
      "write the name in full, or a code such as TX"
    ),
  ]

  @Test(arguments: regions)
  func `a code of a region is one of its country`(
    _ region: String,
    _ country: String,
    _ message: String?,
    _ hint: String
  ) async throws {
    for place in [
      "\"Somewhere, \(region), \(country)\"", "{region: \(region), country: \(country)}",
    ] {
      let site = try smallSite()
      let posting = try site.read("content/jobs/welder.md")
      try site.write(
        posting.replacing("\"Porto, PT\"", with: place),
        to: "content/jobs/welder.md"
      )
      let target = try TestFolder()
      let result = await build(site.path, into: target)
      #expect(result.diagnostics.map(\.message) == (message.map { [$0] } ?? []))
      #expect(result.diagnostics.map(\.hint) == (message == nil ? [] : [hint]))
      let isError = ["US", "CA"].contains(country) || region.contains("-")
      let id: FaultID = isError ? "job/unknown-region" : "job/doubtful-region"
      #expect(result.diagnostics.allSatisfy { $0.id == id })
      #expect(result.diagnostics.containsError == (message != nil && isError))
    }
  }

  @Test func `an office has a region of its country, and a code that was replaced is mended`()
    async throws
  {
    let site = try smallSite(
      site: "locations: {halifax: {city: Halifax, region: NX, country: CA}}\n"
    )
    let posting = try site.read("content/jobs/welder.md")
    try site.write(
      posting.replacing("Porto, PT", with: "Zhengzhou, 41, CN"),
      to: "content/jobs/welder.md"
    )
    let target = try TestFolder()
    let result = await build(site.path, into: target)
    #expect(
      result.diagnostics.map { "\($0.id): \($0.message)" } == [
        "job/doubtful-region: '41' is no longer the code of a state, province or region of CN",
        "site/unknown-region: 'NX' is not the code of a state, province or region of CA",
      ]
    )
    #expect(result.diagnostics[0].fix?.text == "\"Zhengzhou, HA, CN\"")
  }

  @Test func `several codes in a row are written out`() {
    #expect(codesInRange("usak~m") == ["usak", "usal", "usam"])
    #expect(codesInRange("caab") == ["caab"])
    #expect(codesInRange("ab01~12").count == 4)
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
