// The rows of the maps inside a posting.

extension Schema where Model == Place {
  package static let place = Schema([
    Field(
      "name",
      .text(1...120),
      \.name,
      .optional,
      "The office's name.",
      example: "Harbour",
      appears: [.page]
    ),
    Field(
      "city",
      .text(1...120),
      \.city,
      .optional,
      "The city.",
      example: "Porto",
      appears: [.page, .lists, .groups, .structured("jobLocation.address.addressLocality")]
    ),
    Field(
      "region",
      .text(1...120),
      \.region,
      .optional,
      "State, province or region: its name, or its code (ISO 3166-2) in capitals.",
      example: "Norte",
      appears: [.page, .lists, .groups, .structured("jobLocation.address.addressRegion")]
    ),
    Field(
      "country",
      .country,
      \.country,
      .always,
      "The country's code.",
      example: "PT",
      appears: [.page, .lists, .groups, .structured("jobLocation.address.addressCountry")]
    ),
    Field(
      "postal_code",
      .text(1...20),
      \.postalCode,
      .optional,
      "The postal code.",
      example: "4050-123",
      appears: [.page, .structured("jobLocation.address.postalCode")]
    ),
    Field(
      "street",
      .text(1...200),
      \.street,
      .optional,
      "Street and number.",
      example: "9 Quay Road",
      appears: [.page, .structured("jobLocation.address.streetAddress")]
    ),
    Field(
      "latitude",
      .coordinate(-90...90),
      \.latitude,
      .optional,
      "Degrees north.",
      example: "41.15",
      appears: [.templates, .structured("jobLocation.geo.latitude")]
    ),
    Field(
      "longitude",
      .coordinate(-180...180),
      \.longitude,
      .optional,
      "Degrees east.",
      example: "-8.61",
      appears: [.templates, .structured("jobLocation.geo.longitude")]
    ),
    Field(
      "time_zone",
      .timeZoneName,
      \.timeZone,
      .optional,
      "The place's time zone.",
      example: "Europe/Lisbon",
      appears: [.templates]
    ),
    Field(
      "description",
      .textByLanguage(1...2000),
      \.descriptions,
      .optional,
      "A sentence for the place's own page; a map gives texts by language.",
      example: "Our workshop by the river.",
      appears: [.groups]
    ),
  ]) { Place() }
}

extension Schema where Model == RemoteArea {
  package static let remoteArea = Schema([
    Field(
      "countries",
      .list(of: .country),
      \.countries,
      .optional,
      "Where people may live.",
      example: "[PT, ES]",
      appears: [.page, .lists, .structured("applicantLocationRequirements")]
    ),
    Field(
      "regions",
      .list(of: .text(1...80)),
      \.regions,
      .optional,
      "Parts of the world, in words.",
      example: "[European Union]",
      appears: [.page, .lists]
    ),
    Field(
      "time_zones",
      .list(of: .text(1...80)),
      \.timeZones,
      .optional,
      "Time zones people work in.",
      example: "[UTC-1..UTC+3]",
      appears: [.page]
    ),
  ]) { RemoteArea() }
}

extension Schema where Model == Salary {
  package static let salary = Schema([
    Field(
      "min",
      .decimal,
      \.minimum,
      .optional,
      "The lowest pay.",
      example: "52000",
      appears: [.page, .lists, .structured("baseSalary.value.minValue")]
    ),
    Field(
      "max",
      .decimal,
      \.maximum,
      .optional,
      "The highest pay.",
      example: "64000",
      appears: [.page, .lists, .structured("baseSalary.value.maxValue")]
    ),
    Field(
      "value",
      .decimal,
      \.value,
      .optional,
      "The pay, where there is no range.",
      example: "17.50",
      appears: [.page, .lists, .structured("baseSalary.value.value")]
    ),
    Field(
      "currency",
      .currency,
      \.currency,
      .always,
      "The currency's code.",
      example: "EUR",
      appears: [.page, .lists, .structured("baseSalary.currency")]
    ),
    Field(
      "per",
      .choice,
      \.period,
      .always,
      "The time it is paid for.",
      example: "year",
      appears: [.page, .lists, .structured("baseSalary.value.unitText")]
    ),
    Field(
      "note",
      .text(1...200),
      \.note,
      .optional,
      "What else is paid.",
      example: "plus a yearly bonus",
      appears: [.page, .structured("baseSalary.description")]
    ),
    Field(
      "locations",
      .list(of: .text(1...200)),
      \.locations,
      .optional,
      "The places this pay is for.",
      example: "[porto]",
      appears: [.page, .structured("baseSalary.name")]
    ),
  ]) { Salary() }
}

extension Schema where Model == ApplyTarget {
  package static let apply = Schema([
    Field(
      "url",
      .url,
      \.url,
      .optional,
      "A page with a form.",
      example: "https://example.com/apply",
      appears: [.page, .feed("external_url")]
    ),
    Field(
      "email",
      .email,
      \.email,
      .optional,
      "An address for applications.",
      example: "jobs@example.com",
      appears: [.page, .structured("applicationContact.email")]
    ),
    Field(
      "form",
      .url,
      \.form,
      .optional,
      "Where a form on the page is sent to.",
      example: "https://example.com/form",
      appears: [.page, .feed("external_url")]
    ),
    Field(
      "instructions",
      .text(1...1000),
      \.instructions,
      .optional,
      "What to send, and to whom.",
      example: "Send a CV of at most two pages.",
      appears: [.page]
    ),
  ]) { ApplyTarget() }
}

extension Schema where Model == Experience {
  package static let experience = Schema([
    Field(
      "min_months",
      .integer(0...600),
      \.minimumMonths,
      .optional,
      "The least, in months.",
      example: "36",
      appears: [.page, .structured("experienceRequirements.monthsOfExperience")]
    ),
    Field(
      "max_months",
      .integer(0...600),
      \.maximumMonths,
      .optional,
      "The most, in months.",
      example: "60",
      appears: [.page]
    ),
  ]) { Experience() }
}

extension Schema where Model == SpokenLanguage {
  package static let spokenLanguage = Schema([
    Field(
      "code",
      .language,
      \.code,
      .always,
      "The language.",
      example: "de",
      appears: [.page]
    ),
    Field(
      "level",
      .choice,
      \.level,
      .optional,
      "How well.",
      example: "fluent",
      appears: [.page]
    ),
  ]) { SpokenLanguage() }
}

extension Schema where Model == InterviewStep {
  package static let interviewStep = Schema([
    Field(
      "name",
      .text(1...120),
      \.name,
      .always,
      "The step.",
      example: "Video call",
      appears: [.page]
    ),
    Field(
      "duration",
      .text(1...60),
      \.duration,
      .optional,
      "How long it takes.",
      example: "30 minutes",
      appears: [.page]
    ),
    Field(
      "with",
      .text(1...120),
      \.with,
      .optional,
      "Who takes part.",
      example: "a recruiter",
      appears: [.page]
    ),
  ]) { InterviewStep() }
}

extension Schema where Model == Keywords {
  package static let keywords = Schema([
    Field(
      "hard",
      .list(of: .text(1...80)),
      \.hard,
      .optional,
      "Skills and tools.",
      example: "[PostgreSQL]",
      appears: [.page, .structured("skills")]
    ),
    Field(
      "soft",
      .list(of: .text(1...80)),
      \.soft,
      .optional,
      "Ways of working.",
      example: "[mentoring]",
      appears: [.page]
    ),
  ]) { Keywords() }
}

extension Schema where Model == Allowance {
  package static let allowance = Schema([
    Field(
      "fault",
      .located(.rule),
      \.rule,
      .always,
      "The id at the end of the warning.",
      example: "job/ghost-job",
      appears: [.report]
    ),
    Field(
      "reason",
      .text(15...300),
      \.reason,
      .always,
      "Why it is meant as it is.",
      example: "We hire for this role all year",
      appears: [.report]
    ),
  ]) { Allowance() }
}

extension Schema where Model == Image {
  package static let image = Schema([
    Field(
      "src",
      .imageSource,
      \.source,
      .always,
      "A web address, or a path: `/images/team.jpg` is `assets/images/team.jpg` beside site.yml.",
      example: "/images/team.jpg",
      appears: [.page, .structured("image"), .feed("image")]
    ),
    Field(
      "alt",
      .text(1...300),
      \.alternativeText,
      .always,
      "What the picture shows, for people who can't see it.",
      example: "The team at work",
      appears: [.page]
    ),
  ]) { Image() }
}

extension FieldType where Value == String {
  /// A path on the site, or an absolute address.
  static var imageSource: FieldType {
    scalar(.anyOf([.sitePath, .url]), fault: "not-an-image", "the address of an image") { text in
      isSitePath(text) || isWebAddress(text) ? text : nil
    }
  }
}
