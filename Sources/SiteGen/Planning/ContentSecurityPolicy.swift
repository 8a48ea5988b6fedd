/// What the pages of a site may load, and where their forms may go.
///
/// Everything comes from the site itself: its scripts, styles, fonts and pictures are files of its
/// own, so nothing needs `unsafe-inline`. Pictures of other sites are those that `site.yml` allows,
/// forms go to the addresses under `apply.form`. Source: Content Security Policy Level 3.
package struct ContentSecurityPolicy: Sendable {
  /// For `<meta http-equiv>`: without what browsers only take from a host.
  package let text: String

  /// For the host's own header: a page must not be shown within another either.
  package var headerText: String { text + "; frame-ancestors 'none'" }

  /// More forms than this, and pages may post to any site: the policy is on every page.
  private static let mostForms = 20

  /// The policy of all pages, which is also the host's: a browser obeys both.
  ///
  /// - Parameters:
  ///   - site: its own form, and the pictures that it allows.
  ///   - forms: the addresses to which postings have people's answers sent.
  package init(_ site: SiteConfiguration, forms: some Sequence<String>) {
    let own = site.apply?.target.form.map { [$0] } ?? []
    var origins = Set((own + forms).compactMap { ContentSecurityPolicy.origin(of: $0) }).sorted()
    if origins.count > ContentSecurityPolicy.mostForms { origins = ["https:"] }
    text = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src " + (["'self'"] + site.output.remoteImages).joined(separator: " "),
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action " + (origins.isEmpty ? "'none'" : origins.joined(separator: " ")),
      "base-uri 'none'",
    ].joined(separator: "; ")
  }

  /// Whether pages show the picture at an address: their own, and those that `site.yml` allows.
  static func shows(_ source: String, on site: SiteConfiguration) -> Bool {
    guard site.output.contentPolicy == .strict, isWebAddress(source) else { return true }
    let origin = origin(of: source)
    return origin == self.origin(of: site.baseURL)
      || site.output.remoteImages.contains { $0 == origin }
  }

  /// Scheme, host and port of a web address, in lower case.
  ///
  /// - Returns: `nil` for an address whose host has signs that could end a part of the policy.
  package static func origin(of address: String) -> String? {
    guard isWebAddress(address) else { return nil }
    let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    guard parts.count >= 2, parts[0].hasSuffix(":") else { return nil }
    let host = parts[1].prefix { $0 != "?" && $0 != "#" }.lowercased()
    let isPlain = host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    return isPlain && !host.isEmpty ? "\(parts[0].lowercased())//\(host)" : nil
  }
}

extension SitePlan {
  /// The policy that each page carries, unless `site.yml` turns it off.
  package var contentSecurityPolicy: ContentSecurityPolicy? {
    guard site.output.contentPolicy == .strict else { return nil }
    let forms = postings.lazy.compactMap { $0.value.apply?.form }
    return ContentSecurityPolicy(site, forms: forms)
  }
}
