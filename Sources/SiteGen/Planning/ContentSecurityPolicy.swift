/// What the pages of a site may load.
///
/// Source: Content Security Policy Level 3.
package struct ContentSecurityPolicy: Sendable {
  package let text: String

  /// For the host's own header: a page must not be shown within another either.
  package var headerText: String { text + "; frame-ancestors 'none'" }
}

extension SitePlan {
  package var contentSecurityPolicy: ContentSecurityPolicy? {
    ContentSecurityPolicy(
      text: "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        + "img-src 'self' https:; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self' https:; base-uri 'none'"
    )
  }
}
