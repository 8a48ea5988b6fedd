import SourceText

/// `linkedin.xml`, in the shape of LinkedIn's Basic Jobs.
///
/// Source: learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide. Only postings
/// of companies that have a number there, with a city and at least 100 characters of text; an element
/// without a value is left out, since most are closed lists.
struct LinkedInFeed: BoardFeed {
  static let fileName = "linkedin.xml"
  /// Characters of `partnerJobId` at most.
  static let longestReference = 40
  /// Characters of `description` at least.
  static let shortestText = 100

  static let trackingName: String? = "linkedin"
  static func isOn(_ site: SiteConfiguration) -> Bool {
    let companies = [site.organization] + site.organizations.map(\.value)
    return site.feeds.boards.hasLinkedIn && companies.contains { $0.linkedInID != nil }
  }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func takes(_ entry: BoardEntry) -> Bool {
    entry.company.linkedInID != nil && entry.place.city != nil && entry.place.country != nil
      && entry.context.plainText(of: entry.job).unicodeScalars.count >= shortestText
  }

  func writeHead(into output: inout ByteBuffer) {
    var count = 0
    forEachEntry { _ in count += 1 }
    output.element("publisherUrl", cdata: context.plan.url(Route(.home)))
    output.append("\n")
    output.element("publisher", cdata: context.plan.site.organization.name)
    output.append("\n")
    output.element("expectedJobCount", escaping: String(count))
    output.append("\n")
  }

  static let elements: [BoardElement] = [
    BoardElement("partnerJobId") { $0.reference(limit: longestReference) },
    BoardElement("company") { $0.company.name },
    BoardElement("companyId") { entry in entry.company.linkedInID.map { String($0) } },
    BoardElement("title") { $0.posting.value.title },
    .body("description"),
    BoardElement("applyUrl") { $0.applyPage(in: "linkedin") },
    BoardElement("location") { $0.linkedInLocation },
    BoardElement("city") { $0.place.city },
    .optional("state") { $0.place.region },
    BoardElement("country") { $0.place.country },
    .optional("postalCode") { $0.place.postalCode },
    BoardElement("workplaceTypes") { $0.posting.value.workplace.linkedIn },
    .optional("experienceLevel") { $0.posting.value.lowestLevel?.linkedIn },
    .optional("jobtype") { $0.posting.value.linkedInJobType },
    .nested("salaries") { entry, output in
      guard let salary = entry.salary, let (low, high) = salary.ends,
        low.digits.fraction.isEmpty, high.digits.fraction.isEmpty
      else { return false }
      // Whole numbers only: cents that are left out would be another wage.
      output.beginElement("salary")
      for (name, amount) in [("highEnd" as StaticString, high), ("lowEnd", low)] {
        output.beginElement(name)
        output.element("amount", escaping: amount.text)
        output.element("currencyCode", escaping: salary.currency)
        output.endElement(name)
      }
      output.element("period", escaping: salary.period.linkedIn)
      output.element("type", escaping: "BASE_SALARY")
      output.endElement("salary")
      return true
    },
    BoardElement("listDate") { $0.posting.value.datePosted.iso },
    .optional("expirationDate") { $0.lastDay },
    .optional("posterEmail") { $0.email },
  ]
}

extension BoardEntry {
  /// `Denver, CO` in the United States, else `Porto, Portugal`.
  fileprivate var linkedInLocation: String {
    guard place.country == "US", let region = place.region else { return "\(city), \(country)" }
    return "\(city), \(region)"
  }
}
