// The rows of the maps inside a posting.

extension Schema where Model == Place {
  package static let place = Schema([
    Field("name", .text(1...120), \.name, .optional, "The office's name.", example: "Harbour"),
    Field("city", .text(1...120), \.city, .optional, "The city.", example: "Porto"),
    Field(
      "region",
      .text(1...120),
      \.region,
      .optional,
      "State, province or region; in the US and Canada its postal abbreviation.",
      example: "NS"
    ),
    Field("country", .country, \.country, .always, "The country's code.", example: "PT"),
    Field(
      "postal_code",
      .text(1...20),
      \.postalCode,
      .optional,
      "The postal code.",
      example: "4050-123"
    ),
    Field(
      "street",
      .text(1...200),
      \.street,
      .optional,
      "Street and number.",
      example: "9 Quay Road"
    ),
    Field(
      "latitude",
      .coordinate(-90...90),
      \.latitude,
      .optional,
      "Degrees north.",
      example: "41.15"
    ),
    Field(
      "longitude",
      .coordinate(-180...180),
      \.longitude,
      .optional,
      "Degrees east.",
      example: "-8.61"
    ),
    Field(
      "time_zone",
      .timeZoneName,
      \.timeZone,
      .optional,
      "The place's time zone.",
      example: "Europe/Lisbon"
    ),
    Field(
      "description",
      .text(1...2000),
      \.description,
      .optional,
      "A sentence for the place's own page.",
      example: "Our workshop by the river."
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
      example: "[PT, ES]"
    ),
    Field(
      "regions",
      .list(of: .text(1...80)),
      \.regions,
      .optional,
      "Parts of the world, in words.",
      example: "[European Union]"
    ),
    Field(
      "time_zones",
      .list(of: .text(1...80)),
      \.timeZones,
      .optional,
      "Time zones people work in.",
      example: "[UTC-1..UTC+3]"
    ),
  ]) { RemoteArea() }
}

extension Schema where Model == Salary {
  package static let salary = Schema([
    Field("min", .decimal, \.minimum, .optional, "The lowest pay.", example: "52000"),
    Field("max", .decimal, \.maximum, .optional, "The highest pay.", example: "64000"),
    Field(
      "value",
      .decimal,
      \.value,
      .optional,
      "The pay, where there is no range.",
      example: "17.50"
    ),
    Field("currency", .currency, \.currency, .always, "The currency's code.", example: "EUR"),
    Field("per", .choice, \.period, .always, "The time it is paid for.", example: "year"),
    Field(
      "note",
      .text(1...200),
      \.note,
      .optional,
      "What else is paid.",
      example: "plus a yearly bonus"
    ),
    Field(
      "locations",
      .list(of: .text(1...200)),
      \.locations,
      .optional,
      "The places this pay is for.",
      example: "[porto]"
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
      example: "https://example.com/apply"
    ),
    Field(
      "email",
      .email,
      \.email,
      .optional,
      "An address for applications.",
      example: "jobs@example.com"
    ),
    Field(
      "form",
      .url,
      \.form,
      .optional,
      "A form that can be embedded.",
      example: "https://example.com/form"
    ),
    Field(
      "instructions",
      .text(1...1000),
      \.instructions,
      .optional,
      "What to send, and to whom.",
      example: "Send a CV of at most two pages."
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
      example: "36"
    ),
    Field(
      "max_months",
      .integer(0...600),
      \.maximumMonths,
      .optional,
      "The most, in months.",
      example: "60"
    ),
  ]) { Experience() }
}

extension Schema where Model == SpokenLanguage {
  package static let spokenLanguage = Schema([
    Field("code", .language, \.code, .always, "The language.", example: "de"),
    Field("level", .choice, \.level, .optional, "How well.", example: "fluent"),
  ]) { SpokenLanguage() }
}

extension Schema where Model == InterviewStep {
  package static let interviewStep = Schema([
    Field("name", .text(1...120), \.name, .always, "The step.", example: "Video call"),
    Field(
      "duration",
      .text(1...60),
      \.duration,
      .optional,
      "How long it takes.",
      example: "30 minutes"
    ),
    Field("with", .text(1...120), \.with, .optional, "Who takes part.", example: "a recruiter"),
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
      example: "[PostgreSQL]"
    ),
    Field(
      "soft",
      .list(of: .text(1...80)),
      \.soft,
      .optional,
      "Ways of working.",
      example: "[mentoring]"
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
      example: "job/ghost-job"
    ),
    Field(
      "reason",
      .text(15...300),
      \.reason,
      .always,
      "Why it is meant as it is.",
      example: "We hire for this role all year"
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
      "A path on the site, or a web address.",
      example: "/images/team.jpg"
    ),
    Field(
      "alt",
      .text(1...300),
      \.alternativeText,
      .always,
      "What the picture shows, for people who can't see it.",
      example: "The team at work"
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
