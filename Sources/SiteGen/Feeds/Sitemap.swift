import SourceText

/// The sitemap of all pages that search engines may index.
///
/// Source: sitemaps.org, protocol 0.9; Google's `xhtml:link` for other languages.
struct Sitemap: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }
}

extension Sitemap {
  /// `sitemap.xml`, which is an index where it would be too large; then part 0 is the index.
  static func files(of plan: SitePlan, beside pages: [PlannedOutput]) -> [FeedFile] {
    guard plan.site.feeds.hasSitemap else { return [] }
    let parts = SitemapParts(pages, plan).ranges.count
    let names = ["sitemap.xml"] + (parts > 1 ? (1...parts).map { "sitemap-\($0).xml" } : [])
    return names.enumerated().map { FeedFile(Route(.file($1)), .part($0)) }
  }

  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard case .part(let number) = scope else { return }
    let parts = context.sitemapParts.ranges
    var output = ByteBuffer(capacity: 1 << 16)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if number == 0, parts.count > 1 {
      writeIndex(parts, into: &output)
    } else {
      try write(parts[max(0, number - 1)], into: &output, draining: drain)
    }
    try drain(&output)
  }

  /// Writes one file with the pages among a range of outputs.
  private func write(
    _ range: Range<Int>,
    into output: inout ByteBuffer,
    draining drain: FeedDrain
  ) throws(PublishingFailure) {
    let plan = context.plan
    output.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    if plan.editions.count > 1 { output.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") }
    output.append(">\n")
    for planned in plan.outputs[range] where planned.isInSitemap(plan) {
      write(planned, into: &output)
      if output.count >= Sitemap.pieceSize { try drain(&output) }
    }
    output.append("</urlset>\n")
  }

  private func write(_ planned: PlannedOutput, into output: inout ByteBuffer) {
    output.append("<url><loc>")
    append(planned.route, to: &output)
    output.append("</loc>")
    append(lastChange(of: planned), to: &output)
    let alternates = context.alternates(of: planned)
    for alternate in alternates {
      link(alternate.language, alternate.route, into: &output)
    }
    // For readers of any other language: the same version as in the head of the page.
    if let first = alternates.first { link("x-default", first.route, into: &output) }
    output.append("</url>\n")
  }

  private func link(_ language: String, _ route: Route, into output: inout ByteBuffer) {
    output.append("<xhtml:link rel=\"alternate\" hreflang=\"")
    output.append(escapingXML: language)
    output.append("\" href=\"")
    append(route, to: &output)
    output.append("\"/>")
  }

  private func append(_ route: Route, to output: inout ByteBuffer) {
    output.append(escapingXML: percentEncoded(context.plan.url(route)))
  }

  private func append(_ lastChange: CivilDate?, to output: inout ByteBuffer) {
    guard let lastChange else { return }
    output.append("<lastmod>")
    output.append(lastChange.iso)
    output.append("</lastmod>")
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

  /// Writes the index; a file changed when the newest of its pages did.
  private func writeIndex(_ parts: [Range<Int>], into output: inout ByteBuffer) {
    let plan = context.plan
    output.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (index, range) in parts.enumerated() {
      output.append("<sitemap><loc>")
      append(Route(.file("sitemap-\(index + 1).xml")), to: &output)
      output.append("</loc>")
      let listed = plan.outputs[range].lazy.filter { $0.isInSitemap(plan) }
      append(listed.compactMap { lastChange(of: $0) }.max(), to: &output)
      output.append("</sitemap>\n")
    }
    output.append("</sitemapindex>\n")
  }
}

/// Which outputs are in which file of the sitemap.
package struct SitemapParts: Sendable {
  /// Addresses and bytes of one file at most.
  ///
  /// Source: sitemaps.org, "Sitemap file limits".
  package static let addressLimit = 50_000
  package static let byteLimit = 52_428_800

  /// Ranges of the plan's outputs, one for each file; at least one.
  package let ranges: [Range<Int>]

  /// Counts bytes from above, so that no file is too large, and in one pass.
  package init(
    _ outputs: [PlannedOutput],
    _ plan: SitePlan,
    addressLimit: Int = SitemapParts.addressLimit,
    byteLimit: Int = SitemapParts.byteLimit
  ) {
    let base = SitemapParts.length(plan.site.baseURL)
    var ranges: [Range<Int>] = []
    var (start, addresses, bytes) = (0, 0, 0)
    // The declaration, and the element around all.
    let frame = 400
    for (index, output) in outputs.enumerated() where output.isInSitemap(plan) {
      let address = base + 3 * output.route.path.utf8.count
      let versions = plan.mostVersions(of: output)
      let size = 100 + address + versions * (100 + address)
      if addresses == addressLimit || addresses > 0 && frame + bytes + size > byteLimit {
        ranges.append(start..<index)
        (start, addresses, bytes) = (index, 0, 0)
      }
      addresses += 1
      bytes += size
    }
    self.ranges = ranges + [start..<outputs.count]
  }

  /// How long an address may become when it is written.
  private static func length(_ address: String) -> Int {
    address.utf8.reduce(0) { $0 + ($1 < 0x80 && $1 != UInt8(ascii: "&") ? 1 : 6) }
  }
}

extension SitePlan {
  /// How many versions a page may name, `x-default` among them; their addresses differ in the
  /// language, or are as long as the longest id.
  fileprivate func mostVersions(of output: PlannedOutput) -> Int {
    guard editions.count > 1 else { return 0 }
    switch output.content {
    case .job(let job):
      let family = families[familyOfPosting[job]]
      guard family.count > 1 else { return 0 }
      // Each counted with an address of its own of up to 100 bytes more.
      return 2 * (family.count + 1)
    default: return editions.count + 1
    }
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
