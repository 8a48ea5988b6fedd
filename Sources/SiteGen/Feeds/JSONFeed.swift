import SourceText

/// `feed.json`: all open postings, a page at a time; and the newest of each group.
///
/// Source: JSON Feed 1.1; the item extension `_jobposting` holds a schema.org JobPosting.
struct JSONFeed: ListFeed {
  static let fileName = "feed.json"
  static let mediaType = "application/feed+json"
  static let titleKey = "feed.title"
  static let isPaged = true
  static func isOn(_ feeds: FeedSettings) -> Bool { feeds.hasJSONFeed }

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension JSONFeed {
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let list = JSONFeed.list(scope, context) else { return }
    let plan = context.plan
    var json = JSONWriter(.file)
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", list.title)
    json.member("home_page_url", plan.url(list.page))
    json.member("feed_url", plan.url(list.route))
    json.member("next_url", list.next.map(plan.url))
    json.member("description", list.description)
    json.member("language", plan.editions[list.edition].language)
    json.name("items")
    json.beginArray()
    let data = StructuredData(context)
    for job in list.jobs {
      writeItem(job, data, into: &json)
      if json.buffer.count >= JSONFeed.pieceSize { try drain(&json.buffer) }
    }
    json.endArray()
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }

  private func writeItem(_ job: Int, _ data: StructuredData, into json: inout JSONWriter) {
    let plan = context.plan
    let posting = plan.postings[job]
    let zone = plan.moment.zone
    func midnight(_ date: CivilDate) -> String {
      let instant = zone.instant(date)
      return instant.iso(offset: zone.offset(at: instant))
    }
    json.beginObject()
    json.member("id", posting.value.id.value)
    json.member("url", plan.url(plan.route(ofJob: job)))
    json.member("title", posting.value.title)
    json.name("content_html")
    json.value(bodyOf: job, in: context)
    json.member("summary", context.bodies.summary(of: posting))
    json.member("date_published", midnight(posting.value.datePosted))
    json.member("date_modified", midnight(context.modified[job]))
    json.name("authors")
    json.beginArray()
    json.beginObject()
    json.member("name", plan.employers[job].name)
    json.endObject()
    json.endArray()
    json.member("tags", tags(of: posting))
    json.member("language", posting.value.language)
    json.name("_jobposting")
    data.writePosting(job, into: &json)
    json.endObject()
  }

  /// The department, then the tech stack, then the author's own tags; none twice.
  private func tags(of posting: Shared<JobPosting>) -> [String] {
    let department = posting.value.department.map { [$0] } ?? []
    return (department + posting.value.techStack + posting.value.tags).unique
  }
}

extension [String] {
  /// The same texts in the same order, none twice.
  var unique: [String] {
    var unique: [String] = []
    unique.reserveCapacity(count)
    for text in self where !unique.contains(text) { unique.append(text) }
    return unique
  }
}
