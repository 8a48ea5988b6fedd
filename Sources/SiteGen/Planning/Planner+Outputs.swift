import SourceText

// The list of files that a build makes. A new kind of page gets a line here; feeds say it
// themselves.

extension Planner {
  /// What the plan still lacks once everything else is known.
  struct Outcome {
    var outputs: [PlannedOutput] = []
    var taken: [SiteState.Gone] = []
    var gone: [String] = []
    var patterns = FilePatterns()
  }

  func outcome(of plan: SitePlan) -> Outcome {
    var outputs = assets.indices.map { index in
      PlannedOutput(
        Route(.file(assets[index].outputName)),
        .asset(index),
        origin: .init("the asset \(assets[index].name)", path: assets[index].path)
      )
    }
    outputs.reserveCapacity(plan.postings.count * 9 / 8)
    for (index, edition) in plan.editions.enumerated() {
      outputs += lists(edition, index, in: plan)
    }
    // Their texts stand on lists, not on pages of their own.
    let introductions = Set(outputs.compactMap { plan.introduction(of: $0.route) })
    for job in plan.postings.indices where plan.states[job].hasPage {
      let posting = plan.postings[job]
      outputs.append(PlannedOutput(plan.route(ofJob: job), .job(job), of: posting))
      outputs += posting.value.aliases.map { alias in
        PlannedOutput(
          Route(.path(alias.value)),
          .redirect(to: plan.route(ofJob: job)),
          origin: .init(
            "an alias of '\(posting.value.id.value)'",
            path: posting.value.path,
            range: alias.range
          )
        )
      }
    }
    for (index, page) in plan.pages.enumerated() where !introductions.contains(index) {
      outputs.append(
        PlannedOutput(
          plan.route(of: page),
          .page(index),
          origin: .init("the page '\(page.name)'", path: page.path, range: page.route?.range)
        )
      )
    }
    outputs += rootIcons(plan)
    outputs += pictures(plan, taken: outputs)
    outputs += renames(plan, taken: outputs)
    var patterns = FilePatterns()
    outputs += files(plan, beside: outputs, &patterns)
    return Outcome(outputs: outputs, patterns: patterns)
  }

  /// Icons that browsers ask for at the root without being told to.
  private func rootIcons(_ plan: SitePlan) -> [PlannedOutput] {
    plan.site.publication.icons.compactMap { icon in
      guard let name = SiteIcon.rootName(of: icon.value),
        let asset = assets.firstIndex(where: { $0.name == icon.value })
      else { return nil }
      return PlannedOutput(
        Route(.file(name)),
        .asset(asset),
        origin: .init("the icon \(icon.value)", path: sitePath, range: icon.range)
      )
    }
  }

  private func lists(_ edition: Edition, _ index: Int, in plan: SitePlan) -> [PlannedOutput] {
    let origin = Diagnostic.Note("a list of postings", path: sitePath)
    var outputs = [
      PlannedOutput(
        Route(.home, language: edition.prefix),
        .home(edition: index, page: 1),
        origin: .init("the home page", path: sitePath)
      )
    ]
    for page in 1...plan.pageCount(edition.jobs.count) {
      outputs.append(
        PlannedOutput(
          Route(.list, language: edition.prefix, page: page),
          .list(edition: index, page: page),
          origin: origin
        )
      )
    }
    for (position, group) in edition.groups.all.enumerated() {
      for page in 1...plan.pageCount(group.jobs.count) {
        outputs.append(
          PlannedOutput(
            Route(.group(group.kind, key: group.key), language: edition.prefix, page: page),
            .group(edition: index, group: position, page: page),
            origin: .init("the \(group.kind.rawValue) '\(group.name)'", path: sitePath)
          )
        )
      }
    }
    return outputs
  }

  /// Redirects from addresses that postings once had; an address in use again wins.
  private func renames(_ plan: SitePlan, taken: [PlannedOutput]) -> [PlannedOutput] {
    guard !redirects.isEmpty else { return [] }
    let files = Set(taken.map(\.route.file))
    var jobs: [String: Int] = [:]
    for (index, posting) in plan.postings.enumerated() { jobs[posting.value.id.value] = index }
    return redirects.compactMap { redirect in
      let route = Route(.path(redirect.path))
      guard let job = jobs[redirect.jobID], plan.states[job].hasPage, !files.contains(route.file)
      else { return nil }
      return PlannedOutput(
        route,
        .redirect(to: plan.route(ofJob: job)),
        origin: .init(
          "a former address of '\(redirect.jobID)'",
          path: plan.postings[job].value.path
        )
      )
    }
  }

  /// `404.html`, and what other programs read.
  private func files(
    _ plan: SitePlan,
    beside pages: [PlannedOutput],
    _ patterns: inout FilePatterns
  ) -> [PlannedOutput] {
    let origin = Diagnostic.Note("a file of the generator", path: sitePath)
    let feeds = FeedRegistry.formats.enumerated().flatMap { index, format in
      let files = format.files(of: plan, beside: pages)
      if !plan.site.publication.hosts.isEmpty { patterns.add(files, in: plan) }
      return files.map { file in
        let content = PlannedOutput.Content.feed(format: index, file.scope)
        guard case .posting(let job) = file.scope else {
          return PlannedOutput(file.route, content, origin: origin)
        }
        return PlannedOutput(file.route, content, of: plan.postings[job])
      }
    }
    return [PlannedOutput(Route(.file("404.html")), .notFound, origin: origin)] + feeds
  }
}

extension JobState {
  /// Whether the posting has a page of its own.
  package var hasPage: Bool {
    switch self {
    case .open, .closingSoon, .paused, .closed: true
    case .draft, .scheduled, .gone: false
    }
  }
}

extension PlannedOutput {
  /// Whether search engines are told of it: canonical pages that may be indexed.
  package func isInSitemap(_ plan: SitePlan) -> Bool {
    switch content {
    case .home, .list, .group, .page: true
    case .job(let job): plan.states[job].isOpen
    case .notFound, .redirect, .asset, .feed: false
    }
  }
}

extension SitePlan {
  /// The address of a content page: its `path`, else its file's name.
  package func route(of page: ContentPage) -> Route {
    SitePlan.route(of: page, in: editions)
  }

  static func route(of page: ContentPage, in editions: [Edition]) -> Route {
    let path = page.route?.value ?? "/" + slug(page.name) + "/"
    return Route(.path(path), language: edition(of: page.language, in: editions).prefix)
  }
}
