import SourceText
package import Templating

/// Answers what templates ask for: one per worker, looking at one page at a time.
///
/// Values are made when they are asked for, out of the plan: a card on a list costs the fields it
/// shows.
package struct SiteHost: TemplateHost {
  let context: RenderContext
  /// The page being made.
  var page: PageContext {
    didSet {
      pageFields = SiteHost.noJobFields
      siteFields = SiteHost.noSiteFields
    }
  }
  /// What the page's own posting has answered, by the field's index.
  var pageFields = SiteHost.noJobFields
  private var siteFields = SiteHost.noSiteFields
  /// Holds a body while it becomes a value, and is used again for the next.
  private(set) var scratch = ByteBufferBox()

  private static let noJobFields = [Value?](repeating: nil, count: JobField.allCases.count)
  private static let noSiteFields = [Value?](repeating: nil, count: SiteField.allCases.count)

  package init(_ context: RenderContext) {
    self.context = context
    page = PageContext(.home, Route(.home), edition: 0, title: "")
  }

  var plan: SitePlan { context.plan }
  var edition: Edition { plan.editions[page.edition] }
  var words: Wording { context.words[page.edition] }
  var locale: LocaleData { words.locale }

  /// One value for each of ``Global``.
  func globals(_ arena: inout ValueArena) -> [Value] {
    func thing(_ kind: ObjectKind, _ id: Int?) -> Value {
      id.map { .object(type: kind.rawValue, id: $0) } ?? .none
    }
    return Global.allCases.map { global in
      switch global {
      case .site: thing(.site, 0)
      case .page: thing(.page, 0)
      case .theme: thing(.theme, 0)
      case .groups: thing(.groups, 0)
      case .job: thing(.job, page.job)
      case .jobs: arena.list(page.jobs.map { thing(.job, $0) })
      case .group: thing(.group, page.group)
      case .pagination: thing(.pagination, page.pagination.map { _ in 0 })
      }
    }
  }
}

// MARK: - Fields

extension SiteHost {
  package mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch ObjectKind.allCases[type] {
    case .site: siteField(field, &arena)
    case .page: try pageField(PageField.allCases[field], &arena)
    case .theme: themeField(ThemeField.allCases[field], &arena)
    case .groups: groups(GroupsField.allCases[field].kind, &arena)
    case .group: groupField(GroupField.allCases[field], id, &arena)
    case .company: companyField(CompanyField.allCases[field], id, &arena)
    case .choice: choiceField(ChoiceField.allCases[field], id, &arena)
    case .place: placeField(PlaceField.allCases[field], id, &arena)
    case .pagination: paginationField(PaginationField.allCases[field], &arena)
    case .job: try jobField(field, id, &arena)
    }
  }

  /// Menus and the employer stand on every card of a list: each page makes them once.
  private mutating func siteField(_ field: Int, _ arena: inout ValueArena) -> Value {
    if let known = siteFields[field] { return known }
    let value = siteField(SiteField.allCases[field], &arena)
    siteFields[field] = value
    return value
  }

  private func siteField(_ field: SiteField, _ arena: inout ValueArena) -> Value {
    let site = plan.site
    switch field {
    case .title: return arena.text(site.title)
    case .description: return arena.text(site.description)
    case .url: return arena.text(site.baseURL)
    case .language: return arena.text(site.language)
    case .languages: return languages(&arena)
    case .organization: return organization(site.organization, &arena)
    case .menu: return links(context.menus[page.edition].main, &arena)
    case .footer: return links(context.menus[page.edition].footer, &arena)
    case .social:
      return arena.list(
        site.social.map {
          arena.map([("name", arena.text($0.name)), ("url", arena.text($0.url))])
        }
      )
    case .feeds: return feeds(&arena)
    case .params: return context.constants.siteParams
    case .year: return .int(plan.moment.today.parts.year)
    case .date: return arena.text(plan.moment.today.iso)
    case .jobCount: return .int(edition.jobs.count)
    }
  }

  private func languages(_ arena: inout ValueArena) -> Value {
    guard plan.editions.count > 1 else { return arena.list([]) }
    return arena.list(
      plan.editions.map { other in
        arena.map([
          ("code", arena.text(other.language)),
          ("name", arena.text(context.names.ownLanguageNames[other.language])),
          ("url", arena.text(plan.href(Route(.home, language: other.prefix)))),
          ("current", .bool(other.language == edition.language)),
        ])
      }
    )
  }

  private func links(_ entries: [Menus.Entry], _ arena: inout ValueArena) -> Value {
    let here = plan.href(page.route)
    return arena.list(
      entries.map { entry in
        arena.map([
          ("text", arena.text(entry.text)), ("url", arena.text(entry.url)),
          ("current", .bool(entry.url == here)),
        ])
      }
    )
  }

  private func feeds(_ arena: inout ValueArena) -> Value {
    guard plan.site.feeds.hasJSONFeed else { return arena.list([]) }
    return arena.list([
      arena.map([
        ("title", arena.text(words.text("feed.title", [("site", plan.site.title)]))),
        ("type", arena.text("application/feed+json")),
        ("url", arena.text(plan.href(Route(.file("feed.json"))))),
      ])
    ])
  }

  private func organization(_ organization: Organization, _ arena: inout ValueArena) -> Value {
    arena.map([
      ("name", arena.text(organization.name)), ("url", arena.text(organization.url)),
      ("logo", arena.text(organization.logo.map(siteAddress))),
      ("email", arena.text(organization.email)), ("same_as", arena.texts(organization.sameAs)),
      ("size", organization.size.map { .int($0) } ?? .none),
      (
        "address",
        organization.address.map { _ in
          .object(type: ObjectKind.place.rawValue, id: SiteHost.seat)
        } ?? .none
      ),
    ])
  }

  private func themeField(_ field: ThemeField, _ arena: inout ValueArena) -> Value {
    switch field {
    case .name: arena.text(context.theme.name)
    case .version: arena.text(context.theme.version)
    case .params: context.constants.themeParams
    case .tokens: context.constants.tokens
    }
  }
}

// MARK: - The page

extension SiteHost {
  private mutating func pageField(
    _ field: PageField,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch field {
    case .kind: return arena.text(page.kind.rawValue)
    case .route: return arena.text(page.route.path)
    case .url: return arena.text(plan.url(page.redirect ?? page.route))
    case .language: return arena.text(edition.language)
    case .direction: return arena.text(locale.isRightToLeft ? "rtl" : "ltr")
    case .title: return arena.text(page.title)
    case .description: return arena.text(page.description)
    case .noindex: return .bool(page.isHidden)
    case .alternates: return alternates(&arena)
    case .content:
      guard let index = page.contentPage else { return .none }
      return try html(plan.pages[index].body.html, nil, &arena)
    case .redirect: return arena.text(page.redirect.map(plan.href))
    case .custom:
      guard let index = page.contentPage else { return arena.map([]) }
      return arena.value(plan.pages[index].custom)
    }
  }

  private func alternates(_ arena: inout ValueArena) -> Value {
    arena.list(
      page.alternates.map { alternate in
        arena.map([
          ("language", arena.text(alternate.language)),
          ("name", arena.text(context.names.ownLanguageNames[alternate.language])),
          ("url", arena.text(plan.url(alternate.route))),
          ("path", arena.text(plan.href(alternate.route))),
          ("current", .bool(alternate.route == page.route)),
        ])
      }
    )
  }

  /// A body, or a run of it, as HTML.
  mutating func html(
    _ body: BodyReference,
    _ range: Range<UInt32>?,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    guard let value = scratch.value(of: body, range, in: context.bodies, &arena) else {
      throw TemplateFault("io/cannot-read", "a body can't be read back from the scratch file")
    }
    return value
  }

  private func paginationField(_ field: PaginationField, _ arena: inout ValueArena) -> Value {
    guard let pagination = page.pagination else { return .none }
    func address(_ page: Int) -> Value {
      guard 1...pagination.pages ~= page else { return .none }
      return arena.text(plan.href(pagination.route(ofPage: page)))
    }
    switch field {
    case .page: return .int(pagination.page)
    case .pages: return .int(pagination.pages)
    case .total: return .int(pagination.total)
    case .perPage: return .int(plan.site.output.pageSize)
    case .previousURL: return address(pagination.page - 1)
    case .nextURL: return address(pagination.page + 1)
    case .items:
      return arena.list(
        pagination.shownPages.map { number in
          arena.map([
            ("number", .int(number)), ("url", address(number)),
            ("current", .bool(number == pagination.page)),
          ])
        }
      )
    }
  }
}

// MARK: - Groups

extension SiteHost {
  private func groups(_ kind: GroupKind, _ arena: inout ValueArena) -> Value {
    let all = edition.groups.all
    return arena.list(
      all.indices.filter { all[$0].kind == kind }.map {
        .object(type: ObjectKind.group.rawValue, id: $0)
      }
    )
  }

  private func groupField(
    _ field: GroupField,
    _ index: Int,
    _ arena: inout ValueArena
  ) -> Value {
    let group = edition.groups.all[index]
    switch field {
    case .kind: return arena.text(group.kind.rawValue)
    case .key: return arena.text(group.key)
    case .name: return arena.text(context.editions[page.edition].groupNames[index])
    case .url: return arena.text(context.editions[page.edition].groupURLs[index])
    case .count: return .int(group.jobs.count)
    case .description: return arena.text(context.description(of: group))
    case .parent:
      let department = plan.site.departments.first { $0.name == group.name }
      guard group.kind == .department, let parent = department?.parent else { return .none }
      return term(GroupName(.department, parent), &arena)
    }
  }

  /// A name with the address of its group, if that has a page.
  func term(_ name: GroupName, _ arena: inout ValueArena) -> Value {
    if let group = edition.groups.index(of: name) {
      return .object(type: ObjectKind.group.rawValue, id: group)
    }
    let named = JobGroup(kind: name.kind, key: slug(name.name), name: name.name)
    return arena.map([
      ("key", arena.text(named.key)), ("name", arena.text(words.name(of: named))),
      ("url", .none),
    ])
  }

  /// An address of the configuration: paths on the site get its base path.
  func siteAddress(_ address: String) -> String {
    address.hasPrefix("/") ? plan.site.basePath + address : address
  }
}
