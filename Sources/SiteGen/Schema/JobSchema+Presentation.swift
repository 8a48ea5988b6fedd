// How a posting is shown, and what its author says to those who review it.

extension Schema where Model == JobPosting {
  static let presentation: [Field<JobPosting>] = [
    Field(
      "summary",
      .text(1...500),
      \.summary,
      .optional,
      "One or two sentences for lists; the first paragraph when left out.",
      example: "Keep 14 pumping stations running.",
      appears: [.page, .lists, .feed("summary")]
    ),
    Field(
      "lang",
      .siteLanguage,
      \.language,
      .optional,
      "The language of the posting; the site's own when left out.",
      example: "pt",
      appears: [.page, .lists, .address, .feed("language")]
    ),
    Field(
      "translation_of",
      .located(.slug.naming(.postings)),
      \.translationOf,
      .optional,
      "The id of the posting that this one translates.",
      example: "backend-engineer",
      appears: [.page]
    ),
    Field(
      "featured",
      .boolean,
      \.isFeatured,
      .optional,
      "Shown first on the home page.",
      example: "true",
      standard: "false",
      appears: [.lists]
    ),
    Field(
      "tags",
      .list(of: .text(1...60)),
      \.tags,
      .optional,
      "Free labels.",
      example: "[evenings]",
      appears: [.page, .groups, .feed("tags")]
    ),
    Field(
      "image",
      .object(.image),
      \.filledDetails.image,
      .optional,
      "A picture.",
      example: "{src: /images/team.jpg, alt: The team at work}",
      appears: [.page, .structured("image"), .feed("image")]
    ),
    Field(
      "aliases",
      .list(of: .located(.sitePath)),
      \.aliases,
      .optional,
      "Old addresses that lead here.",
      example: "[/jobs/developer/]",
      appears: [.redirects]
    ),
    Field(
      "custom",
      .custom,
      \.custom,
      .optional,
      "The site's own fields, declared in site.yml under schema.custom.",
      example: "{shift: night}",
      appears: [.page]
    ),
  ]

  /// Not part of the fingerprint: readers don't see it.
  static let checking: [Field<JobPosting>] = [
    Field(
      "allow",
      .list(of: .object(.allowance)),
      \.filledDetails.allowances,
      .optional,
      "Warnings that are meant as they are, each with the reason.",
      example: "[{fault: job/ghost-job, reason: We hire for this role all year}]",
      appears: [.report]
    )
  ]
}
