import SourceText
package import Templating

/// Answers what the templates of one edition ask for: one per worker, looking at one page at a time.
///
/// What doesn't depend on the page lies ready in ``EditionValues``; the rest is made out of the plan
/// when it is asked for.
package final class SiteHost: TemplateHost {
  let context: RenderContext
  /// The page being made.
  package private(set) var page: PageContext
  /// The address of the page, as links on the site name it.
  private(set) var href: String
  let values: EditionValues
  /// By ``JobField``, the first columns of it; a row for each posting, none while templates are compiled.
  let jobs: ValueTable
  /// What the page's own posting has answered, by the field's index, and what the page itself has.
  private var answers = [Value?](repeating: nil, count: JobField.all.count)
  private var pageAnswers = [Value?](repeating: nil, count: PageField.all.count)
  let scratch = RenderScratch()

  init(
    _ context: RenderContext,
    edition: Int,
    jobs: ValueTable = ValueTable(columns: JobField.columns)
  ) {
    self.context = context
    page = PageContext(.home, Route(.home), edition: edition, title: "")
    href = context.plan.href(page.route)
    values = context.values[edition]
    self.jobs = jobs
  }

  var plan: SitePlan { context.plan }
  var edition: Edition { plan.editions[page.edition] }
  var words: Wording { context.words[page.edition] }
  var locale: LocaleData { words.locale }

  /// Looks at another page of the edition.
  package func turn(to next: PageContext) {
    page = next
    href = plan.href(page.route)
    for index in answers.indices { answers[index] = nil }
    for index in pageAnswers.indices { pageAnswers[index] = nil }
  }

  /// What templates of the edition may take as fixed.
  var known: KnownValues {
    var globals: [Int: Value] = [:]
    for (index, global) in Global.allCases.enumerated() {
      switch global {
      case .site: globals[index] = .thing(.site, 0)
      case .theme: globals[index] = .thing(.theme, 0)
      case .groups: globals[index] = .thing(.groups, 0)
      case .page, .job, .jobs, .group, .pagination: continue
      }
    }
    return KnownValues(globals: globals, host: self)
  }

  /// One value for each of ``Global``.
  func globals(_ arena: inout ValueArena) -> [Value] {
    func thing(_ kind: ObjectKind, _ id: Int?) -> Value { id.map { .thing(kind, $0) } ?? .none }
    return Global.allCases.map { global in
      switch global {
      case .site: .thing(.site, 0)
      case .page: .thing(.page, 0)
      case .theme: .thing(.theme, 0)
      case .groups: .thing(.groups, 0)
      case .job: thing(.job, page.job)
      case .jobs: arena.list(page.jobs.map { .thing(.job, $0) })
      case .group: thing(.group, page.group)
      case .pagination: thing(.pagination, page.pagination.map { _ in 0 })
      }
    }
  }
}

// MARK: - Fields

extension SiteHost {
  package func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let kind = ObjectKind.all[type]
    switch kind {
    case .job: return try jobField(field, id, &arena)
    case .group: return groupField(field, GroupReference(id: id), &arena)
    case .choice: return values.choices[id, field]
    case .company: return values.companies[id, field]
    case .site: return values.site[id, field]
    case .theme: return values.theme[id, field]
    case .organization: return values.organization[id, field]
    case .language: return languageField(field, id, &arena)
    case .socialProfile: return values.socialProfiles[id, field]
    case .feed: return feedField(field, id, &arena)
    case .icon: return values.icons[id, field]
    case .link: return linkField(field, id)
    case .page: return try pageField(field, &arena)
    case .alternate: return alternateField(AlternateField(index: field), id, &arena)
    case .groups: return groups(GroupsField(index: field).kind, &arena)
    case .pagination: return paginationField(PaginationField(index: field), &arena)
    case .paginationItem:
      return paginationItemField(PaginationItemField(index: field), id, &arena)
    case .place: return placeField(PlaceField(index: field), PlaceReference(id: id), &arena)
    case .section: return try sectionField(SectionField(index: field), id, &arena)
    case .country, .remoteArea, .salary, .apply, .keywords, .image, .experience, .spokenLanguage,
      .interviewStep, .translation, .custom, .customFact:
      return partField(kind, field, PartReference(id: id), &arena)
    }
  }

  /// Templates ask twice for what they test and then write: the page and its own posting answer once.
  private func jobField(
    _ index: Int,
    _ job: Int,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    if index < jobs.columns { return jobs[job, index] }
    guard job == page.job else { return try jobField(JobField(index: index), job, &arena) }
    if let known = answers[index] { return known }
    let value = try jobField(JobField(index: index), job, &arena)
    answers[index] = value
    return value
  }

  private func pageField(
    _ index: Int,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    if let known = pageAnswers[index] { return known }
    let value = try pageField(PageField(index: index), &arena)
    pageAnswers[index] = value
    return value
  }

  private func groupField(
    _ field: Int,
    _ group: GroupReference,
    _ arena: inout ValueArena
  ) -> Value {
    switch group {
    case .row(let row): values.groups[row, field]
    case .name(let kind, let part): namedGroupField(GroupField(index: field), kind, part, &arena)
    }
  }

  /// A group without open postings: it has no page.
  private func namedGroupField(
    _ field: GroupField,
    _ kind: GroupKind,
    _ part: PartReference,
    _ arena: inout ValueArena
  ) -> Value {
    let name = plan.postings[part.job].groupName(kind, part.part) ?? ""
    switch field {
    case .kind: return arena.text(kind.rawValue)
    case .key: return arena.text(slug(name))
    case .name: return arena.text(words.name(of: JobGroup(kind: kind, key: "", name: name)))
    case .count: return .int(0)
    case .url, .description, .parent: return .none
    }
  }
}
