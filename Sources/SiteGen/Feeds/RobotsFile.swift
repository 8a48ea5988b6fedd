import SourceText

/// `robots.txt`: everything may be read but what `site.yml` takes out, and here is the sitemap.
///
/// Source: RFC 9309.
struct RobotsFile: FeedFormat {
  /// Crawlers that gather texts to train language models, by their product tokens, each as its
  /// operator documents it.
  static let trainingCrawlers = [
    "AI2Bot", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "Diffbot", "GPTBot",
    "Google-Extended", "Meta-ExternalAgent", "PanguBot", "omgili",
  ]

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of _: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    [FeedFile(Route(.file("robots.txt")), .part(0))]
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let plan = context.plan
    let settings = plan.site.publication.robots
    let denied = (settings.denied + (settings.allowsTraining ? [] : RobotsFile.trainingCrawlers))
      .unique
    var output = ByteBuffer(capacity: 1024)
    for name in denied {
      output.append("User-agent: ")
      output.append(name)
      output.append("\n")
    }
    if !denied.isEmpty { output.append("Disallow: /\n\n") }
    output.append("User-agent: *\n")
    if settings.disallowed.isEmpty { output.append("Allow: /\n") }
    for path in settings.disallowed {
      output.append("Disallow: ")
      output.append(percentEncoded(plan.basePath + path))
      output.append("\n")
    }
    if plan.site.feeds.hasSitemap {
      output.append("\nSitemap: ")
      output.append(percentEncoded(plan.url(Route(.file("sitemap.xml")))))
      output.append("\n")
    }
    try drain(&output)
  }
}
