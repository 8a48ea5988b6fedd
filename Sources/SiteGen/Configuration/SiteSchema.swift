// The rows of site.yml.

extension Schema where Model == SiteConfiguration {
  package static let site = Schema(general + catalogues + switches + publication) {
    SiteConfiguration()
  }

  private static let general: [Field<SiteConfiguration>] = [
    Field("title", .text(1...120), \.title, .always, "The site's name.", example: "Jobs at Acme"),
    Field(
      "description",
      .text(1...500),
      \.description,
      .optional,
      "One or two sentences for search engines.",
      example: "Work with us."
    ),
    Field(
      "base_url",
      .baseURL,
      \.baseURL,
      .always,
      "The address under which the site is published.",
      example: "https://jobs.example.com"
    ),
    Field("language", .language, \.language, .optional, "The site's language.", example: "en"),
    Field(
      "languages",
      .list(of: .language),
      \.languages,
      .optional,
      "All languages of the site; others than its own live under /<language>/.",
      example: "[en, de]"
    ),
    Field(
      "time_zone",
      .timeZone,
      \.timeZone,
      .optional,
      "The zone in which days begin and end; UTC when left out.",
      example: "Europe/Lisbon"
    ),
    Field("theme", .slug, \.theme, .optional, "A folder of themes/.", example: "default"),
    Field(
      "brand",
      .object(.brand),
      \.brand,
      .optional,
      "Colours, font and pictures in place of the theme's own.",
      example: "{color: \"#0b5b6b\"}"
    ),
    Field(
      "organization",
      .object(.organization),
      \.organization,
      .always,
      "The employer.",
      example: "{name: Acme}"
    ),
  ]

  private static let catalogues: [Field<SiteConfiguration>] = [
    Field(
      "organizations",
      .dictionary(of: .object(.organization)),
      \.organizations,
      .optional,
      "Further companies by key, for groups and boards.",
      example: "{acme: {name: Acme}}"
    ),
    Field(
      "departments",
      .list(of: .department),
      \.departments,
      .optional,
      "The departments that postings may name.",
      example: "[Engineering, People]"
    ),
    Field(
      "locations",
      .dictionary(of: .placeMap),
      \.locations,
      .optional,
      "Offices by key.",
      example: "{porto: {city: Porto, country: PT}}"
    ),
    Field(
      "apply",
      .applyDefaults,
      \.apply,
      .optional,
      "How people apply where a posting doesn't say.",
      example: "{email: jobs@example.com}"
    ),
    Field(
      "benefits",
      .dictionary(of: .benefitText),
      \.benefits,
      .optional,
      "Texts by key; a map gives texts by country with a `default`.",
      example: "{pension: Pension contributions}"
    ),
    Field(
      "sections",
      .object(.sectionHeadings),
      \.sections,
      .optional,
      "Heading texts per section and language.",
      example: "{benefits: {en: [Benefits]}}"
    ),
    Field(
      "schema",
      .object(.jobRules),
      \.jobRules,
      .optional,
      "What postings must have beyond the schema, and the site's own fields.",
      example: "{required: [salary]}"
    ),
  ]

  private static let switches: [Field<SiteConfiguration>] = [
    Field(
      "checks",
      .object(.checks),
      \.checks,
      .optional,
      "How severe the checks are that judge, and their figures.",
      example: "{severity: {job/ghost-job: error}}"
    ),
    Field(
      "lifecycle",
      .object(.lifecycle),
      \.lifecycle,
      .optional,
      "How long a posting lives.",
      example: "{keep_closed: 90}"
    ),
    Field(
      "output",
      .object(.output),
      \.output,
      .optional,
      "How the site is written.",
      example: "{page_size: 50}"
    ),
    Field(
      "feeds",
      .object(.feeds),
      \.feeds,
      .optional,
      "Which feeds are written.",
      example: "{json: true}"
    ),
    Field(
      "menu",
      .list(of: .object(.link)),
      \.menu,
      .optional,
      "The main menu.",
      example: "[{text: All jobs, url: /jobs/}]"
    ),
    Field(
      "footer",
      .list(of: .object(.link)),
      \.footer,
      .optional,
      "The links at the foot.",
      example: "[{text: Company, url: \"https://example.com\"}]"
    ),
    Field(
      "social",
      .list(of: .object(.socialLink)),
      \.social,
      .optional,
      "Profiles elsewhere.",
      example: "[{name: Mastodon, url: \"https://social.example/@acme\"}]"
    ),
    Field(
      "params",
      .free,
      \.params,
      .optional,
      "Free values for the theme.",
      example: "{tagline: Come and see}"
    ),
  ]
}
