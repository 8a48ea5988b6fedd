// The rows of a posting. Source of the fields: docs/posting.md.

extension Schema where Model == JobPosting {
  package static let job = Schema(groups.flatMap(\.fields)) { JobPosting() }

  /// The rows under the headings by which people find them.
  package static let groups: [(title: String, fields: [Field<JobPosting>])] = [
    ("Identity", identity), ("Work", work), ("Dates", dates), ("Pay and benefits", pay),
    ("Hiring", hiring), ("Presentation", presentation),
    ("Checks", checking),
  ]

  static let identity: [Field<JobPosting>] = [
    Field(
      "title",
      .text(1...120),
      \.title,
      .always,
      "The name of the job as people search for it, without codes, places or pay.",
      example: "Backend Engineer",
      appears: [.page, .lists, .structured("title"), .feed("title"), .rss("title")]
    ),
    Field(
      "id",
      .located(.slug),
      \.id,
      .optional,
      "The posting's identity in every feed and its address; the file's name when left out.",
      example: "backend-engineer",
      appears: [
        .address, .structured("identifier"), .structured("url"), .feed("id"), .feed("url"),
        .rss("guid"), .rss("link"),
      ]
    ),
    Field(
      "company",
      .text(1...120).naming(.organizations),
      \.company,
      .optional,
      "A key of `organizations` in site.yml, or the company's name when it isn't the site's own.",
      example: "acme",
      appears: [
        .page, .lists, .structured("hiringOrganization"), .structured("identifier"),
        .feed("authors"), .rss("dc:creator"),
      ]
    ),
    Field(
      "department",
      .text(1...120).naming(.departments),
      \.department,
      .optional,
      "The department that hires.",
      example: "Engineering",
      appears: [
        .page, .lists, .groups, .structured("employmentUnit"), .feed("tags"), .rss("category"),
      ]
    ),
    Field(
      "team",
      .text(1...120),
      \.team,
      .optional,
      "The team inside it.",
      example: "Payments",
      appears: [.page]
    ),
  ]

  static let work: [Field<JobPosting>] = [
    Field(
      "employment_type",
      .oneOrMore(of: .choice),
      \.employmentTypes,
      .always,
      "The kind of employment; a list joins hours and tenure.",
      example: "full-time",
      appears: [.page, .lists, .groups, .structured("employmentType")]
    ),
    Field(
      "workplace",
      .choice,
      \.workplace,
      .always,
      "Where the work is done.",
      example: "hybrid",
      appears: [
        .page, .lists, .structured("jobLocationType"), .structured("applicantLocationRequirements"),
      ]
    ),
    Field(
      "locations",
      .places,
      \.locations,
      .when("unless the job is remote"),
      "Where people report to work: city and country, an office of `locations` in site.yml, or a map.",
      example: "[\"Porto, PT\"]",
      appears: [.page, .lists, .groups, .structured("jobLocation")]
    ),
    Field(
      "remote",
      .object(.remoteArea),
      \.filledDetails.remote,
      .when("for remote jobs without locations"),
      "From where a remote job may be done.",
      example: "{countries: [PT, ES]}",
      appears: [.page, .lists, .structured("applicantLocationRequirements")]
    ),
    Field(
      "levels",
      .list(of: .choice),
      \.levels,
      .optional,
      "Seniority.",
      example: "[mid, senior]",
      appears: [.page, .groups]
    ),
    Field(
      "tech_stack",
      .list(of: .text(1...80)),
      \.techStack,
      .optional,
      "Tools and techniques of the job.",
      example: "[Swift, PostgreSQL]",
      appears: [.page, .lists, .structured("skills"), .feed("tags")]
    ),
    Field(
      "work_hours",
      .text(1...200),
      \.filledDetails.workHours,
      .optional,
      "When the work is done.",
      example: "Monday to Friday, 8:00 to 16:30",
      appears: [.page, .structured("workHours")]
    ),
    Field(
      "start_date",
      .startDate,
      \.filledDetails.startDate,
      .optional,
      "When the job starts: a date, or `immediately`.",
      example: "2027-01-04",
      appears: [.page, .structured("jobStartDate"), .structured("jobImmediateStart")]
    ),
    Field(
      "duration",
      .text(1...80),
      \.filledDetails.duration,
      .optional,
      "How long a fixed-term job lasts.",
      example: "12 months",
      appears: [.page, .structured("jobDuration")]
    ),
    Field(
      "openings",
      .integer(1...10_000),
      \.filledDetails.openings,
      .optional,
      "How many people are sought.",
      example: "2",
      appears: [.page, .structured("totalJobOpenings")]
    ),
    Field(
      "travel",
      .text(1...120),
      \.filledDetails.travel,
      .optional,
      "How much travel to expect.",
      example: "up to 20 %",
      appears: [.page]
    ),
  ]

  static let dates: [Field<JobPosting>] = [
    Field(
      "date_posted",
      .date,
      \.datePosted,
      .always,
      "When the employer first posted it; never moved on edits.",
      example: "2026-11-23",
      appears: [.page, .lists, .structured("datePosted"), .feed("date_published"), .rss("pubDate")]
    ),
    Field(
      "date_updated",
      .date,
      \.dateUpdated,
      .optional,
      "When the text last changed in a way that readers should know.",
      example: "2026-11-30",
      appears: [.page, .feed("date_modified")]
    ),
    Field(
      "valid_through",
      .deadline,
      \.validThrough,
      .optional,
      "The last day, or the last moment, to apply.",
      example: "2026-12-18",
      appears: [.page, .lists, .structured("validThrough")]
    ),
    Field(
      "date_closed",
      .date,
      \.dateClosed,
      .optional,
      "When it was filled or withdrawn, with `status: filled` or `status: closed`.",
      example: "2026-12-02",
      appears: [.page]
    ),
    Field(
      "status",
      .choice,
      \.status,
      .optional,
      "What the author says: the state of the page follows from it and from the dates.",
      example: "open",
      standard: "open",
      appears: [.page, .lists]
    ),
  ]

  static let pay: [Field<JobPosting>] = [
    Field(
      "salary",
      .oneOrMore(of: .object(.salary)),
      \.salaries,
      .optional,
      "What the job pays; a list for pay that depends on the place.",
      example: "{min: 52000, max: 64000, currency: EUR, per: year}",
      appears: [.page, .lists, .structured("baseSalary")]
    ),
    Field(
      "benefits",
      .list(of: .benefit),
      \.benefits,
      .optional,
      "Texts, or keys of `benefits` in site.yml.",
      example: "[pension, \"30 days of leave\"]",
      appears: [.page, .structured("jobBenefits")]
    ),
  ]

  static let hiring: [Field<JobPosting>] = [
    Field(
      "apply",
      .apply,
      \.apply,
      .when("when site.yml has no `apply`"),
      "Where applicants are sent: a web address, an e-mail address, or a map.",
      example: "jobs@example.com",
      appears: [
        .page, .structured("directApply"), .structured("applicationContact"), .feed("external_url"),
      ]
    ),
    Field(
      "experience",
      .experience,
      \.filledDetails.experience,
      .optional,
      "How much experience is asked for, or `none`.",
      example: "3-5 years",
      appears: [.page, .structured("experienceRequirements")]
    ),
    Field(
      "education",
      .choice,
      \.filledDetails.education,
      .optional,
      "The least education asked for.",
      example: "bachelor",
      appears: [.page, .structured("educationRequirements")]
    ),
    Field(
      "languages",
      .list(of: .spokenLanguage),
      \.filledDetails.languages,
      .optional,
      "Languages the job needs.",
      example: "[{code: en, level: fluent}]",
      appears: [.page]
    ),
    Field(
      "visa_sponsorship",
      .boolean,
      \.filledDetails.visaSponsorship,
      .optional,
      "Whether the employer helps with a visa.",
      example: "true",
      appears: [.page, .structured("eligibilityToWorkRequirement")]
    ),
    Field(
      "clearance",
      .text(1...200),
      \.filledDetails.clearance,
      .optional,
      "A security clearance the job needs.",
      example: "SC clearance",
      appears: [.page, .structured("securityClearanceRequirement")]
    ),
    Field(
      "industry",
      .text(1...120),
      \.filledDetails.industry,
      .optional,
      "The industry, in words.",
      example: "Logistics",
      appears: [.page, .structured("industry")]
    ),
    Field(
      "occupation",
      .text(1...120),
      \.filledDetails.occupation,
      .optional,
      "The occupation by O*NET-SOC or ISCO-08, code and name.",
      example: "15-1252.00 Software Developers",
      appears: [.page, .structured("occupationalCategory")]
    ),
    Field(
      "interview",
      .list(of: .interviewStep),
      \.interview,
      .optional,
      "The steps from application to offer.",
      example: "[{name: Video call, duration: 30 minutes, with: a recruiter}]",
      appears: [.page]
    ),
    Field(
      "keywords",
      .keywords,
      \.keywords,
      .optional,
      "Words that applicants can use in their CV.",
      example: "{hard: [PostgreSQL], soft: [mentoring]}",
      appears: [.page, .structured("skills")]
    ),
  ]
}
