package import SourceText

/// `feed.json`: all open postings of the site's own language.
///
/// Source: JSON Feed 1.1; the item extension `_jobposting` holds a schema.org JobPosting.
package struct JSONFeed {
  private let context: RenderContext

  package init(_ context: RenderContext) { self.context = context }
}

extension JSONFeed {
  /// Writes the feed, handing the buffer to `drain` whenever a megabyte has come together.
  ///
  /// - Parameter drain: takes the bytes and leaves the buffer empty.
  /// - Throws: what `drain` throws.
  package func write<Failure: Error>(
    draining drain: (inout ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) {
    let plan = context.plan
    let home = Route(.home)
    var json = JSONWriter(.file, capacity: 1 << 20)
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", context.words[0].text("feed.title", [("site", plan.site.title)]))
    json.member("home_page_url", plan.url(home))
    json.member("feed_url", plan.url(Route(.file("feed.json"))))
    json.member("description", plan.site.description)
    json.member("language", plan.site.language)
    json.name("items")
    json.beginArray()
    let data = StructuredData(context)
    for job in plan.editions[0].jobs {
      writeItem(job, data, into: &json)
      if json.buffer.count >= 1 << 20 { try drain(&json.buffer) }
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
    data.writeBody(posting.value.body, nil, into: &json)
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
