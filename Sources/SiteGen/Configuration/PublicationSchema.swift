// The rows of site.yml for hosts, search engines and browsers.

extension Schema where Model == SiteConfiguration {
  static let publication: [Field<SiteConfiguration>] = [
    Field(
      "icons",
      .list(of: .located(.text(1...200))),
      \.publication.icons,
      .optional,
      "The site's icons, files of assets/.",
      example: "[favicon.ico, icon.svg, apple-touch-icon.png]"
    ),
    Field(
      "manifest",
      .object(.manifest),
      \.publication.manifest,
      .optional,
      "What a screen shows where the site is put on it like a program.",
      example: "{short_name: Jobs}"
    ),
    Field(
      "robots",
      .object(.robots),
      \.publication.robots,
      .optional,
      "What crawlers should leave out.",
      example: "{ai_training: false}"
    ),
    Field(
      "security",
      .object(.securityContact),
      \.publication.security,
      .optional,
      "Whom to tell about a weakness of the site.",
      example: "{contact: security@example.com, expires: 2027-10-31}"
    ),
    Field(
      "indexnow",
      .indexNowKey,
      \.publication.indexNowKey,
      .optional,
      "The key under which search engines take messages about changes.",
      example: "4f1c7d2ab98e4c0f9d3e6a5b7c8d9e0f"
    ),
    Field(
      "hosts",
      .list(of: .choice),
      \.publication.hosts,
      .optional,
      "The hosts for which there are files of rules.",
      example: "[nginx]"
    ),
  ]
}

extension Schema where Model == ManifestSettings {
  package static let manifest = Schema([
    Field(
      "short_name",
      .text(1...30),
      \.shortName,
      .optional,
      "The name below the icon; the site's title when left out.",
      example: "Jobs"
    ),
    Field("display", .choice, \.display, .optional, "How it opens.", example: "minimal-ui"),
    Field(
      "theme_color",
      .hexColor,
      \.themeColor,
      .optional,
      "The colour of the bar around it.",
      example: "\"#0b5b6b\""
    ),
    Field(
      "background_color",
      .hexColor,
      \.backgroundColor,
      .optional,
      "The colour behind it while it opens.",
      example: "\"#ffffff\""
    ),
  ]) { ManifestSettings() }
}

extension Schema where Model == RobotsSettings {
  package static let robots = Schema([
    Field(
      "disallow",
      .list(of: .sitePath),
      \.disallowed,
      .optional,
      "Paths that no crawler should read.",
      example: "[/drafts/]"
    ),
    Field(
      "deny",
      .list(of: .crawlerName),
      \.denied,
      .optional,
      "Crawlers that should read nothing.",
      example: "[ExampleBot]"
    ),
    Field(
      "ai_training",
      .boolean,
      \.allowsTraining,
      .optional,
      "Whether crawlers that gather texts to train language models may read the site.",
      example: "false"
    ),
  ]) { RobotsSettings() }
}

extension Schema where Model == SecurityContact {
  package static let securityContact = Schema([
    Field(
      "contact",
      .oneOrMore(of: .contact),
      \.contact,
      .always,
      "Where to write, the best way first.",
      example: "security@example.com"
    ),
    Field(
      "expires",
      .located(.date),
      \.expires,
      .always,
      "The last day on which this can be relied on, less than a year ahead.",
      example: "2027-10-31"
    ),
    Field(
      "languages",
      .list(of: .language),
      \.languages,
      .optional,
      "The languages in which to write; those of the site when left out.",
      example: "[en, de]"
    ),
    Field(
      "policy",
      .url,
      \.policy,
      .optional,
      "How you deal with reports.",
      example: "https://example.com/security"
    ),
    Field(
      "encryption",
      .url,
      \.encryption,
      .optional,
      "The key for secret messages.",
      example: "https://example.com/key.txt"
    ),
    Field(
      "acknowledgments",
      .url,
      \.acknowledgments,
      .optional,
      "Thanks to those who reported something.",
      example: "https://example.com/thanks"
    ),
  ]) { SecurityContact() }
}
