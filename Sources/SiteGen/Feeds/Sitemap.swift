import SourceText

/// The sitemap of all pages that search engines may index.
///
/// Source: sitemaps.org, protocol 0.9; Google's `xhtml:link` for other languages.
struct Sitemap: FeedFormat {
  /// URLs of one file at most.
  ///
  /// Source: sitemaps.org, "Sitemap file limits".
  static let limit = 50_000

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension Sitemap {
  /// `sitemap.xml`, which is an index above ``limit`` addresses; then part 0 is the index.
  static func files(of plan: SitePlan, beside pages: [PlannedOutput]) -> [FeedFile] {
    let parts = partCount(pages, plan)
    let names = ["sitemap.xml"] + (parts > 1 ? (1...parts).map { "sitemap-\($0).xml" } : [])
    return names.enumerated().map { FeedFile(Route(.file($1)), .part($0)) }
  }

  private static func partCount(_ pages: [PlannedOutput], _ plan: SitePlan) -> Int {
    (pages.count { $0.isInSitemap(plan) } + limit - 1) / limit
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard case .part(let number) = scope else { return }
    let parts = Sitemap.partCount(context.plan.outputs, context.plan)
    var output = ByteBuffer(capacity: 1 << 16)
    switch (number, parts) {
    case (0, 2...): writeIndex(parts: parts, into: &output)
    case (0, _): try write(part: 0, into: &output, draining: drain)
    default: try write(part: number - 1, into: &output, draining: drain)
    }
    try drain(&output)
  }

  /// Writes one file of at most ``limit`` addresses; parts count from 0.
  private func write(
    part: Int,
    into output: inout ByteBuffer,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    let plan = context.plan
    let listed = plan.outputs.lazy.filter { $0.isInSitemap(plan) }
      .dropFirst(part * Sitemap.limit).prefix(Sitemap.limit)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    if plan.editions.count > 1 { output.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") }
    output.append(">\n")
    for planned in listed {
      write(planned, into: &output)
      if output.count >= Sitemap.pieceSize { try drain(&output) }
    }
    output.append("</urlset>\n")
  }

  private func write(_ planned: PlannedOutput, into output: inout ByteBuffer) {
    let plan = context.plan
    output.append("<url><loc>")
    output.append(escapingXML: percentEncoded(plan.url(planned.route)))
    output.append("</loc>")
    if let date = lastChange(of: planned) {
      output.append("<lastmod>")
      output.append(date.iso)
      output.append("</lastmod>")
    }
    if plan.editions.count > 1, let page = context.pageContext(of: planned) {
      for alternate in page.alternates {
        output.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        output.append(escapingXML: alternate.language)
        output.append("\" href=\"")
        output.append(escapingXML: percentEncoded(plan.url(alternate.route)))
        output.append("\"/>")
      }
    }
    output.append("</url>\n")
  }

  /// Only what is known: the posting's last change, or the newest on a list.
  private func lastChange(of planned: PlannedOutput) -> CivilDate? {
    switch planned.content {
    case .job(let job): context.modified[job]
    case .home(let edition, _), .list(let edition, _): context.listModified[edition].all
    case .group(let edition, let group, _): context.listModified[edition].groups[group]
    case .page, .notFound, .redirect, .asset, .feed: nil
    }
  }

  /// Writes the index over `parts` files.
  private func writeIndex(parts: Int, into output: inout ByteBuffer) {
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for part in 1...parts {
      output.append("<sitemap><loc>")
      output.append(escapingXML: context.plan.url(Route(.file("sitemap-\(part).xml"))))
      output.append("</loc></sitemap>\n")
    }
    output.append("</sitemapindex>\n")
  }
}

/// An address in which bytes beyond ASCII are percent-encoded (RFC 3986).
func percentEncoded(_ address: String) -> String {
  guard address.utf8.contains(where: { $0 >= 0x80 }) else { return address }
  let digits = Array("0123456789ABCDEF")
  var encoded = ""
  for byte in address.utf8 {
    if byte < 0x80 {
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      encoded += "%"
      encoded.append(digits[Int(byte >> 4)])
      encoded.append(digits[Int(byte & 15)])
    }
  }
  return encoded
}
