import SourceText

/// `jobs.xml`, for every board that reads `<source><job>`: Indeed's elements with the names that
/// ZipRecruiter and Talent.com have for the same facts beside them.
///
/// Source: Indeed, "Job Sync XML feed reference"; ZipRecruiter, "XML feed 1.4"; Talent.com,
/// "integrations".
struct JobsXMLFeed: BoardFeed {
  static let fileName = "jobs.xml"
  static let trackingName: String? = "jobs_xml"
  static func isOn(_ site: SiteConfiguration) -> Bool { site.feeds.boards.hasJobsXML }

  let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  func writeHead(into output: inout ByteBuffer) {
    output.publisher(context.plan)
  }

  static let elements: [BoardElement] = [
    BoardElement("title") { $0.posting.value.title },
    BoardElement("referencenumber") { $0.reference },
    BoardElement("requisitionid") { $0.opening },
    BoardElement("date") { $0.posted },
    BoardElement("dateposted") { $0.posting.value.datePosted.iso },
    BoardElement("lastactivitydate") { $0.modified },
    BoardElement("expirationdate") { $0.lastDay },
    BoardElement("url") { $0.page(in: "jobs_xml") },
    BoardElement("applyurl") { $0.applyPage(in: "jobs_xml") },
    BoardElement("company") { $0.company.name },
    BoardElement("companyurl") { $0.company.url },
    BoardElement("logo") { entry in entry.company.logo.map { entry.plan.absoluteAddress($0) } },
    BoardElement("email") { $0.email },
    BoardElement("city") { $0.city },
    BoardElement("state") { $0.place.region },
    BoardElement("country") { $0.place.country },
    BoardElement("postalcode") { $0.place.postalCode },
    BoardElement("streetaddress") { $0.place.street },
    BoardElement("language") { $0.posting.value.language },
    .body("description"),
    BoardElement("category") { $0.posting.value.department },
    BoardElement("jobtype") { $0.posting.value.indeedJobTypes },
    BoardElement("remotetype") { $0.posting.value.workplace.indeed },
    BoardElement("isremote") { $0.posting.value.workplace == .remote ? "yes" : "no" },
    BoardElement("salary") { entry in entry.salary?.boardText(in: entry.place.country) },
    BoardElement("compensation_min") { $0.salary?.low?.text },
    BoardElement("compensation_max") { $0.salary?.high?.text },
    BoardElement("compensation_interval") { $0.salary?.period.interval },
    BoardElement("compensation_currency") { $0.salary?.currency },
    BoardElement("education") { $0.posting.value.details?.value.education?.indeed },
    BoardElement("experience") { $0.posting.value.experienceText },
    BoardElement("benefit") { entry in
      entry.plan.benefitTexts(of: entry.posting).joined(separator: "; ")
    },
  ]
}
