// The rows of site.yml about files for job boards and for clients of recruiting systems.

extension Schema where Model == FeedSettings {
  static let boards: [Field<FeedSettings>] = [
    Field(
      "jobs_xml",
      .boolean,
      \.boards.hasJobsXML,
      .optional,
      "Whether there is jobs.xml, which most job boards can read.",
      example: "true"
    ),
    Field(
      "indeed",
      .boolean,
      \.boards.hasIndeed,
      .optional,
      "Whether there is indeed.xml.",
      example: "true"
    ),
    Field(
      "linkedin",
      .boolean,
      \.boards.hasLinkedIn,
      .optional,
      "Whether there is linkedin.xml, for companies with a `linkedin_id`.",
      example: "true"
    ),
    Field(
      "greenhouse",
      .boolean,
      \.boards.hasGreenhouse,
      .optional,
      "Whether there are files in the shape of Greenhouse's job board.",
      example: "false"
    ),
    Field(
      "lever",
      .boolean,
      \.boards.hasLever,
      .optional,
      "Whether there is a file in the shape of Lever's postings.",
      example: "false"
    ),
    Field(
      "ashby",
      .boolean,
      \.boards.hasAshby,
      .optional,
      "Whether there is a file in the shape of Ashby's job board.",
      example: "false"
    ),
    Field(
      "recruitee",
      .boolean,
      \.boards.hasRecruitee,
      .optional,
      "Whether there is a file in the shape of Recruitee's offers.",
      example: "false"
    ),
    Field(
      "teamtailor",
      .boolean,
      \.boards.hasTeamtailor,
      .optional,
      "Whether there are files in the shape of Teamtailor's jobs.json.",
      example: "false"
    ),
  ]
}
