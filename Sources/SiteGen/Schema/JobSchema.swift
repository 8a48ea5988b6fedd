// The rows of a posting. Source of the fields: docs/posting.md.

extension Schema where Model == JobPosting {
  package static let job = Schema(
    identity + work + dates + pay + hiring + presentation + checking
  ) { JobPosting() }

  static let identity: [Field<JobPosting>] = [
    Field(
      "title",
      .text(1...120),
      \.title,
      .always,
      "The name of the job as people search for it, without codes, places or pay.",
      example: "Backend Engineer"
    ),
    Field(
      "id",
      .located(.slug),
      \.id,
      .optional,
      "The posting's identity in every feed and its address; the file's name when left out.",
      example: "backend-engineer"
    ),
    Field(
      "company",
      .text(1...120),
      \.company,
      .optional,
      "A key of `organizations` in site.yml, or the company's name when it isn't the site's own.",
      example: "acme"
    ),
    Field(
      "department",
      .text(1...120),
      \.department,
      .optional,
      "The department that hires.",
      example: "Engineering"
    ),
    Field("team", .text(1...120), \.team, .optional, "The team inside it.", example: "Payments"),
  ]

  static let work: [Field<JobPosting>] = [
    Field(
      "employment_type",
      .oneOrMore(of: .choice),
      \.employmentTypes,
      .always,
      "Hours and tenure; a list joins the two.",
      example: "full-time"
    ),
    Field(
      "workplace",
      .choice,
      \.workplace,
      .always,
      "Where the work is done.",
      example: "hybrid"
    ),
    Field(
      "locations",
      .oneOrMore(of: .place),
      \.locations,
      .when("unless the job is remote"),
      "Where people report to work: a key of `locations` in site.yml, a map, or text.",
      example: "[\"Porto, PT\"]"
    ),
    Field(
      "remote",
      .object(.remoteArea),
      \.remote,
      .when("for remote jobs without locations"),
      "From where a remote job may be done.",
      example: "{countries: [PT, ES]}"
    ),
    Field(
      "levels",
      .list(of: .choice),
      \.levels,
      .optional,
      "Seniority.",
      example: "[mid, senior]"
    ),
    Field(
      "tech_stack",
      .list(of: .text(1...80)),
      \.techStack,
      .optional,
      "Tools and techniques of the job.",
      example: "[Swift, PostgreSQL]"
    ),
    Field(
      "work_hours",
      .text(1...200),
      \.details.workHours,
      .optional,
      "When the work is done.",
      example: "Monday to Friday, 8:00 to 16:30"
    ),
    Field(
      "start_date",
      .startDate,
      \.details.startDate,
      .optional,
      "When the job starts: a date, or `immediately`.",
      example: "2027-01-04"
    ),
    Field(
      "duration",
      .text(1...80),
      \.details.duration,
      .optional,
      "How long a fixed-term job lasts.",
      example: "12 months"
    ),
    Field(
      "openings",
      .integer(1...10_000),
      \.details.openings,
      .optional,
      "How many people are sought.",
      example: "2"
    ),
    Field(
      "travel",
      .text(1...120),
      \.details.travel,
      .optional,
      "How much travel to expect.",
      example: "up to 20 %"
    ),
  ]

  static let dates: [Field<JobPosting>] = [
    Field(
      "date_posted",
      .date,
      \.datePosted,
      .always,
      "When the employer first posted it; never moved on edits.",
      example: "2026-11-23"
    ),
    Field(
      "date_updated",
      .date,
      \.dateUpdated,
      .optional,
      "When the text last changed in a way that readers should know.",
      example: "2026-11-30"
    ),
    Field(
      "valid_through",
      .deadline,
      \.validThrough,
      .optional,
      "The last day, or the last moment, to apply.",
      example: "2026-12-18"
    ),
    Field(
      "date_closed",
      .date,
      \.dateClosed,
      .optional,
      "When it was filled or withdrawn.",
      example: "2026-12-02"
    ),
    Field(
      "status",
      .choice,
      \.status,
      .optional,
      "What the author says: the state of the page follows from it and from the dates.",
      example: "open"
    ),
  ]

  static let pay: [Field<JobPosting>] = [
    Field(
      "salary",
      .oneOrMore(of: .object(.salary)),
      \.salaries,
      .optional,
      "What the job pays; a list for pay that depends on the place.",
      example: "{min: 52000, max: 64000, currency: EUR, per: year}"
    ),
    Field(
      "benefits",
      .list(of: .benefit),
      \.benefits,
      .optional,
      "Texts, or keys of `benefits` in site.yml.",
      example: "[pension, \"30 days of leave\"]"
    ),
  ]

  static let hiring: [Field<JobPosting>] = [
    Field(
      "apply",
      .apply,
      \.apply,
      .when("when site.yml has no `apply`"),
      "Where applicants are sent: a web address, an e-mail address, or a map.",
      example: "jobs@example.com"
    ),
    Field(
      "experience",
      .experience,
      \.details.experience,
      .optional,
      "How much experience is asked for, or `none`.",
      example: "3-5 years"
    ),
    Field(
      "education",
      .choice,
      \.details.education,
      .optional,
      "The least education asked for.",
      example: "bachelor"
    ),
    Field(
      "languages",
      .list(of: .spokenLanguage),
      \.details.languages,
      .optional,
      "Languages the job needs.",
      example: "[{code: en, level: fluent}]"
    ),
    Field(
      "visa_sponsorship",
      .boolean,
      \.details.visaSponsorship,
      .optional,
      "Whether the employer helps with a visa.",
      example: "true"
    ),
    Field(
      "clearance",
      .text(1...200),
      \.details.clearance,
      .optional,
      "A security clearance the job needs.",
      example: "SC clearance"
    ),
    Field(
      "industry",
      .text(1...120),
      \.details.industry,
      .optional,
      "The industry, in words.",
      example: "Logistics"
    ),
    Field(
      "occupation",
      .text(1...120),
      \.details.occupation,
      .optional,
      "The occupation by O*NET-SOC or ISCO-08, code and name.",
      example: "15-1252.00 Software Developers"
    ),
    Field(
      "interview",
      .list(of: .interviewStep),
      \.interview,
      .optional,
      "The steps from application to offer.",
      example: "[{name: Video call, duration: 30 minutes, with: a recruiter}]"
    ),
    Field(
      "keywords",
      .keywords,
      \.keywords,
      .optional,
      "Words that applicants can use in their CV.",
      example: "{hard: [PostgreSQL], soft: [mentoring]}"
    ),
  ]

  static let presentation: [Field<JobPosting>] = [
    Field(
      "summary",
      .text(1...500),
      \.summary,
      .optional,
      "One or two sentences for lists; the first paragraph when left out.",
      example: "Keep 14 pumping stations running."
    ),
    Field(
      "lang",
      .siteLanguage,
      \.language,
      .optional,
      "The language of the posting; the site's own when left out.",
      example: "pt"
    ),
    Field(
      "translation_of",
      .located(.slug),
      \.translationOf,
      .optional,
      "The id of the posting that this one translates.",
      example: "backend-engineer"
    ),
    Field(
      "featured",
      .boolean,
      \.isFeatured,
      .optional,
      "Shown first on the home page.",
      example: "true"
    ),
    Field(
      "tags",
      .list(of: .text(1...60)),
      \.tags,
      .optional,
      "Free labels.",
      example: "[evenings]"
    ),
    Field(
      "image",
      .object(.image),
      \.image,
      .optional,
      "A picture.",
      example: "{src: /images/team.jpg, alt: The team at work}"
    ),
    Field(
      "aliases",
      .list(of: .located(.sitePath)),
      \.aliases,
      .optional,
      "Old addresses that lead here.",
      example: "[/jobs/developer/]"
    ),
    Field(
      "custom",
      .custom,
      \.custom,
      .optional,
      "The site's own fields, declared in site.yml under schema.custom.",
      example: "{shift: night}"
    ),
  ]

  /// Not part of the fingerprint: readers don't see it.
  static let checking: [Field<JobPosting>] = [
    Field(
      "allow",
      .list(of: .object(.allowance)),
      \.details.allowances,
      .optional,
      "Warnings that are meant as they are, each with the reason.",
      example: "[{fault: job/ghost-job, reason: We hire for this role all year}]"
    )
  ]
}
