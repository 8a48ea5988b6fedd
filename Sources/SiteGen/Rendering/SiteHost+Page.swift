import SourceText
import Templating

// The page and what it lists.

extension SiteHost {
  func linkField(_ field: Int, _ row: Int) -> Value {
    guard LinkField(index: field) == .current else { return values.links[row, field] }
    return .bool(context.menus[page.edition].url(at: row) == href)
  }

  /// A language of the site leads to its version of the page, else to its home.
  func languageField(_ field: Int, _ row: Int, _ arena: inout ValueArena) -> Value {
    guard LanguageField(index: field) == .pageURL else { return values.languages[row, field] }
    let other = plan.editions[row].language
    if let version = page.alternates.first(where: { $0.language == other }) {
      return plan.href(version.route, &arena)
    }
    return row == page.edition ? arena.text(href) : values.languages[row, LanguageField.url.index]
  }

  func pageField(
    _ field: PageField,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch field {
    case .kind: return arena.text(page.kind.rawValue)
    case .route: return arena.text(page.route.path)
    case .url: return plan.url(page.redirect ?? page.route, &arena)
    case .language: return arena.text(edition.language)
    case .direction: return arena.text(locale.isRightToLeft ? "rtl" : "ltr")
    case .title: return arena.text(page.title)
    case .description: return arena.text(page.description)
    case .noindex: return .bool(page.isHidden)
    case .alternates: return arena.things(.alternate, page.alternates.indices)
    case .feeds: return arena.things(.feed, pageFeeds)
    case .content:
      guard let index = page.contentPage else { return .none }
      return try text(plan.pages[index].body.html, as: .html, &arena)
    case .redirect: return arena.text(page.redirect.map(plan.href))
    case .custom:
      guard let index = page.contentPage else { return arena.map([]) }
      return arena.value(plan.pages[index].custom)
    case .structuredData:
      scratch.json.removeAll()
      guard StructuredData(context).writePage(page, into: &scratch.json) else { return .none }
      return scratch.json.buffer.withBytes { arena.text($0, as: .json) }
    }
  }

  /// Of a group with feeds of its own behind the edition's, else the edition's.
  private var pageFeeds: Range<Int> {
    let count = values.feeds.rows
    guard let group = page.group, edition.hasFeed(of: edition.groups.all[group], in: plan) else {
      return 0..<count
    }
    return count..<2 * count
  }

  /// What a page says of a feed: a row of the edition's or, behind those, the same format of the
  /// page's group.
  func feedField(_ field: Int, _ id: Int, _ arena: inout ValueArena) -> Value {
    let count = values.feeds.rows
    guard id >= count, let index = page.group else { return values.feeds[id, field] }
    let format = plan.listFeeds[id - count]
    switch FeedField(index: field) {
    case .title: return arena.text(page.title)
    case .type: return values.feeds[id - count, field]
    case .url: return plan.href(format.route(edition.groups.all[index], edition), &arena)
    }
  }

  func alternateField(_ field: AlternateField, _ index: Int, _ arena: inout ValueArena) -> Value {
    let alternate = page.alternates[index]
    switch field {
    case .language: return arena.text(alternate.language)
    case .name: return arena.text(context.names.ownLanguageNames[alternate.language])
    case .url: return plan.url(alternate.route, &arena)
    case .path: return plan.href(alternate.route, &arena)
    case .current: return .bool(alternate.route == page.route)
    }
  }

  func groups(_ kind: GroupKind, _ arena: inout ValueArena) -> Value {
    arena.things(.group, edition.groups.range(of: kind))
  }

  /// A body, or a run of it, as HTML.
  func text(
    _ body: BodyReference,
    _ range: Range<UInt32>? = nil,
    as kind: TextKind,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let text = context.bodies.withBytes(of: body, range) { arena.text($0, as: kind) }
    guard let text else {
      throw TemplateFault("io/cannot-read", "a body can't be read back from the scratch file")
    }
    return text
  }
}

// MARK: - Pagination

extension SiteHost {
  func paginationField(_ field: PaginationField, _ arena: inout ValueArena) -> Value {
    guard let pagination = page.pagination else { return .none }
    switch field {
    case .page: return .int(pagination.page)
    case .pages: return .int(pagination.pages)
    case .total: return .int(pagination.total)
    case .perPage: return .int(plan.site.output.pageSize)
    case .previousURL: return address(ofPage: pagination.page - 1, in: pagination, &arena)
    case .nextURL: return address(ofPage: pagination.page + 1, in: pagination, &arena)
    case .items:
      return arena.list(pagination.shownPages.map { .thing(.paginationItem, $0) })
    }
  }

  func paginationItemField(
    _ field: PaginationItemField,
    _ number: Int,
    _ arena: inout ValueArena
  ) -> Value {
    guard let pagination = page.pagination else { return .none }
    switch field {
    case .number: return .int(number)
    case .url: return address(ofPage: number, in: pagination, &arena)
    case .current: return .bool(number == pagination.page)
    }
  }

  private func address(
    ofPage number: Int,
    in pagination: Pagination,
    _ arena: inout ValueArena
  ) -> Value {
    guard 1...pagination.pages ~= number else { return .none }
    return plan.href(pagination.route(ofPage: number), &arena)
  }
}
