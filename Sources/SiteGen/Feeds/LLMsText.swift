import SourceText

/// `llms.txt`: the site in a page of Markdown, for language models.
///
/// Source: llmstxt.org.
struct LLMsText: FeedFormat {
  /// Postings at most: a model reads the file as a whole.
  static let limit = 200

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    plan.site.feeds.hasLLMs ? [FeedFile(Route(.file("llms.txt")), .part(0))] : []
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let plan = context.plan
    let jobs = plan.editions[0].jobs
    var output = ByteBuffer(capacity: 1 << 14)
    output.append("# ")
    output.append(line(plan.site.title))
    output.append("\n\n> ")
    let employer = plan.site.organization.name
    output.append(line(plan.site.description ?? "Open jobs at \(employer)."))
    output.append("\n\nOpen jobs on \(plan.moment.today.iso): \(jobs.count).\n")
    if jobs.count > LLMsText.limit {
      output.append("The newest \(LLMsText.limit) are below; the feeds have all.\n")
    }
    if !jobs.isEmpty { output.append("\n## Jobs\n\n") }
    for job in jobs.prefix(LLMsText.limit) { write(job, into: &output) }
    let pages = plan.pages.filter { $0.language == plan.site.language }
    if !pages.isEmpty { output.append("\n## Pages\n\n") }
    for page in pages {
      write(page.title, plan.route(of: page), note: page.description, into: &output)
    }
    let optional = plan.listFeeds.map { format in
      (
        name: context.words[0].text(format.titleKey, [("site", plan.site.title)]),
        route: format.route(plan.editions[0])
      )
    }
    output.append("\n## Optional\n\n")
    for feed in optional { write(feed.name, feed.route, note: nil, into: &output) }
    write(context.words[0].text("list.title"), Route(.list), note: nil, into: &output)
    try drain(&output)
  }

  /// Title, address, places and when applications end.
  private func write(_ job: Int, into output: inout ByteBuffer) {
    let plan = context.plan
    let posting = plan.postings[job].value
    var notes = posting.locations.compactMap { place in
      [place.value.city, place.value.country].compactMap { $0 }.joined(separator: ", ")
    }
    if let department = posting.department { notes.append(department) }
    if let end = posting.validThrough?.instant(in: plan.moment.zone) {
      notes.append("until " + plan.moment.zone.date(at: end).iso)
    }
    let note = notes.filter { !$0.isEmpty }.joined(separator: "; ")
    write(posting.title, plan.route(ofJob: job), note: note, into: &output)
  }

  private func write(_ name: String, _ route: Route, note: String?, into output: inout ByteBuffer) {
    output.append("- [")
    output.append(line(name))
    output.append("](")
    output.append(percentEncoded(context.plan.url(route)))
    output.append(")")
    if let note, !note.isEmpty {
      output.append(": ")
      output.append(line(note))
    }
    output.append("\n")
  }

  /// A text on one line in which nothing is Markdown or HTML.
  private func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "|":
        line += "\\"
        line.unicodeScalars.append(scalar)
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
