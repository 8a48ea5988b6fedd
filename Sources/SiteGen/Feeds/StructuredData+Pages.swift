import SourceText

// What pages say of themselves: who hires, and where in the site they stand.
//
// Source: Google Search Central, "Organization structured data" and "Breadcrumb structured data".

extension StructuredData {
  /// Writes what a page says of itself.
  ///
  /// - Returns: whether it says anything: the home page names the employer; open jobs and groups
  ///   their way from it. Pages that search engines are to leave out say nothing.
  func writePage(_ page: PageContext, into json: inout JSONWriter) -> Bool {
    guard !page.isHidden else { return false }
    switch page.kind {
    case .home: writeOrganization(into: &json)
    case .job, .group: writeBreadcrumbs(page, into: &json)
    case .list, .page, .notFound, .redirect: return false
    }
    return true
  }

  private func writeOrganization(into json: inout JSONWriter) {
    let organization = plan.site.organization
    json.beginObject()
    json.member("@context", "https://schema.org/")
    json.member("@type", "Organization")
    json.member("name", organization.name)
    json.member("url", organization.url ?? plan.url(Route(.home)))
    json.member("logo", organization.logo.map(plan.absoluteAddress))
    json.member("email", organization.email)
    json.member("sameAs", organization.sameAs)
    if let size = organization.size {
      json.object("numberOfEmployees", type: "QuantitativeValue")
      json.member("value", size)
      json.endObject()
    }
    if let address = organization.address { writeAddress(address, into: &json) }
    json.endObject()
  }

  /// Writes the way that the default theme shows: home, all jobs, departments, the page itself.
  private func writeBreadcrumbs(_ page: PageContext, into json: inout JSONWriter) {
    let edition = plan.editions[page.edition]
    let words = context.words[page.edition]
    var crumbs = [
      (plan.site.title, Route(.home, language: edition.prefix)),
      (words.text("list.title"), Route(.list, language: edition.prefix)),
    ]
    if let department = departmentAbove(page, edition) {
      let route = Route(.group(.department, key: department.key), language: edition.prefix)
      crumbs.append((words.name(of: department), route))
    }
    crumbs.append((page.title, page.route))
    json.beginObject()
    json.member("@context", "https://schema.org/")
    json.member("@type", "BreadcrumbList")
    json.name("itemListElement")
    json.beginArray()
    for (position, crumb) in crumbs.enumerated() {
      json.beginObject()
      json.member("@type", "ListItem")
      json.member("position", position + 1)
      json.member("name", crumb.0)
      json.member("item", plan.url(crumb.1))
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// The department of a job, or the one that a department belongs to, if it has a page.
  private func departmentAbove(_ page: PageContext, _ edition: Edition) -> JobGroup? {
    var name: String?
    if let job = page.job {
      name = plan.postings[job].value.department
    } else if let index = page.group, edition.groups.all[index].kind == .department {
      let own = edition.groups.all[index].name
      name = plan.site.departments.first { $0.name == own }?.parent
    }
    return name.flatMap { edition.groups.index(of: GroupName(.department, $0)) }
      .map { edition.groups.all[$0] }
  }
}
