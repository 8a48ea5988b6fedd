import SourceText

/// `feed.json`: all open postings, a page at a time; and the newest of each group.
///
/// Source: JSON Feed 1.1. What it can't say of a posting is in the extension `_jobposting`: see
/// ``PostingExtension``.
struct JSONFeed: ListFeed {
  static let fileName = "feed.json"
  static let mediaType = "application/feed+json"
  static let titleKey = "feed.title"
  static let isPaged = true
  static let trackingName: String? = "json"
  static func isOn(_ feeds: FeedSettings) -> Bool { feeds.hasJSONFeed }

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension JSONFeed {
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let list = JSONFeed.list(scope, context) else { return }
    let plan = context.plan
    let posting = PostingExtension(context)
    var json = JSONWriter(.file)
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", list.title)
    json.member("home_page_url", percentEncoded(plan.url(list.page)))
    json.member("feed_url", percentEncoded(plan.url(list.route)))
    json.member("next_url", list.next.map { percentEncoded(plan.url($0)) })
    json.member("description", list.description)
    json.member("language", plan.editions[list.edition].language)
    writeAuthor(plan.site.organization, into: &json)
    json.name("_jobposting")
    posting.writeNotice(into: &json)
    json.name("items")
    json.beginArray()
    for job in list.jobs {
      writeItem(job, posting, into: &json)
      if json.buffer.count >= JSONFeed.pieceSize { try drain(&json.buffer) }
    }
    json.endArray()
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }

  private func writeItem(
    _ job: Int,
    _ extended: PostingExtension,
    into json: inout JSONWriter
  ) {
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
    json.member("external_url", plan.applyAddress(of: job, in: "json").map(percentEncoded))
    json.member("title", posting.value.title)
    json.name("content_html")
    json.value(bodyOf: job, in: context)
    json.member("summary", context.bodies.summary(of: posting))
    if let image = posting.value.details?.value.image {
      json.member("image", percentEncoded(plan.absoluteAddress(image.source)))
    }
    json.member("date_published", midnight(posting.value.datePosted))
    json.member("date_modified", midnight(context.modified[job]))
    writeAuthor(plan.employers[job], into: &json)
    json.member("tags", posting.feedTags)
    json.member("language", posting.value.language)
    json.name("_jobposting")
    extended.write(job, into: &json)
    json.endObject()
  }

  private func writeAuthor(_ company: Organization, into json: inout JSONWriter) {
    json.name("authors")
    json.beginArray()
    json.beginObject()
    json.member("name", company.name)
    json.member("url", company.url.map(percentEncoded))
    json.endObject()
    json.endArray()
  }
}

extension Shared where Value == JobPosting {
  /// The department, then the tech stack, then the author's own tags; none twice.
  var feedTags: [String] {
    let department = value.department.map { [$0] } ?? []
    return (department + value.techStack + value.tags).unique
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
