import SourceText

/// What `site.yml` says to hosts, search engines and browsers about the site as a whole.
package struct Publication: Sendable {
  /// Files of `assets/`.
  package var icons: [Located<String>] = []
  package var manifest: ManifestSettings?
  package var robots = RobotsSettings()
  package var security: SecurityContact?
  /// What search engines know the site's messages by.
  package var indexNowKey: String?
  /// For which hosts there are files of rules.
  package var hosts: [Host] = Host.allCases
}

/// A program or service that serves sites, with rules of its own kind.
package enum Host: String, Choice { case netlify, cloudflare, nginx, caddy }

/// What a browser shows of a site that somebody puts on a screen like a program.
package struct ManifestSettings: Sendable {
  package enum Display: String, Choice {
    case browser, standalone, fullscreen
    case minimalUI = "minimal-ui"
  }

  package var shortName: String?
  package var display = Display.browser
  package var themeColor: String?
  package var backgroundColor: String?

  package init() {}
}

/// Who may read what.
package struct RobotsSettings: Sendable {
  /// Paths that no crawler should read.
  package var disallowed: [String] = []
  /// Crawlers that should read nothing, by the names they go by.
  package var denied: [String] = []
  /// Whether crawlers that gather texts for language models may read the site.
  package var allowsTraining = true

  package init() {}
}

/// `security.txt`: whom to tell about a weakness of the site.
///
/// Source: RFC 9116.
package struct SecurityContact: Sendable {
  /// Addresses that begin with `https:`, `mailto:` or `tel:`.
  package var contact: [String] = []
  /// The last day on which that can be relied on; `nil` only where it couldn't be read.
  package var expires: Located<CivilDate>?
  package var languages: [String] = []
  package var policy: String?
  package var encryption: String?
  package var acknowledgments: String?

  package init() {}
}
