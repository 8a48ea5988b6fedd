import Foundation
import SourceText
import TestSupport
import Testing

@testable import SiteGen

@Suite struct StableNumberTests {
  @Test func `a name has the same number and UUID for ever`() {
    #expect(StableNumber.number(.posting, "welder") == 6_680_536_331_885_115)
    #expect(StableNumber.number(.department, "welder") == 4_956_436_486_164_787)
    #expect(StableNumber.number(.posting, "") == 460_320_814_867_329)
    #expect(StableNumber.uuid("posting", "welder") == "8aa3fcc1-2b9e-83e4-8b40-ec6eca75b0cf")
  }

  @Test func `JavaScript holds every number exactly`() {
    for index in 0..<5_000 {
      let number = StableNumber.number(.posting, "job-\(index)")
      #expect(number > 0 && Int(Double(number)) == number && number < 1 << 53)
    }
  }

  @Test func `names with the same number are found, each with the first`() {
    let pairs = NumberCheck.same(["a", "b", "c", "d", "e", "f"]) { name in
      ["b": 2, "d": 4, "e": 5][name] ?? 1
    }
    #expect(pairs.map { [$0.0, $0.1] } == [[0, 2], [0, 5]])
    #expect(NumberCheck.same(["a", "b"]) { $0.utf8.first.map(Int.init) ?? 0 }.isEmpty)
  }

  @Test func `two postings of one number are a fault that names both`() async throws {
    let first = NumberCheck.Named(name: "welder", path: "content/jobs/welder.md", range: nil)
    let second = NumberCheck.Named(name: "rigger", path: "content/jobs/rigger.md", range: nil)
    var report = TextReport { _ in nil }
    #expect(
      report.render([NumberCheck.fault(.posting, first, second, number: 7)]) == """
        content/jobs/rigger.md: error: the postings 'welder' and 'rigger' get the same number, 7 \
        [site/same-number]
          = help: give one of them another 'id', and put its old address among 'aliases'
          = note: the other one is here (content/jobs/welder.md)

        """
    )
  }
}

struct PlainCase: Sendable, CustomTestStringConvertible {
  let html: String
  let text: String
  var testDescription: String { html }
}

@Suite struct PlainTextTests {
  static let pay: [(String, PayPeriod, Int)] = [
    ("31", .hour, 6_448_000), ("38.50", .hour, 8_008_000), ("200", .day, 5_200_000),
    ("1000.5", .week, 5_202_600), ("3000", .month, 3_600_000), ("52000", .year, 5_200_000),
    ("0", .year, 0),
  ]

  @Test(arguments: [
    PlainCase(html: "", text: ""),
    PlainCase(html: "<p>One</p>\n<p>Two</p>\n", text: "One\n\nTwo"),
    PlainCase(
      html: "<h2 id=\"a\">A</h2>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n",
      text: "A\n\n- b\n- c"
    ),
    PlainCase(html: "<ul><li><p>b</p></li></ul><p>d</p>", text: "- b\n\nd"),
    PlainCase(html: "a<br />b", text: "a\nb"),
    PlainCase(html: "<p>a\nb   c</p>", text: "a b c"),
    PlainCase(html: "<p>1 &lt; 2 &amp;&amp; &quot;x&quot; &#39;</p>", text: "1 < 2 && \"x\" '"),
    PlainCase(html: "<p>&nbsp;&unknown;</p>", text: "&nbsp;&unknown;"),
    PlainCase(html: "<a href=\"/x\" title=\"a &gt; b > c\">link</a>!", text: "link!"),
    PlainCase(
      html: "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>",
      text: "a b\nc"
    ),
    PlainCase(html: "<p>神<strong>戸</strong> 👩🏽‍🚒</p>", text: "神戸 👩🏽‍🚒"),
    PlainCase(html: "<p>a<", text: "a"),
  ])
  func `a body becomes text`(_ row: PlainCase) {
    let bytes = Array(row.html.utf8)
    #expect(bytes.withUnsafeBufferPointer { PlainText.text(of: $0) } == row.text)
  }

  @Test(arguments: pay)
  func `Greenhouse's pay is cents a year`(_ amount: String, _ period: PayPeriod, _ cents: Int) {
    #expect(Amount(amount)?.cents(aYearFor: period) == cents)
  }
}

@Suite struct TeamtailorTests {
  @Test func `jobs go on in another file after a hundred`() async throws {
    let source = try smallSite(site: "feeds: {teamtailor: true}\nchecks: {severity: {job: off}}\n")
    let text = try source.read("content/jobs/welder.md")
    for number in 1...100 { try source.write(text, to: "content/jobs/welder-\(number).md") }
    let target = try TestFolder()
    let result = await build(source.path, into: target)
    #expect(report(result, source.path) == "")
    let first = try target.read("public/api/teamtailor/jobs.json")
    let second = try target.read("public/api/teamtailor/jobs-2.json")
    #expect(first.contains("\"next_url\":\"https://jobs.example/api/teamtailor/jobs-2.json\""))
    #expect(!second.contains("next_url"))
    #expect(
      [first, second].map { $0.components(separatedBy: "\"date_published\"").count } == [101, 2]
    )
  }
}
