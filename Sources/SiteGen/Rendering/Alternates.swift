// The versions of a page in all its languages, itself among them; none for a page with one alone.

extension RenderContext {
  /// The versions of a planned page.
  func alternates(of planned: PlannedOutput) -> [Alternate] {
    guard plan.editions.count > 1 else { return [] }
    switch planned.content {
    case .home(_, let page), .list(_, let page), .group(_, _, let page):
      guard page == 1 else { return [] }
      guard case .group(let edition, let group, _) = planned.content else {
        return alternates(ofRoute: planned.route)
      }
      return alternates(ofRoute: planned.route, of: plan.editions[edition].groups.all[group])
    case .job(let job): return alternates(ofJob: job)
    case .page(let page): return alternates(of: plan.pages[page])
    case .notFound, .redirect, .asset, .feed: return []
    }
  }

  /// The same route in every edition, or in every edition that has the group.
  func alternates(ofRoute route: Route, of group: JobGroup? = nil) -> [Alternate] {
    guard plan.editions.count > 1 else { return [] }
    let alternates = plan.editions.compactMap { edition -> Alternate? in
      if let group, !edition.groups.has(group.kind, key: group.key) { return nil }
      var other = route
      other.language = edition.prefix
      return Alternate(language: edition.language, route: other)
    }
    return alternates.count > 1 ? alternates : []
  }

  /// The open versions of a posting that is open itself.
  func alternates(ofJob job: Int) -> [Alternate] {
    let versions = plan.families[plan.familyOfPosting[job]].filter { plan.states[$0].isOpen }
    guard versions.count > 1, versions.contains(job) else { return [] }
    return versions.map { version in
      Alternate(
        language: plan.postings[version].value.language,
        route: plan.route(ofJob: version)
      )
    }
  }

  func alternates(of page: ContentPage) -> [Alternate] {
    let original = page.translationOf?.value ?? page.name
    let versions = plan.pages.filter { $0.name == original || $0.translationOf?.value == original }
    guard versions.count > 1 else { return [] }
    return plan.editions.flatMap { edition in
      versions.filter { $0.language == edition.language }.map {
        Alternate(language: $0.language, route: plan.route(of: $0))
      }
    }
  }
}
