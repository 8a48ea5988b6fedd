import SiteGen
import Testing

@Suite struct CalendarTests {
  @Test func `every day of four centuries reads back`() {
    for number in stride(from: Int32(-80_000), to: 80_000, by: 7) {
      let date = CivilDate(dayNumber: number)
      #expect(CivilDate(iso: date.iso) == date)
    }
  }

  @Test(arguments: [
    "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01",
    "2026-01-01T00",
    "", "٢٠٢٦-01-01", "+026-01-01",
  ])
  func `what is no day is refused`(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-12-18T23:59:59-04:00", "2026-12-19T03:59:59Z"),
    ("2026-11-23T09:00Z", "2026-11-23T09:00:00Z"),
    ("2026-11-23 09:00:05+05:30", "2026-11-23T03:30:05Z"),
  ])
  func `a time with its zone is a moment`(_ text: String, _ utc: String) {
    #expect(Instant(iso: text)?.iso(offset: 0) == utc)
  }

  @Test(arguments: ["2026-11-23T09:00", "2026-11-23T25:00Z", "2026-11-23T09:00:00.5Z", "09:00Z"])
  func `a time without a zone is refused`(_ text: String) {
    #expect(Instant(iso: text) == nil)
  }

  @Test func `clocks that change are followed`() throws {
    let lisbon = try #require(TimeZoneRules("Europe/Lisbon"))
    let summer = try #require(CivilDate(iso: "2026-07-01"))
    let winter = try #require(CivilDate(iso: "2026-12-01"))
    #expect(lisbon.endOfDay(summer).iso(offset: 0) == "2026-07-01T22:59:59Z")
    #expect(lisbon.endOfDay(winter).iso(offset: 0) == "2026-12-01T23:59:59Z")
    // The clock is put back from 02:00 to 01:00: of the two 01:30, the first counts.
    let autumn = try #require(CivilDate(iso: "2026-10-25"))
    #expect(lisbon.instant(autumn, secondOfDay: 5400).iso(offset: 0) == "2026-10-25T00:30:00Z")
    // It is put forward from 01:00 to 02:00: 01:30 doesn't come.
    let spring = try #require(CivilDate(iso: "2026-03-29"))
    #expect(lisbon.instant(spring, secondOfDay: 5400).iso(offset: 0) == "2026-03-29T01:00:00Z")
    #expect(TimeZoneRules("Europe/Lisboa") == nil)
  }

  @Test(arguments: [
    ("52000", "52000"), ("17.50", "17.5"), ("0.05", "0.05"), ("007", "7"), ("1.0000", "1"),
  ])
  func `an amount is exact`(_ text: String, _ shown: String) {
    #expect(Amount(text)?.text == shown)
  }

  @Test(arguments: ["", "-1", "1,000", "1.", ".5", "1.23456", "60k", "1e3", "٣"])
  func `an amount is digits only`(_ text: String) {
    #expect(Amount(text) == nil)
  }

  @Test func `amounts compare whatever their decimals`() throws {
    #expect(try #require(Amount("17.50")) == #require(Amount("17.5")))
    #expect(try #require(Amount("9.99")) < #require(Amount("10")))
  }
}
