// The rows of the maps inside site.yml.

extension Schema where Model == Organization {
  package static let organization = Schema([
    Field(
      "name",
      .text(1...120),
      \.name,
      .always,
      "The company, never one of its offices.",
      example: "Acme"
    ),
    Field("url", .url, \.url, .optional, "Its home page.", example: "https://example.com"),
    Field("logo", .imageSource, \.logo, .optional, "Its logo.", example: "/images/logo.svg"),
    Field(
      "email",
      .email,
      \.email,
      .optional,
      "Its address for questions.",
      example: "jobs@example.com"
    ),
    Field(
      "same_as",
      .list(of: .url),
      \.sameAs,
      .optional,
      "The same company elsewhere.",
      example: "[\"https://social.example/@acme\"]"
    ),
    Field("size", .integer(1...10_000_000), \.size, .optional, "Headcount.", example: "388"),
    Field(
      "address",
      .placeMap,
      \.address,
      .optional,
      "Its seat.",
      example: "{city: Porto, country: PT}"
    ),
    Field(
      "linkedin_id",
      .integer(1...999_999_999_999),
      \.linkedInID,
      .optional,
      "The number of its page on LinkedIn, for linkedin.xml.",
      example: "9990001"
    ),
  ]) { Organization() }
}

extension Schema where Model == Department {
  package static let department = Schema([
    Field("name", .text(1...120), \.name, .always, "The department's name.", example: "People"),
    Field(
      "names",
      .textsByLanguage(),
      \.names,
      .optional,
      "What readers see in place of the name, by language.",
      example: "{de: Personal}"
    ),
    Field(
      "description",
      .textByLanguage(1...2000),
      \.descriptions,
      .optional,
      "A sentence for the department's own page; a map gives texts by language.",
      example: "Hiring and learning."
    ),
    Field(
      "parent",
      .text(1...120),
      \.parent,
      .optional,
      "The department it belongs to.",
      example: "Operations"
    ),
  ]) { Department() }
}

extension Schema where Model == SectionHeadings {
  package static let sectionHeadings = Schema([
    Field(
      "about",
      .headingTexts,
      \.about,
      .optional,
      "What the job is.",
      example: "{en: [About the role]}"
    ),
    Field(
      "responsibilities",
      .headingTexts,
      \.responsibilities,
      .optional,
      "What people do.",
      example: "{en: [What you will do]}"
    ),
    Field(
      "qualifications",
      .headingTexts,
      \.qualifications,
      .optional,
      "What people bring.",
      example: "{en: [Requirements]}"
    ),
    Field(
      "benefits",
      .headingTexts,
      \.benefits,
      .optional,
      "What people get.",
      example: "{en: [Benefits]}"
    ),
  ]) { SectionHeadings() }
}

extension Schema where Model == JobRules {
  package static let jobRules = Schema([
    Field(
      "required",
      .list(of: .located(.text(1...60))),
      \.required,
      .optional,
      "Fields that every posting must have.",
      example: "[salary]"
    ),
    Field(
      "custom",
      .dictionary(of: .object(.customField)),
      \.custom,
      .optional,
      "The site's own fields by name.",
      example: "{shift: {type: text}}"
    ),
    Field(
      "deny_unknown_departments",
      .boolean,
      \.deniesUnknownDepartments,
      .optional,
      "Whether a department that isn't listed is a fault.",
      example: "true"
    ),
  ]) { JobRules() }
}

extension Schema where Model == CustomField {
  package static let customField = Schema([
    Field("type", .choice, \.kind, .always, "What its values are.", example: "text"),
    Field(
      "label",
      .textByLanguage(),
      \.labels,
      .optional,
      "What readers see; a map gives texts by language.",
      example: "Shift"
    ),
    Field(
      "required",
      .boolean,
      \.isRequired,
      .optional,
      "Whether every posting must have it.",
      example: "false"
    ),
    Field(
      "values",
      .list(of: .text(1...120)),
      \.values,
      .optional,
      "The values allowed.",
      example: "[day, night]"
    ),
  ]) { CustomField() }
}

extension Schema where Model == Lifecycle {
  package static let lifecycle = Schema([
    Field(
      "keep_closed",
      .integer(0...3650),
      \.keepClosed,
      .optional,
      "Days that a closed posting keeps its page.",
      example: "90"
    ),
    Field(
      "closing_soon",
      .integer(0...365),
      \.closingSoon,
      .optional,
      "Days before its end that a posting counts as closing soon.",
      example: "7"
    ),
    Field(
      "keep_gone",
      .integer(0...36_500),
      \.keepGone,
      .optional,
      "Days that the address of a posting whose page went answers that it is gone.",
      example: "730"
    ),
  ]) { Lifecycle() }
}

extension Schema where Model == OutputSettings {
  package static let output = Schema([
    Field(
      "durable",
      .boolean,
      \.isDurable,
      .optional,
      "Whether files are flushed to disk before they appear, for sites served from this machine.",
      example: "true"
    ),
    Field(
      "page_size",
      .integer(1...1000),
      \.pageSize,
      .optional,
      "Postings on one list page.",
      example: "50"
    ),
    Field(
      "groups",
      .list(of: .choice),
      \.groups,
      .optional,
      "What postings are grouped by; each kind has a page for each group.",
      example: "[department, location]"
    ),
    Field(
      "minify",
      .boolean,
      \.isMinified,
      .optional,
      "Whether pages and style sheets lose white space and comments that nobody sees.",
      example: "true"
    ),
    Field(
      "compress",
      .list(of: .choice),
      \.compression,
      .optional,
      "What stands compressed beside pages, feeds and other texts.",
      example: "[gzip, brotli]"
    ),
    Field(
      "csp",
      .choice,
      \.contentPolicy,
      .optional,
      "Whether pages carry a content security policy.",
      example: "strict"
    ),
    Field(
      "remote_images",
      .list(of: .origin),
      \.remoteImages,
      .optional,
      "Other sites whose pictures pages may show.",
      example: "[\"https://pictures.example.com\"]"
    ),
  ]) { OutputSettings() }
}

extension Schema where Model == FeedSettings {
  package static let feeds = Schema(lists + boards) { FeedSettings() }

  private static let lists: [Field<FeedSettings>] = [
    Field(
      "json",
      .boolean,
      \.hasJSONFeed,
      .optional,
      "Whether there are feeds in JSON, feed.json.",
      example: "true"
    ),
    Field(
      "rss",
      .boolean,
      \.hasRSS,
      .optional,
      "Whether there are feeds in RSS, rss.xml.",
      example: "true"
    ),
    Field(
      "atom",
      .boolean,
      \.hasAtom,
      .optional,
      "Whether there are feeds in Atom, atom.xml.",
      example: "true"
    ),
    Field(
      "calendar",
      .boolean,
      \.hasCalendar,
      .optional,
      "Whether there are calendars of closing dates, closing.ics.",
      example: "true"
    ),
    Field(
      "first_base_url",
      .baseURL,
      \.firstBaseURL,
      .optional,
      "The base_url that the site began with: ids in Atom and calendars stay when it moves.",
      example: "https://jobs.example.com"
    ),
    Field(
      "groups",
      .list(of: .choice),
      \.groups,
      .optional,
      "The kinds of groups with feeds of their own.",
      example: "[department, location]"
    ),
    Field(
      "items",
      .integer(1...10_000),
      \.items,
      .optional,
      "The postings that feeds hold which have the newest alone.",
      example: "50"
    ),
    Field(
      "page_items",
      .integer(1...10_000),
      \.pageItems,
      .optional,
      "The postings in one file of feed.json, which goes on in feed-2.json.",
      example: "100"
    ),
    Field(
      "sitemap",
      .boolean,
      \.hasSitemap,
      .optional,
      "Whether there is a sitemap.",
      example: "true"
    ),
    Field(
      "llms",
      .boolean,
      \.hasLLMs,
      .optional,
      "Whether there is llms.txt, an overview for language models.",
      example: "true"
    ),
  ]
}

extension Schema where Model == Link {
  package static let link = Schema([
    Field(
      "text",
      .textByLanguage(),
      \.texts,
      .always,
      "What readers see; a map gives texts by language.",
      example: "All jobs"
    ),
    Field(
      "url",
      .linkTarget,
      \.url,
      .always,
      "A path on the site, or an address.",
      example: "/jobs/"
    ),
  ]) { Link() }
}

extension Schema where Model == SocialLink {
  package static let socialLink = Schema([
    Field("name", .text(1...60), \.name, .always, "The network.", example: "Mastodon"),
    Field("url", .url, \.url, .always, "The profile.", example: "https://social.example/@acme"),
  ]) { SocialLink() }
}
