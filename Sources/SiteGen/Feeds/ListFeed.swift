import SourceText

/// A feed of a list of postings that readers subscribe to: of the site, of each further language,
/// and of groups.
///
/// The site's own language has every open posting once; a further language has those that are
/// written in it. A feed of a group has the newest ones, and is there where it would hold any.
protocol ListFeed: FeedFormat {
  /// Such as `feed.json`; groups have it below their own address.
  static var fileName: String { get }
  static var mediaType: String { get }
  /// Of the interface text for its title, with the placeholder `site`.
  static var titleKey: String { get }
  /// Whether it holds all postings, page by page; else it holds the newest.
  static var isPaged: Bool { get }
  static func isOn(_ feeds: FeedSettings) -> Bool
}

// MARK: - Files

extension ListFeed {
  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard isOn(plan.site.feeds) else { return [] }
    var files: [FeedFile] = []
    for (index, edition) in plan.editions.enumerated() {
      for page in 1...pageCount(edition, in: plan) {
        let scope = FeedScope.edition(index, page: page)
        files.append(FeedFile(route(edition, page: page), scope, mediaType: mediaType))
      }
      for (position, group) in edition.groups.all.enumerated()
      where edition.hasFeed(of: group, in: plan) {
        let scope = FeedScope.group(edition: index, position)
        files.append(FeedFile(route(group, edition), scope, mediaType: mediaType))
      }
    }
    return files
  }

  /// How many files hold the postings of a language; at least one.
  static func pageCount(_ edition: Edition, in plan: SitePlan) -> Int {
    guard isPaged else { return 1 }
    let size = plan.site.feeds.pageItems
    return max(1, (edition.feedJobs.count + size - 1) / size)
  }

  /// `feed.json`, then `feed-2.json` and so on.
  static func route(_ edition: Edition, page: Int = 1) -> Route {
    guard page > 1, let dot = fileName.lastIndex(of: ".") else {
      return Route(.file(fileName), language: edition.prefix)
    }
    let name = "\(fileName[..<dot])-\(page)\(fileName[dot...])"
    return Route(.file(name), language: edition.prefix)
  }

  /// `departments/production/feed.json`.
  static func route(_ group: JobGroup, _ edition: Edition) -> Route {
    Route(.file("\(group.kind.folder)/\(group.key)/\(fileName)"), language: edition.prefix)
  }

  /// The address of a file.
  static func route(_ scope: FeedScope, in plan: SitePlan) -> Route? {
    switch scope {
    case .edition(let edition, let page): route(plan.editions[edition], page: page)
    case .group(let edition, let group):
      route(plan.editions[edition].groups.all[group], plan.editions[edition])
    case .posting, .part: nil
    }
  }
}

// MARK: - What they hold

/// The list that one file of a ``ListFeed`` is about.
struct FeedList {
  /// Index into the plan's editions.
  var edition: Int
  var title: String
  var description: String?
  /// Where readers find the same list.
  var page: Route
  /// The file's own address.
  var route: Route
  /// Where the list goes on.
  var next: Route?
  /// Indices into the plan's postings.
  var jobs: [Int]
}

extension ListFeed {
  /// What a file holds; `nil` for scopes that such feeds don't have.
  static func list(_ scope: FeedScope, _ context: RenderContext) -> FeedList? {
    let plan = context.plan
    guard let route = route(scope, in: plan) else { return nil }
    switch scope {
    case .edition(let index, let page):
      let edition = plan.editions[index]
      let size = isPaged ? plan.site.feeds.pageItems : plan.site.feeds.items
      let jobs = edition.feedJobs.dropFirst((page - 1) * size).prefix(size)
      return FeedList(
        edition: index,
        title: context.words[index].text(titleKey, [("site", plan.site.title)]),
        description: plan.site.description,
        page: Route(.home, language: edition.prefix),
        route: route,
        next: page < pageCount(edition, in: plan) ? self.route(edition, page: page + 1) : nil,
        jobs: Array(jobs)
      )
    case .group(let index, let position):
      let edition = plan.editions[index]
      let group = edition.groups.all[position]
      let name = context.words[index].name(of: group)
      let title = context.words[index].text(
        "group-title." + group.kind.rawValue,
        [("name", name)]
      )
      return FeedList(
        edition: index,
        title: "\(title) – \(plan.site.title)",
        description: plan.description(of: group, in: edition.language),
        page: Route(.group(group.kind, key: group.key), language: edition.prefix),
        route: route,
        next: nil,
        jobs: Array(edition.feedJobs(of: group, in: plan).prefix(plan.site.feeds.items))
      )
    case .posting, .part: return nil
    }
  }
}

extension Edition {
  /// The group's postings that feeds of this language hold, in the order of lists.
  func feedJobs(of group: JobGroup, in plan: SitePlan) -> LazyFilterSequence<[Int]> {
    group.jobs.lazy.filter { job in
      self.prefix.isEmpty || plan.postings[job].value.language == self.language
    }
  }

  /// Whether `site.yml` wants a feed of the group, and there is a posting for it.
  func hasFeed(of group: JobGroup, in plan: SitePlan) -> Bool {
    plan.site.feeds.groups.contains(group.kind)
      && feedJobs(of: group, in: plan).contains { _ in true }
  }
}

extension SitePlan {
  /// The formats that readers can subscribe to, in the order in which pages name them.
  var listFeeds: [any ListFeed.Type] {
    FeedRegistry.listFeeds.filter { $0.isOn(site.feeds) }
  }
}
