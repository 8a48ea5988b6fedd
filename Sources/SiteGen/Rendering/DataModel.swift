package import Templating

/// The names that templates may use: closed, and declared here once.
///
/// Reference for theme authors: docs/themes.md.
package enum DataModel {
  package static let vocabulary = Vocabulary(
    globals: Global.allCases.map { .init($0.rawValue, $0.type) },
    objectTypes: ObjectKind.allCases.map { .init(name: $0.name, fields: $0.fields) },
    functions: Function.allCases.map(\.signature)
  )
}

package enum Global: String, CaseIterable {
  case site, page, theme, groups, job, jobs, group, pagination

  var type: Vocabulary.ValueType {
    switch self {
    case .site: ObjectKind.site.type
    case .page: ObjectKind.page.type
    case .theme: ObjectKind.theme.type
    case .groups: ObjectKind.groups.type
    case .job: ObjectKind.job.type
    case .jobs: .list(ObjectKind.job.type)
    case .group: ObjectKind.group.type
    case .pagination: ObjectKind.pagination.type
    }
  }
}

/// The kinds of things whose fields are made when a template asks for them.
package enum ObjectKind: Int, CaseIterable {
  case site, page, theme, groups, group, pagination, job, company, choice, place

  var name: String { String(describing: self) }

  var type: Vocabulary.ValueType { .object(rawValue) }

  var fields: [Vocabulary.Field] {
    switch self {
    case .site: SiteField.vocabulary
    case .page: PageField.vocabulary
    case .theme: ThemeField.vocabulary
    case .groups: GroupsField.vocabulary
    case .group: GroupField.vocabulary
    case .pagination: PaginationField.vocabulary
    case .job: JobField.vocabulary
    case .company: CompanyField.vocabulary
    case .choice: ChoiceField.vocabulary
    case .place: PlaceField.vocabulary
    }
  }
}

/// The fields of one kind of thing, in the order of their indices.
protocol DataField: RawRepresentable, CaseIterable where RawValue == String {
  var type: Vocabulary.ValueType { get }
}

extension DataField {
  var type: Vocabulary.ValueType { .any }

  static var vocabulary: [Vocabulary.Field] { allCases.map { .init($0.rawValue, $0.type) } }
}

enum SiteField: String, DataField {
  case title, description, url, language, languages, organization, menu, footer, social, feeds
  case params, year, date
  case jobCount = "job_count"
}

enum PageField: String, DataField {
  case kind, route, url, language, direction, title, description, noindex, alternates, content
  case redirect, custom
}

enum ThemeField: String, DataField { case name, version, params, tokens }

enum GroupsField: String, DataField {
  case departments, locations, levels, tags
  case employmentTypes = "employment_types"

  var type: Vocabulary.ValueType { .list(ObjectKind.group.type) }

  var kind: GroupKind {
    switch self {
    case .departments: .department
    case .locations: .location
    case .levels: .level
    case .tags: .tag
    case .employmentTypes: .employmentType
    }
  }
}

enum GroupField: String, DataField { case kind, key, name, url, count, description, parent }

enum CompanyField: String, DataField { case name, url }

/// A value of a closed list of the schema.
enum ChoiceField: String, DataField { case key, name, url }

enum PlaceField: String, DataField {
  case name, city, region, country, flag, street, latitude, longitude, text, url
  case countryName = "country_name"
  case postalCode = "postal_code"
}

enum PaginationField: String, DataField {
  case page, pages, total, items
  case perPage = "per_page"
  case previousURL = "previous_url"
  case nextURL = "next_url"
}

enum JobField: String, DataField {
  case id, title, language, url, state, company, department, team, workplace, levels, tags
  case absoluteURL = "absolute_url"
  case isOpen = "is_open"
  case employmentTypes = "employment_types"
  case locations, remote
  case locationText = "location_text"
  case datePosted = "date_posted"
  case posted
  case dateUpdated = "date_updated"
  case updated
  case validThrough = "valid_through"
  case closes
  case daysLeft = "days_left"
  case dateClosed = "date_closed"
  case closed
  case salaryText = "salary_text"
  case salaries, apply
  case techStack = "tech_stack"
  case keywords, experience, education
  case workHours = "work_hours"
  case startDate = "start_date"
  case duration, travel, clearance, industry, occupation, openings
  case visaSponsorship = "visa_sponsorship"
  case languages, benefits, interview, summary, body, sections, image, featured, custom
  case similar, translations
  case structuredData = "structured_data"

  var type: Vocabulary.ValueType {
    switch self {
    case .similar: .list(ObjectKind.job.type)
    case .company: ObjectKind.company.type
    case .locations: .list(ObjectKind.place.type)
    case .workplace, .education: ObjectKind.choice.type
    default: .any
    }
  }
}

/// The functions that templates may call.
enum Function: String, CaseIterable {
  case t, asset, url

  var signature: Vocabulary.Function {
    switch self {
    case .t:
      .init(name: rawValue, parameters: ["key", "count"], required: 1, acceptsKeywords: true)
    case .asset: .init(name: rawValue, parameters: ["name"], required: 1, acceptsKeywords: false)
    case .url: .init(name: rawValue, parameters: ["path"], required: 1, acceptsKeywords: false)
    }
  }
}
