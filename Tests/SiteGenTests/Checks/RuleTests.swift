import SiteGen
import SourceText
import TestSupport
import Testing

/// A small site with something in it that a rule finds, and the whole text of what it says.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let name: String
  var front = ""
  var body = "Some text.\n"
  var site = ""
  var now = "2026-11-23"
  let text: String
  var testDescription: String { name }
}

/// What rules say about one posting.
@Suite struct RuleTests {
  static let cases = dates + pay + words + leftovers + texts + google + settings

  @Test(arguments: cases)
  func `a rule says what it found`(_ rule: RuleCase) async throws {
    let site = try smallSite(rule.front, body: rule.body, site: rule.site)
    let target = try TestFolder()
    let result = await build(site.path, into: target, now: rule.now)
    #expect(report(result, site.path) == rule.text)
  }

  static let dates = [
    RuleCase(
      name: "an open job without an end that is old",
      now: "2027-02-01",
      text: """
        content/jobs/welder.md:6:14: warning: the job has been open for 92 days and has no \
        'valid_through' [job/ghost-job]
          6 | date_posted: 2026-11-01
            |              ^^^^^^^^^^
          = help: add 'valid_through', close it with 'status: filled', or set 'date_updated' to the \
        day on which somebody last made sure of it

        """
    ),
    RuleCase(name: "a job of 90 days", now: "2027-01-30", text: ""),
    RuleCase(
      name: "an old job with an end",
      front: "valid_through: 2027-06-01\n",
      now: "2027-02-01",
      text: ""
    ),
    RuleCase(
      name: "an old job that was looked at",
      front: "date_updated: 2027-01-04\n",
      now: "2027-02-01",
      text: ""
    ),
    RuleCase(
      name: "an old job that is paused",
      front: "status: paused\n",
      now: "2027-02-01",
      text: ""
    ),
    RuleCase(
      name: "a limit of the site's own",
      site: "checks: {ghost_after: 14, severity: {job/ghost-job: error}}\n",
      text: """
        content/jobs/welder.md:6:14: error: the job has been open for 22 days and has no \
        'valid_through' [job/ghost-job]
          6 | date_posted: 2026-11-01
            |              ^^^^^^^^^^
          = help: add 'valid_through', close it with 'status: filled', or set 'date_updated' to the \
        day on which somebody last made sure of it

        """
    ),
    RuleCase(
      name: "a change that is still to come",
      front: "date_updated: 2026-12-24\n",
      text: """
        content/jobs/welder.md:8:15: warning: 'date_updated' 2026-12-24 is still to come \
        [job/updated-in-future]
          8 | date_updated: 2026-12-24
            |               ^^^^^^^^^^
          = help: write the day on which the text changed, today at the latest

        """
    ),
    RuleCase(
      name: "a job that was filled tomorrow",
      front: "status: filled\ndate_closed: 2026-12-24\n",
      text: """
        content/jobs/welder.md:9:14: warning: 'date_closed' 2026-12-24 is still to come \
        [job/closed-in-future]
          9 | date_closed: 2026-12-24
            |              ^^^^^^^^^^
          = help: write the day on which the job was filled; a last day to apply is 'valid_through'

        """
    ),
    RuleCase(
      name: "an open job of next year but one",
      now: "2025-11-23",
      text: """
        content/jobs/welder.md:6:14: warning: the job is not shown before 2026-11-01, in \
        343 days [job/posted-far-ahead]
          6 | date_posted: 2026-11-01
            |              ^^^^^^^^^^
          = help: correct the date, or write 'status: draft' until it is certain

        """
    ),
    RuleCase(name: "a job of the next season", now: "2026-05-02", text: ""),
    RuleCase(name: "a draft of next year", front: "status: draft\n", now: "2025-11-23", text: ""),
    RuleCase(
      name: "a job that starts before it is posted",
      front: "start_date: 2025-12-01\n",
      text: """
        content/jobs/welder.md:8:13: error: 'start_date' is before 'date_posted' \
        [job/dates-out-of-order]
          8 | start_date: 2025-12-01
            |             ^^^^^^^^^^
          = help: correct one of the two dates

        """
    ),
  ]

  static let pay = [
    RuleCase(
      name: "a year's pay of 25",
      front: "salary: {min: 25, max: 30, currency: EUR, per: year}\n",
      text: """
        content/jobs/welder.md:8:15: warning: 25 EUR for one year is very little \
        [job/implausible-salary]
          8 | salary: {min: 25, max: 30, currency: EUR, per: year}
            |               ^^
          = help: if that is the pay for one hour, write 'per: hour'

        """
    ),
    RuleCase(
      name: "an hour's pay of 52,000",
      front: "salary: {value: 52000, currency: EUR, per: hour}\n",
      text: """
        content/jobs/welder.md:8:17: warning: 52000 EUR for one hour is very much \
        [job/implausible-salary]
          8 | salary: {value: 52000, currency: EUR, per: hour}
            |                 ^^^^^
          = help: if that is the pay for one year, write 'per: year'

        """
    ),
    RuleCase(
      name: "a year's pay by the month",
      front: "salary: {value: 52000, currency: EUR, per: month}\n",
      text: """
        content/jobs/welder.md:8:17: warning: 52000 EUR for one month is very much \
        [job/implausible-salary]
          8 | salary: {value: 52000, currency: EUR, per: month}
            |                 ^^^^^
          = help: if that is the pay for one year, write 'per: year'

        """
    ),
    RuleCase(
      name: "a surgeon's pay",
      front: "salary: {min: 480000, max: 720000, currency: EUR, per: year}\n",
      text: ""
    ),
    RuleCase(
      name: "a consultant's pay",
      front: "salary: {min: 180, max: 320, currency: EUR, per: hour}\n",
      text: ""
    ),
    RuleCase(
      name: "a digit too many",
      front: "salary: {min: 21000, max: 270000, currency: EUR, per: year}\n",
      text: """
        content/jobs/welder.md:8:27: warning: 'max' 270000 is more than 8 times 'min' 21000 \
        [job/implausible-salary]
          8 | salary: {min: 21000, max: 270000, currency: EUR, per: year}
            |                           ^^^^^^
          = help: count the digits of both

        """
    ),
    RuleCase(
      name: "money of another country",
      front: "salary: {value: 24000, currency: USD, per: year}\n",
      text: """
        content/jobs/welder.md:8:34: warning: people in PT are not usually paid in USD \
        [job/foreign-currency]
          8 | salary: {value: 24000, currency: USD, per: year}
            |                                  ^^^
          = help: if the amount is in EUR, write 'currency: EUR'

        """
    ),
    RuleCase(
      name: "plain pay in the money of the place",
      front: "salary: {min: 1050, max: 1290, currency: EUR, per: month}\n",
      text: ""
    ),
  ]

  static let words = [
    RuleCase(
      name: "a benefit that is nearly a key",
      front: "benefits: [pensoin, \"A pension of our own\", childcare]\n",
      site: "benefits: {pension: Pension contributions}\n",
      text: """
        content/jobs/welder.md:8:12: warning: 'pensoin' is shown as it is, since site.yml has no \
        benefit of that name [job/misspelt-benefit]
          8 | benefits: [pensoin, "A pension of our own", childcare]
            |            ^^^^^^^
          = help: did you mean 'pension'?

        """
    ),
    RuleCase(
      name: "a company that isn't declared",
      front: "company: harbr\n",
      site: "organizations: {harbour: {name: Harbour Works}}\n",
      text: """
        content/jobs/welder.md:8:10: error: site.yml has no company 'harbr' [job/unknown-company]
          8 | company: harbr
            |          ^^^^^
          = help: did you mean 'harbour'?

        """
    ),
    RuleCase(
      name: "a company of a site that declares none",
      front: "company: Harbour Works\n",
      text: ""
    ),
  ]
}
