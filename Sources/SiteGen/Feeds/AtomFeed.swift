import SourceText

/// `atom.xml`: the newest open postings.
///
/// Source: RFC 4287. Ids are tag URIs, which stay when the site moves: see ``FeedIdentity``.
struct AtomFeed: ListFeed {
  static let fileName = "atom.xml"
  static let mediaType = "application/atom+xml"
  static let titleKey = "feed.atom-title"
  static let isPaged = false
  static let trackingName: String? = "atom"
  static func isOn(_ feeds: FeedSettings) -> Bool { feeds.hasAtom }

  private let context: RenderContext
  private let identity: FeedIdentity

  init(_ context: RenderContext) {
    self.context = context
    identity = FeedIdentity(context.plan)
  }
}

extension AtomFeed {
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let list = AtomFeed.list(scope, context) else { return }
    let plan = context.plan
    let language = plan.editions[list.edition].language
    var output = ByteBuffer()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed")
    output.attribute("xmlns", "http://www.w3.org/2005/Atom")
    output.attribute("xml:lang", language)
    output.append(">\n")
    output.element("id", identity.tag(list.route.path))
    output.element("title", list.title)
    if let description = list.description { output.element("subtitle", description) }
    output.element("updated", midnight(lastChange(of: list)))
    func address(_ route: Route) -> String { percentEncoded(plan.url(route)) }
    writeLink("self", AtomFeed.mediaType, address(list.route), into: &output)
    writeLink("alternate", "text/html", address(list.page), into: &output)
    writeAuthor(plan.site.organization, into: &output)
    for job in list.jobs {
      writeEntry(job, in: language, into: &output)
      if output.count >= AtomFeed.pieceSize { try drain(&output) }
    }
    output.append("</feed>\n")
    try drain(&output)
  }

  private func writeEntry(_ job: Int, in language: String, into output: inout ByteBuffer) {
    let plan = context.plan
    let posting = plan.postings[job]
    output.append("<entry")
    if posting.value.language != language {
      output.attribute("xml:lang", posting.value.language)
    }
    output.append(">\n")
    output.element("id", identity.tag(of: posting))
    output.element("title", posting.value.title)
    let page = plan.tracked(percentEncoded(plan.url(plan.route(ofJob: job))), in: "atom")
    writeLink("alternate", "text/html", page, into: &output)
    output.element("published", midnight(posting.value.datePosted))
    output.element("updated", midnight(context.modified[job]))
    if plan.employers.index(of: job) != 0 { writeAuthor(plan.employers[job], into: &output) }
    for tag in posting.feedTags {
      output.append("<category")
      output.attribute("term", tag)
      output.append("/>\n")
    }
    output.element("summary", context.bodies.summary(of: posting))
    output.append("<content type=\"html\">")
    context.withFeedHTML(of: job) { output.append(escapingXML: $0) }
    output.append("</content>\n</entry>\n")
  }

  private func writeLink(
    _ relation: String,
    _ type: String,
    _ address: String,
    into output: inout ByteBuffer
  ) {
    output.append("<link")
    output.attribute("rel", relation)
    output.attribute("type", type)
    output.attribute("href", address)
    output.append("/>\n")
  }

  private func writeAuthor(_ company: Organization, into output: inout ByteBuffer) {
    output.append("<author>\n")
    output.element("name", company.name)
    if let address = company.url { output.element("uri", percentEncoded(address)) }
    output.append("</author>\n")
  }

  /// The newest change in the list; without a posting in it the newest of all, and without any a day
  /// that is the same in every build.
  private func lastChange(of list: FeedList) -> CivilDate {
    let newest = list.jobs.lazy.map { context.modified[$0] }.max()
    return newest ?? context.modified.filter { $0 <= context.plan.moment.today }.max()
      ?? CivilDate(dayNumber: 0)
  }

  private func midnight(_ date: CivilDate) -> String {
    let zone = context.plan.moment.zone
    let instant = zone.instant(date)
    return instant.iso(offset: zone.offset(at: instant))
  }
}
