import Templating

// What templates may ask of the site and of a page.

enum SiteField: String, DataField {
  case title, description, url, csp, language, languages, organization, menu, footer, social, feeds
  case params, year, date, jobCount, calendarURL, icons, manifest, origin, timeZone

  static let all = allCases

  var isConstant: Bool { true }

  var type: Vocabulary.ValueType {
    switch self {
    case .languages: .list(ObjectKind.language.type)
    case .organization: ObjectKind.organization.type
    case .menu, .footer: .list(ObjectKind.link.type)
    case .social: .list(ObjectKind.socialProfile.type)
    case .feeds: .list(ObjectKind.feed.type)
    case .icons: .list(ObjectKind.icon.type)
    case .title, .description, .url, .csp, .language, .params, .year, .date, .jobCount,
      .calendarURL, .manifest, .origin, .timeZone:
      .any
    }
  }
}

enum ThemeField: String, DataField {
  case name, version, params, tokens, dark, fontURL

  static let all = allCases

  var isConstant: Bool { true }
}

enum OrganizationField: String, DataField {
  case name, url, logo, email, sameAs, size, address

  static let all = allCases

  var isConstant: Bool { true }

  var type: Vocabulary.ValueType { self == .address ? ObjectKind.place.type : .any }
}

/// An entry of a menu.
enum LinkField: String, DataField {
  case text, url, current

  static let all = allCases

  var isConstant: Bool { self != .current }
}

/// A language of the site.
enum LanguageField: String, DataField {
  case code, name, url, current, pageURL

  static let all = allCases

  var isConstant: Bool { self != .pageURL }
}

enum SocialProfileField: String, DataField {
  case name, url

  static let all = allCases

  var isConstant: Bool { true }
}

enum FeedField: String, DataField {
  case title, type, url

  static let all = allCases

  var isConstant: Bool { true }
}

/// A link to an icon of the site.
enum IconField: String, DataField {
  case rel, url, type, sizes

  static let all = allCases

  var isConstant: Bool { true }
}

enum PageField: String, DataField {
  case kind, route, url, language, direction, title, description, noindex, alternates, feeds
  case content, redirect, custom, structuredData

  static let all = allCases

  var type: Vocabulary.ValueType {
    switch self {
    case .alternates: .list(ObjectKind.alternate.type)
    case .feeds: .list(ObjectKind.feed.type)
    default: .any
    }
  }
}

/// The page in one of its languages.
enum AlternateField: String, DataField {
  case language, name, url, path, current

  static let all = allCases
}

enum GroupsField: String, DataField {
  case departments, locations, levels, tags, employmentTypes

  static let all = allCases

  var isConstant: Bool { true }

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

enum GroupField: String, DataField {
  case kind, key, name, url, count, description, parent

  static let all = allCases

  var isConstant: Bool { true }

  var type: Vocabulary.ValueType { self == .parent ? ObjectKind.group.type : .any }
}

enum PaginationField: String, DataField {
  case page, pages, total, perPage, previousURL, nextURL, items

  static let all = allCases

  var type: Vocabulary.ValueType {
    self == .items ? .list(ObjectKind.paginationItem.type) : .any
  }
}

enum PaginationItemField: String, DataField {
  case number, url, current

  static let all = allCases
}
