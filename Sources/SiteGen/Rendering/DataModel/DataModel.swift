package import Templating

/// The names that templates may use: closed, and declared here once.
///
/// Reference for theme authors, made of the declarations: docs/data-model.md.
package enum DataModel {
  /// What templates are checked against.
  ///
  /// - Parameter customFields: the names that `site.yml` declares under `schema.custom`.
  /// - Returns: the same for every edition of a site.
  package static func vocabulary(customFields: [String]) -> Vocabulary {
    Vocabulary(
      globals: Global.allCases.map { .init($0.rawValue, $0.type) },
      objectTypes: ObjectKind.all.map { kind in
        let fields = kind == .custom ? customFields.map { .init($0) } : kind.fields
        return .init(name: kind.name, fields: fields)
      },
      functions: Function.allCases.map(\.signature)
    )
  }
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

  /// For people.
  var note: FieldNote {
    switch self {
    case .site: .thing("on every page")
    case .page: .thing("on every page: itself")
    case .theme: .thing("on every page")
    case .groups: .thing("on every page: the lists that there are")
    case .job: .thing("on the page of a posting").orNone
    case .jobs: .thing("on pages that list jobs: those of this page; else an empty list")
    case .group: .thing("on the pages of a group").orNone
    case .pagination: .thing("on pages that list jobs").orNone
    }
  }
}

/// The kinds of things whose fields templates ask for one by one.
package enum ObjectKind: String, CaseIterable {
  case site, page, theme, groups, group, pagination, paginationItem, link, language, alternate
  case organization, socialProfile, feed, icon
  case job, company, choice, place, country, remoteArea, salary, apply, keywords, image
  case experience, spokenLanguage, interviewStep, section, translation, custom, customFact

  /// What faults call it.
  var name: String { words(of: rawValue, joinedBy: " ") }

  /// Kept: kinds are found in it by their index.
  static let all = allCases

  var index: Int { ObjectKind.all.firstIndex(of: self) ?? 0 }

  var type: Vocabulary.ValueType { .object(index) }

  var fields: [Vocabulary.Field] { declaration?.vocabulary ?? [] }

  /// Where its fields are declared; nowhere for those that a site declares for itself.
  var declaration: (any DataField.Type)? {
    switch self {
    case .site: SiteField.self
    case .page: PageField.self
    case .theme: ThemeField.self
    case .groups: GroupsField.self
    case .group: GroupField.self
    case .pagination: PaginationField.self
    case .paginationItem: PaginationItemField.self
    case .link: LinkField.self
    case .language: LanguageField.self
    case .alternate: AlternateField.self
    case .organization: OrganizationField.self
    case .socialProfile: SocialProfileField.self
    case .feed: FeedField.self
    case .icon: IconField.self
    case .job: JobField.self
    case .company: CompanyField.self
    case .choice: ChoiceField.self
    case .place: PlaceField.self
    case .country: CountryField.self
    case .remoteArea: RemoteAreaField.self
    case .salary: SalaryField.self
    case .apply: ApplyField.self
    case .keywords: KeywordsField.self
    case .image: ImageField.self
    case .experience: ExperienceField.self
    case .spokenLanguage: SpokenLanguageField.self
    case .interviewStep: InterviewStepField.self
    case .section: SectionField.self
    case .translation: TranslationField.self
    case .custom: nil
    case .customFact: CustomFactField.self
    }
  }
}

/// The fields of one kind of thing, in the order of their indices.
///
/// Templates write a case `isOpen` as `is_open`.
protocol DataField: RawRepresentable, CaseIterable, Equatable where RawValue == String {
  /// All cases, kept: fields are found in it by their index.
  static var all: [Self] { get }
  var type: Vocabulary.ValueType { get }
  /// For people.
  var note: FieldNote { get }
  /// Whether it is the same on all pages of an edition, for a thing that is.
  var isConstant: Bool { get }
}

extension DataField {
  var type: Vocabulary.ValueType { .any }
  var isConstant: Bool { false }

  static var vocabulary: [Vocabulary.Field] {
    all.map {
      .init($0.name, $0.type, isConstant: $0.isConstant)
    }
  }

  /// What templates write.
  var name: String { words(of: rawValue, joinedBy: "_") }

  /// The field with an index that the vocabulary gave out.
  init(index: Int) { self = Self.all[index] }

  var index: Int { Self.all.firstIndex(of: self) ?? 0 }
}

/// The words of a case's name in lower case: `absoluteURL` has two.
private func words(of name: String, joinedBy separator: String) -> String {
  var words = ""
  var isInsideWord = false
  for letter in name.unicodeScalars {
    let isUppercase = "A"..."Z" ~= letter
    if isUppercase, isInsideWord { words += separator }
    isInsideWord = !isUppercase
    words.unicodeScalars.append(isUppercase ? Unicode.Scalar(UInt8(letter.value) | 0x20) : letter)
  }
  return words
}

/// The functions that templates may call.
enum Function: String, CaseIterable {
  case t, asset, integrity, url

  var signature: Vocabulary.Function {
    switch self {
    case .t:
      function(["key", "count"], acceptsKeywords: true)
    case .asset, .integrity: function(["name"])
    case .url: function(["path"])
    }
  }

  /// All of them have the same result on each page of an edition.
  private func function(
    _ parameters: [String],
    acceptsKeywords: Bool = false
  ) -> Vocabulary.Function {
    .init(
      name: rawValue,
      parameters: parameters,
      required: 1,
      acceptsKeywords: acceptsKeywords,
      isConstant: true
    )
  }
}
