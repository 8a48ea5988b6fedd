import Templating

// What templates may ask of a posting.

enum JobField: String, DataField {
  // What lists show; kept in a table (see ``JobRows``).
  case id, title, language, url, state, isOpen, company, department, workplace, employmentTypes
  case locationText, salaryText, datePosted, posted, daysLeft, featured
  // What a posting's own page shows; made when it is asked for.
  case summary, absoluteURL, team, levels, tags, locations, remote, dateUpdated, updated
  case validThrough, closes, dateClosed, closed, salaries, apply, techStack, keywords, experience
  case education, workHours, startDate, duration, travel, clearance, industry, occupation
  case openings, visaSponsorship, languages, benefits, interview, body, sections, image, custom
  case customFacts, similar, translations, structuredData, calendarURL

  static let all = allCases

  /// How many fields lie in the table.
  static let columns = JobField.featured.index + 1

  var type: Vocabulary.ValueType {
    switch self {
    case .similar: .list(ObjectKind.job.type)
    case .company: ObjectKind.company.type
    case .department: ObjectKind.group.type
    case .employmentTypes, .levels, .tags: .list(ObjectKind.group.type)
    case .workplace, .education: ObjectKind.choice.type
    case .locations: .list(ObjectKind.place.type)
    case .remote: ObjectKind.remoteArea.type
    case .salaries: .list(ObjectKind.salary.type)
    case .apply: ObjectKind.apply.type
    case .keywords: ObjectKind.keywords.type
    case .experience: ObjectKind.experience.type
    case .languages: .list(ObjectKind.spokenLanguage.type)
    case .interview: .list(ObjectKind.interviewStep.type)
    case .sections: .list(ObjectKind.section.type)
    case .image: ObjectKind.image.type
    case .custom: ObjectKind.custom.type
    case .customFacts: .list(ObjectKind.customFact.type)
    case .translations: .list(ObjectKind.translation.type)
    case .id, .title, .language, .url, .state, .isOpen, .locationText, .salaryText, .datePosted,
      .posted, .summary, .daysLeft, .featured, .absoluteURL, .team, .dateUpdated, .updated,
      .validThrough, .closes, .dateClosed, .closed, .techStack, .workHours, .startDate, .duration,
      .travel, .clearance, .industry, .occupation, .openings, .visaSponsorship, .benefits, .body,
      .structuredData, .calendarURL:
      .any
    }
  }
}

enum CompanyField: String, DataField {
  case name, url

  static let all = allCases
}

/// A value of a closed list of the schema.
enum ChoiceField: String, DataField {
  case key, name, url

  static let all = allCases
}

enum PlaceField: String, DataField {
  case name, city, region, country, flag, street, latitude, longitude, text, url
  case countryName, postalCode, timeZone

  static let all = allCases

  // Only the employer's seat is a place of all pages.
  var isConstant: Bool { true }
}

enum CountryField: String, DataField {
  case code, name, flag

  static let all = allCases
}

enum RemoteAreaField: String, DataField {
  case countries, regions, timeZones

  static let all = allCases

  var type: Vocabulary.ValueType {
    self == .countries ? .list(ObjectKind.country.type) : .any
  }
}

enum SalaryField: String, DataField {
  case min, max, value, currency, per, note, text, locations

  static let all = allCases
}

enum ApplyField: String, DataField {
  case kind, url, email, form, instructions, subject, href

  static let all = allCases
}

enum KeywordsField: String, DataField {
  case hard, soft

  static let all = allCases
}

enum ImageField: String, DataField {
  case src, alt

  static let all = allCases
}

enum ExperienceField: String, DataField {
  case minMonths, maxMonths, text

  static let all = allCases
}

enum SpokenLanguageField: String, DataField {
  case code, name, level, levelName

  static let all = allCases
}

enum InterviewStepField: String, DataField {
  case name, duration, with

  static let all = allCases
}

enum SectionField: String, DataField {
  case kind, title, id, html

  static let all = allCases
}

/// The posting in another language.
enum TranslationField: String, DataField {
  case language, name, url, title

  static let all = allCases
}

/// A field that the site declares for itself, with its value.
enum CustomFactField: String, DataField {
  case key, label, labelLanguage, value

  static let all = allCases
}
