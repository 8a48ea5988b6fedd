import SourceText

/// `_redirects` and `_headers`, which Netlify and Cloudflare Pages read at the output's root.
///
/// The two differ: Netlify wants a `!` where a file stands at the address, and knows 410; Cloudflare
/// reads neither and leaves such lines out, with a note in its log. Source: Netlify Docs, "Redirects
/// and rewrites", "Custom headers"; Cloudflare Docs, Pages, "Redirects", "Headers".
struct NetlifyRules: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    let hosts = plan.site.publication.hosts
    guard hosts.contains(.netlify) || hosts.contains(.cloudflare) else { return [] }
    var headers = FeedFile.unserved("_headers")
    headers.scope = .part(1)
    return [.unserved("_redirects"), headers]
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    if scope == .part(0) {
      try writeRedirects(draining: drain)
    } else {
      try writeHeaders(draining: drain)
    }
  }
}

extension NetlifyRules {
  private func writeRedirects(draining drain: FeedDrain) throws(PublishingFailure) {
    let rules = context.hostRules
    let hosts = context.plan.site.publication.hosts
    var output = ByteBuffer(capacity: 1 << 14)
    output.append("# Redirects of Netlify and Cloudflare Pages, written by sitegen.\n")
    func rule(_ from: String, _ to: String, _ status: StaticString) {
      output.append(from)
      output.append(" ")
      output.append(to)
      output.append(" ")
      output.append(status)
      output.append("\n")
    }
    for redirect in rules.redirects {
      let (from, to) = (hostPath(redirect.from), hostPath(redirect.to))
      if hosts.contains(.netlify) { rule(from, to, "301!") }
      if hosts.contains(.cloudflare) { rule(from, to, "301") }
      if output.count >= NetlifyRules.pieceSize { try drain(&output) }
    }
    for feed in rules.feeds {
      guard let folder = feed.folder?.placeholders(below: rules.basePath),
        let file = feed.placeholders(below: rules.basePath)
      else { continue }
      rule(folder, file, "200")
    }
    if hosts.contains(.netlify) {
      let page = hostPath(rules.notFound)
      if hosts.contains(.nginx) || hosts.contains(.caddy) {
        rule(hostPath(rules.basePath) + "/.host/*", page, "404!")
      }
      for address in rules.gone {
        rule(hostPath(address), page, "410")
        if output.count >= NetlifyRules.pieceSize { try drain(&output) }
      }
    }
    try drain(&output)
  }

  /// A header that two rules give would be sent with both values: what holds for all addresses says
  /// nothing of types and lifetimes, for which both hosts have their own.
  private func writeHeaders(draining drain: FeedDrain) throws(PublishingFailure) {
    let rules = context.hostRules
    var output = ByteBuffer(capacity: 1 << 14)
    output.append("# Headers of Netlify and Cloudflare Pages, written by sitegen.\n")
    func rule(_ pattern: String, _ headers: [HostRules.Header]) {
      output.append(pattern)
      output.append("\n")
      for header in headers {
        output.append("  ")
        output.append(header.name)
        output.append(": ")
        output.append(header.value)
        output.append("\n")
      }
    }
    rule("/*", rules.headers)
    rule(
      hostPath(rules.assets) + "*",
      [.init(name: "Cache-Control", value: HostRules.CacheLifetime.assets)]
    )
    for (contentType, patterns) in rules.feedsByType {
      for pattern in patterns {
        guard let address = pattern.placeholders(below: rules.basePath) else { continue }
        rule(
          address,
          [
            .init(name: "Content-Type", value: contentType),
            .init(name: "Access-Control-Allow-Origin", value: "*"),
          ]
        )
      }
    }
    try drain(&output)
  }
}
