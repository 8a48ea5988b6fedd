import SourceText

/// `rss.xml`: the newest open postings.
///
/// Source: RSS 2.0 (rssboard.org); the link to itself is Atom's, as the RSS Advisory Board advises.
struct RSSFeed: ListFeed {
  static let fileName = "rss.xml"
  static let mediaType = "application/rss+xml"
  static let titleKey = "feed.rss-title"
  static let isPaged = false
  static func isOn(_ feeds: FeedSettings) -> Bool { feeds.hasRSS }

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension RSSFeed {
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let list = RSSFeed.list(scope, context) else { return }
    let plan = context.plan
    var output = ByteBuffer()
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n")
    output.element("title", list.title)
    output.element("link", percentEncoded(plan.url(list.page)))
    output.element("description", list.description ?? list.title)
    output.element("language", plan.editions[list.edition].language)
    output.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
    output.append(escapingXML: percentEncoded(plan.url(list.route)))
    output.append("\"/>\n")
    if let newest = list.jobs.map({ context.modified[$0] }).max() {
      output.element("lastBuildDate", midnight(newest))
    }
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
    output.element("link", percentEncoded(plan.url(plan.route(ofJob: job))))
    // The id stays when the address changes.
    output.append("<guid isPermaLink=\"false\">")
    output.append(escapingXML: posting.value.id.value)
    output.append("</guid>\n")
    output.element("pubDate", midnight(posting.value.datePosted))
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

extension ByteBuffer {
  /// Writes an element that holds text alone, on a line of its own.
  fileprivate mutating func element(_ name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(escapingXML: text)
    append("</")
    append(name)
    append(">\n")
  }
}
