import Templating

/// The values of one edition that don't depend on the page: made once, in the constants of its
/// templates, and handed out as they are.
///
/// Rows of postings are not among them: see ``JobRows``.
package struct EditionValues: Sendable {
  /// By ``GroupField``; a row for each group of the edition.
  private(set) var groups = ValueTable(columns: GroupField.all.count)
  /// By ``CompanyField``; a row for each of the plan's employers.
  private(set) var companies = ValueTable(columns: CompanyField.all.count)
  /// By ``ChoiceField``; a row for each value of each list, at ``ChoiceList/firstRow``.
  private(set) var choices = ValueTable(columns: ChoiceField.all.count)
  private(set) var site = ValueTable(columns: SiteField.all.count)
  private(set) var theme = ValueTable(columns: ThemeField.all.count)
  private(set) var organization = ValueTable(columns: OrganizationField.all.count)
  private(set) var languages = ValueTable(columns: LanguageField.all.count)
  private(set) var socialProfiles = ValueTable(columns: SocialProfileField.all.count)
  private(set) var feeds = ValueTable(columns: FeedField.all.count)
  private(set) var icons = ValueTable(columns: IconField.all.count)
  /// The main menu's entries, then the footer's; `current` depends on the page.
  private(set) var links = ValueTable(columns: LinkField.all.count)
  /// The interface texts that have neither placeholders nor plural forms.
  private(set) var texts: [String: Value] = [:]
}

// MARK: - Making

extension EditionValues {
  init(
    _ edition: Edition,
    in plan: SitePlan,
    _ theme: Theme,
    _ words: Wording,
    _ menus: Menus,
    _ names: NameTables,
    arena: inout ValueArena
  ) {
    self.texts = words.constantTexts.mapValues { arena.text($0) }
    addSite(edition, plan, theme, words, menus, names, &arena)
    func address(_ asset: String) -> Value {
      let published = theme.assets.first { $0.name == asset }?.outputName
      return arena.text(published.map { plan.basePath + "/" + $0 })
    }
    func tokens(_ scheme: ThemeTokens.Scheme) -> Value {
      var values: [(key: String, value: Value)] = []
      for token in theme.tokens.values(scheme) {
        switch token.value {
        case .none: values.append((token.name, .none))
        case .text(let text): values.append((token.name, arena.text(text)))
        case .asset(let name):
          values.append((token.name, address(name)))
          let size = theme.assets.first { $0.name == name }.flatMap { PictureSize(of: $0.bytes) }
          guard let size else { continue }
          values.append((token.name + "-width", .int(size.width)))
          values.append((token.name + "-height", .int(size.height)))
        }
      }
      return arena.map(values)
    }
    self.theme.append([
      arena.text(theme.name), arena.text(theme.version), arena.value(theme.params),
      tokens(.light), tokens(.dark), theme.tokens.fontFile.map(address) ?? .none,
    ])
    for group in edition.groups.all { add(group, edition, plan, words, &arena) }
    for list in ChoiceList.allCases {
      for key in list.keys {
        choices.append([arena.text(key), arena.text(words.text("\(list).\(key)")), .none])
      }
    }
    for employer in plan.employers.all {
      companies.append([arena.text(employer.name), arena.text(employer.url)])
    }
  }

  private mutating func addSite(
    _ edition: Edition,
    _ plan: SitePlan,
    _ theme: Theme,
    _ words: Wording,
    _ menus: Menus,
    _ names: NameTables,
    _ arena: inout ValueArena
  ) {
    let site = plan.site
    for entry in menus.main + menus.footer {
      links.append([arena.text(entry.text), arena.text(entry.url), .none])
    }
    if plan.editions.count > 1 {
      for other in plan.editions {
        languages.append([
          arena.text(other.language), arena.text(names.ownLanguageNames[other.language]),
          arena.text(plan.href(Route(.home, language: other.prefix))),
          .bool(other.language == edition.language), .none,
        ])
      }
    }
    for profile in site.social {
      socialProfiles.append([arena.text(profile.name), arena.text(profile.url)])
    }
    for format in plan.listFeeds {
      feeds.append([
        arena.text(words.text(format.titleKey, [("site", site.title)])),
        arena.text(format.mediaType), arena.text(plan.href(format.route(edition))),
      ])
    }
    for (icon, url) in plan.icons(of: theme) {
      icons.append([
        arena.text(icon.relation), arena.text(url), arena.text(icon.mediaType),
        arena.text(icon.sizes),
      ])
    }
    let employer = site.organization
    organization.append([
      arena.text(employer.name), arena.text(employer.url),
      arena.text(employer.logo.map(plan.siteAddress)), arena.text(employer.email),
      arena.texts(employer.sameAs), employer.size.map { .int($0) } ?? .none,
      employer.address.map { _ in .thing(.place, PlaceReference.seat.id) } ?? .none,
    ])
    self.site.append([
      arena.text(site.title), arena.text(site.description), arena.text(site.baseURL),
      arena.text(plan.contentSecurityPolicy?.text),
      arena.text(site.language), arena.things(.language, 0..<languages.rows),
      .thing(.organization, 0), arena.things(.link, 0..<menus.main.count),
      arena.things(.link, menus.main.count..<links.rows),
      arena.things(.socialProfile, 0..<socialProfiles.rows),
      arena.things(.feed, 0..<feeds.rows), arena.value(site.params),
      .int(plan.moment.today.parts.year), arena.text(plan.moment.today.iso),
      .int(edition.jobs.count),
      site.feeds.hasCalendar ? arena.text(plan.href(ClosingCalendar.route(edition))) : .none,
      arena.things(.icon, 0..<icons.rows),
      arena.text(site.publication.manifest.map { _ in plan.href(WebManifest.route) }),
      arena.text(String(site.baseURL.dropLast(plan.basePath.count))),
      arena.text(site.timeZone.name),
    ])
  }

  private mutating func add(
    _ group: JobGroup,
    _ edition: Edition,
    _ plan: SitePlan,
    _ words: Wording,
    _ arena: inout ValueArena
  ) {
    let route = Route(.group(group.kind, key: group.key), language: edition.prefix)
    var parent = Value.none
    if group.kind == .department,
      let name = plan.site.departments.first(where: { $0.name == group.name })?.parent
    {
      parent = .group(named: GroupName(.department, name), in: edition) ?? .none
    }
    groups.append([
      arena.text(group.kind.rawValue), arena.text(group.key), arena.text(words.name(of: group)),
      arena.text(plan.href(route)), .int(group.jobs.count),
      arena.text(plan.description(of: group, in: edition.language)), parent,
    ])
  }
}
