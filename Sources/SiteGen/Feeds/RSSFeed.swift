import SourceText

/// `rss.xml`: the newest open postings.
///
/// Source: RSS 2.0 (rssboard.org); the link to itself is Atom's, as the RSS Advisory Board advises.
struct RSSFeed: ListFeed {
  static let fileName = "rss.xml"
  static let mediaType = "application/rss+xml"
  static let titleKey = "feed.rss-title"
  static let isPaged = false
  static let trackingName: String? = "rss"
  static func isOn(_ feeds: FeedSettings) -> Bool { feeds.hasRSS }

  /// Minutes that readers may wait before they ask again.
  private static let timeToLive = 60

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension RSSFeed {
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let list = RSSFeed.list(scope, context) else { return }
    let plan = context.plan
    var output = ByteBuffer()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"")
    output.attribute("xmlns:atom", "http://www.w3.org/2005/Atom")
    output.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    output.append(">\n<channel>\n")
    output.element("title", list.title)
    output.element("link", percentEncoded(plan.url(list.page)))
    output.element("description", list.description ?? list.title)
    output.element("language", plan.editions[list.edition].language)
    output.append("<atom:link rel=\"self\" type=\"application/rss+xml\"")
    output.attribute("href", percentEncoded(plan.url(list.route)))
    output.append("/>\n")
    if let newest = list.jobs.map({ context.modified[$0] }).max() {
      output.element("lastBuildDate", midnight(newest))
    }
    output.element("ttl", String(RSSFeed.timeToLive))
    for job in list.jobs {
      writeItem(job, into: &output)
      if output.count >= RSSFeed.pieceSize { try drain(&output) }
    }
    output.append("</channel>\n</rss>\n")
    try drain(&output)
  }

  private func writeItem(_ job: Int, into output: inout ByteBuffer) {
    let plan = context.plan
    let posting = plan.postings[job]
    output.append("<item>\n")
    output.element("title", posting.value.title)
    let page = plan.tracked(percentEncoded(plan.url(plan.route(ofJob: job))), in: "rss")
    output.element("link", page)
    // The id stays when the address changes.
    output.append("<guid isPermaLink=\"false\">")
    output.append(escapingXML: posting.value.id.value)
    output.append("</guid>\n")
    output.element("pubDate", midnight(posting.value.datePosted))
    output.element("dc:creator", plan.employers[job].name)
    if let department = posting.value.department { output.element("category", department) }
    output.append("<description>")
    context.withFeedHTML(of: job) { output.append(escapingXML: $0) }
    output.append("</description>\n</item>\n")
  }

  private func midnight(_ date: CivilDate) -> String {
    let zone = context.plan.moment.zone
    let instant = zone.instant(date)
    return instant.rfc822(offset: zone.offset(at: instant))
  }
}
