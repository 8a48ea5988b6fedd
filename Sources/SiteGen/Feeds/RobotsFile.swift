import SourceText

/// `robots.txt`: everything may be read, and here is the sitemap.
///
/// Source: RFC 9309.
struct RobotsFile: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of _: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    [FeedFile(Route(.file("robots.txt")), .part(0))]
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var output = ByteBuffer(capacity: 1024)
    output.append("User-agent: *\nAllow: /\n\nSitemap: ")
    output.append(context.plan.url(Route(.file("sitemap.xml"))))
    output.append("\n")
    try drain(&output)
  }
}
