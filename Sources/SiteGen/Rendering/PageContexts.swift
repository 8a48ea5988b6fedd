import Templating

extension RenderContext {
  /// What a planned page is about; `nil` for outputs that no template makes.
  func pageContext(of output: PlannedOutput) -> PageContext? {
    switch output.content {
    case .home(let edition, let page): home(edition, page, output.route)
    case .list(let edition, let page): list(edition, page, output.route)
    case .group(let edition, let group, let page): groupPage(edition, group, page, output.route)
    case .job(let job): jobPage(job, output.route)
    case .page(let page): contentPage(page, output.route)
    case .notFound: notFound(output.route)
    case .redirect(let target): redirect(to: target, output.route)
    case .asset, .feed: nil
    }
  }

  func editionIndex(of language: String) -> Int {
    plan.editions.firstIndex { $0.language == language } ?? 0
  }
}

// MARK: - Lists

extension RenderContext {
  private func home(_ edition: Int, _ page: Int, _ route: Route) -> PageContext {
    var context = PageContext(.home, route, edition: edition, title: plan.site.title)
    context.description = plan.site.description
    context.alternates = alternates(ofRoute: route)
    introduce(&context)
    let list = Route(.list, language: route.language)
    paginate(&context, plan.editions[edition].jobs, page, first: list)
    return context
  }

  private func list(_ edition: Int, _ page: Int, _ route: Route) -> PageContext {
    let title = words[edition].text("list.title")
    var context = PageContext(.list, route, edition: edition, title: title)
    context.description = plan.site.description
    if page == 1 { context.alternates = alternates(ofRoute: route) }
    introduce(&context)
    paginate(
      &context,
      plan.editions[edition].jobs,
      page,
      first: Route(.list, language: route.language)
    )
    return context
  }

  private func groupPage(_ edition: Int, _ index: Int, _ page: Int, _ route: Route) -> PageContext {
    let group = plan.editions[edition].groups.all[index]
    let name = words[edition].name(of: group)
    let title = words[edition].text("group-title." + group.kind.rawValue, [("name", name)])
    var context = PageContext(.group, route, edition: edition, title: title)
    context.group = index
    context.description = plan.description(of: group, in: plan.editions[edition].language)
    if page == 1 { context.alternates = alternates(ofRoute: route, of: group) }
    introduce(&context)
    var first = route
    first.page = 1
    paginate(&context, group.jobs, page, first: first)
    return context
  }

  /// Lets a page at the address of a list speak for it: its title, description, text and template.
  private func introduce(_ context: inout PageContext) {
    guard let index = plan.introduction(of: context.route) else { return }
    let page = plan.pages[index]
    context.contentPage = index
    context.title = page.title
    context.description = page.description ?? context.description
  }

  /// Cuts the page's postings out of the list and numbers the title.
  private func paginate(_ context: inout PageContext, _ jobs: [Int], _ page: Int, first: Route) {
    let size = plan.site.output.pageSize
    let start = min((page - 1) * size, jobs.count)
    context.jobs = jobs[start..<min(start + size, jobs.count)]
    context.pagination = Pagination(
      page: page,
      pages: plan.pageCount(jobs.count),
      total: jobs.count,
      first: first
    )
    if page > 1 {
      context.title = words[context.edition].text(
        "page.numbered",
        [("title", context.title), ("page", String(page))]
      )
    }
  }

}

// MARK: - Single pages

extension RenderContext {
  private func jobPage(_ job: Int, _ route: Route) -> PageContext {
    let posting = plan.postings[job]
    let edition = editionIndex(of: posting.value.language)
    var context = PageContext(.job, route, edition: edition, title: posting.value.title)
    context.job = job
    context.description = bodies.summary(of: posting)
    context.isHidden = !plan.states[job].isOpen
    context.alternates = alternates(ofJob: job)
    return context
  }

  private func contentPage(_ index: Int, _ route: Route) -> PageContext {
    let page = plan.pages[index]
    var context = PageContext(
      .page,
      route,
      edition: editionIndex(of: page.language),
      title: page.title
    )
    context.contentPage = index
    context.description = page.description ?? bodies.text(of: page.body.firstParagraph)
    context.alternates = alternates(of: page)
    return context
  }

  private func notFound(_ route: Route) -> PageContext {
    var context = PageContext(
      .notFound,
      route,
      edition: 0,
      title: words[0].text("not-found.title")
    )
    context.isHidden = true
    return context
  }

  private func redirect(to target: Route, _ route: Route) -> PageContext {
    let edition = plan.editions.firstIndex { $0.prefix == target.language } ?? 0
    var context = PageContext(.redirect, route, edition: edition, title: plan.site.title)
    context.redirect = target
    context.isHidden = true
    return context
  }
}
