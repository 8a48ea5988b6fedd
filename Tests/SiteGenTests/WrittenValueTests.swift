import SiteGen
import Testing

/// Writings of people that can mean one thing only, and those that could mean several.
@Suite struct WrittenValueTests {
  static let dates: [(String, String?)] = [
    ("23.11.2026", "2026-11-23"), ("23/11/2026", "2026-11-23"), ("11/23/2026", "2026-11-23"),
    ("23-11-2026", "2026-11-23"), ("2026/11/23", "2026-11-23"), ("2026.11.3", "2026-11-03"),
    ("2026-1-5", "2026-01-05"), ("20261123", "2026-11-23"), ("04/04/2026", "2026-04-04"),
    ("23 November 2026", "2026-11-23"), ("Nov 23, 2026", "2026-11-23"),
    ("November 23rd, 2026", "2026-11-23"), ("23. November 2026", "2026-11-23"),
    ("1st Sept. 2026", "2026-09-01"), ("23-Nov-2026", "2026-11-23"), ("MAY 1 2026", "2026-05-01"),
    ("03/04/2026", nil), ("03.04.2026", nil), ("23.11.26", nil), ("November 2026", nil),
    ("30.02.2026", nil), ("2026/23/11", nil), ("31 June 2026", nil), ("tomorrow", nil), ("", nil),
    ("23112026", nil), ("2026-11-23T09:00", nil), ("23 Novembre 2026", nil), ("23.11", nil),
    ("23.11.2026.", nil), ("23/11-2026", nil), ("11 12 2026", nil), ("2026", nil),
  ]

  @Test(arguments: dates)
  func `a date is read when it can be one day only`(_ text: String, _ date: String?) {
    #expect(CivilDate(written: text)?.iso == date)
  }

  static let amounts: [(String, String?)] = [
    ("52 000", "52000"), ("52\u{202F}000", "52000"), ("52'000", "52000"), ("52_000", "52000"),
    ("1,250,000", "1250000"), ("1.250.000", "1250000"), ("1.250.000,5", "1250000.5"),
    ("52,000.00", "52000.00"), ("52.000,00", "52000.00"), ("17,50", "17.50"), ("0,50", "0.50"),
    ("52 000,50", "52000.50"), ("52k", "52000"), ("52K", "52000"),
    ("52,000", nil), ("52.000", nil), ("52,0000", nil), ("5 2000", nil), ("52 00", nil),
    ("0,500", nil), ("€52", nil), ("52-64", nil), ("lots", nil), ("", nil), (",50", nil),
    ("1,250.000", nil), ("1 250'000", nil), ("k", nil), ("5.5k", nil), ("-52 000", nil),
  ]

  @Test(arguments: amounts)
  func `an amount is read when it can be one number only`(_ text: String, _ digits: String?) {
    #expect(Amount.spelling(ofWritten: text) == digits)
  }
}
