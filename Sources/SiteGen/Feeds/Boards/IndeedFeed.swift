import SourceText

/// `indeed.xml`, in Indeed's shape.
///
/// Source: docs.indeed.com, "Job Sync XML feed reference": every element stands in every job, texts in
/// CDATA, dates in ISO 8601, a reference for each posting and place.
struct IndeedFeed: BoardFeed {
  static let fileName = "indeed.xml"
  static let trackingName: String? = "indeed"
  static func isOn(_ site: SiteConfiguration) -> Bool { site.feeds.boards.hasIndeed }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func writeHead(into output: inout ByteBuffer) {
    output.publisher(context.plan)
  }

  static let elements: [BoardElement] = [
    BoardElement("title") { $0.posting.value.title },
    BoardElement("date") { $0.posted },
    BoardElement("referencenumber") { $0.reference },
    BoardElement("requisitionid") { $0.opening },
    BoardElement("url") { $0.indeedPage },
    BoardElement("company") { $0.company.name },
    BoardElement("sourcename") { $0.plan.site.organization.name },
    BoardElement("city") { $0.city },
    BoardElement("state") { $0.place.region },
    BoardElement("country") { $0.place.country },
    BoardElement("postalcode") { $0.place.postalCode },
    BoardElement("streetaddress") { $0.place.street },
    BoardElement("email") { $0.email },
    .body("description"),
    BoardElement("salary") { entry in entry.salary?.boardText(in: entry.place.country) },
    BoardElement("education") { $0.posting.value.details?.value.education?.indeed },
    BoardElement("jobtype") { $0.posting.value.indeedJobTypes },
    BoardElement("category") { $0.posting.value.department },
    BoardElement("experience") { $0.posting.value.experienceText },
    BoardElement("expirationdate") { $0.lastDay },
    BoardElement("remotetype") { $0.posting.value.workplace.indeed },
  ]
}

extension BoardEntry {
  /// The page; Indeed asks for `source=Indeed` where `site.yml` has no parameters of its own.
  fileprivate var indeedPage: String {
    let page = page(in: "indeed")
    return plan.site.apply?.track.value(of: "indeed") == nil ? page + "?source=Indeed" : page
  }
}

extension ByteBuffer {
  /// Writes who publishes the file, in the names that Indeed and its like use.
  mutating func publisher(_ plan: SitePlan) {
    element("publisher", cdata: plan.site.organization.name)
    append("\n")
    element("publisherurl", cdata: plan.url(Route(.home)))
    append("\n")
  }
}
