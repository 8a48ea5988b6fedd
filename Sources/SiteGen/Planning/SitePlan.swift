package import SourceText

/// Everything that is known before a byte of output is made: which postings are where, in which
/// state, on which address.
///
/// Made in one serial, pure step; both parallel phases only read what comes before them.
package final class SitePlan: Sendable {
  package let site: SiteConfiguration
  package let moment: BuildMoment
  /// Newest first, then by id.
  package let postings: [Shared<JobPosting>]
  /// The state of each posting, by its index.
  package let states: [JobState]
  package let pages: [ContentPage]
  /// The page that wants to be in a file, as an index into `pages`; of several, the first.
  let pageOfFile: [String: Int]
  /// One for each language, the site's own first.
  package let editions: [Edition]
  /// For each posting the indices of all its language versions, itself among them, in the order of
  /// the site's languages.
  package let families: Families
  /// The family of each posting, by its index.
  package let familyOfPosting: [Int]
  package let outputs: [PlannedOutput]
  /// Addresses of postings that were taken away, for the next state.
  let taken: [SiteState.Gone]
  /// Addresses that answer 410: those, and of postings that closed long ago; sorted by their bytes.
  let gone: [String]
  /// What the files of feeds are like, for hosts.
  let feedPatterns: [FilePattern]
  /// Who hires.
  let employers: Employers
  /// The path of the site's root on its host, without a slash at its end.
  let basePath: String
  /// What makes postings alike, by their index.
  let traits: JobTraits

  init(_ draft: PlanDraft, _ outcome: Planner.Outcome) {
    site = draft.site
    moment = draft.moment
    postings = draft.postings
    states = draft.states
    pages = draft.pages
    pageOfFile = Dictionary(
      draft.pages.enumerated().map { (SitePlan.route(of: $1, in: draft.editions).file, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    editions = draft.editions
    families = draft.families
    familyOfPosting = draft.familyOfPosting
    outputs = outcome.outputs
    taken = outcome.taken
    gone = outcome.gone
    feedPatterns = outcome.patterns.sorted
    traits = draft.traits
    employers = draft.employers
    basePath = draft.site.basePath
  }
}

/// A plan that still lacks its outputs; see ``SitePlan`` for the meaning of its parts.
struct PlanDraft {
  var site: SiteConfiguration
  var moment: BuildMoment
  var postings: [Shared<JobPosting>]
  var states: [JobState]
  var pages: [ContentPage]
  var editions: [Edition]
  var families: Families
  var familyOfPosting: [Int]
  var traits: JobTraits
  var employers: Employers
}

/// The site in one language.
package final class Edition: Sendable {
  package let language: String
  /// The language's part of addresses: empty for the site's own.
  package let prefix: String
  /// Open postings in the order of lists: each family once, in this language where it has one.
  package let jobs: [Int]
  /// Those of them that its feeds hold: all in the site's own language, else what is written in
  /// this one.
  package let feedJobs: [Int]
  package let groups: JobGroups
  /// The postings that name a technique, in the order of lists, by its number in ``JobTraits``.
  let jobsByTechnique: [UInt32: [UInt32]]

  init(
    language: String,
    prefix: String,
    jobs: [Int],
    feedJobs: [Int],
    groups: JobGroups,
    traits: JobTraits
  ) {
    self.language = language
    self.prefix = prefix
    self.jobs = jobs
    self.feedJobs = feedJobs
    self.groups = groups
    var byTechnique: [UInt32: [UInt32]] = [:]
    for job in jobs {
      for technique in traits.techniques(job) {
        byTechnique[technique, default: []].append(UInt32(job))
      }
    }
    jobsByTechnique = byTechnique
  }
}

/// Postings in all their languages, family by family.
///
/// All members stand in one list: nearly every family is one posting, for which a list of its own
/// would be a block of 48 bytes.
package struct Families: RandomAccessCollection, Sendable {
  private var members: [Int] = []
  private var starts = [0]

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts.count - 1 }

  package subscript(family: Int) -> ArraySlice<Int> {
    members[starts[family]..<starts[family + 1]]
  }

  mutating func append(_ family: some Collection<Int>) {
    members.append(contentsOf: family)
    starts.append(members.count)
  }
}

/// One file that a build makes.
package struct PlannedOutput: Sendable {
  package enum Content: Hashable, Sendable {
    case home(edition: Int, page: Int)
    case list(edition: Int, page: Int)
    case group(edition: Int, group: Int, page: Int)
    case job(Int)
    case page(Int)
    case notFound
    indirect case redirect(to: Route)
    case asset(Int)
    /// A file for other programs; `format` is an index into ``FeedRegistry/formats``.
    case feed(format: Int, FeedScope)
  }

  package var route: Route
  package var content: Content
  private let source: Source

  /// Most outputs are postings, which say themselves where they come from.
  private enum Source: Sendable {
    case posting(Shared<JobPosting>)
    indirect case note(Diagnostic.Note)
  }

  package init(_ route: Route, _ content: Content, origin: Diagnostic.Note) {
    self.route = route
    self.content = content
    source = .note(origin)
  }

  init(_ route: Route, _ content: Content, of posting: Shared<JobPosting>) {
    self.route = route
    self.content = content
    source = .posting(posting)
  }

  /// What asked for it, for a fault that names two that want one address.
  package var origin: Diagnostic.Note {
    switch source {
    case .note(let note): note
    case .posting(let posting):
      .init(
        "the posting '\(posting.value.id.value)'",
        path: posting.value.path,
        range: posting.value.id.range
      )
    }
  }
}

extension SitePlan {
  /// The edition of a language; the site's own for a language it doesn't have.
  package func edition(of language: String) -> Edition {
    SitePlan.edition(of: language, in: editions)
  }

  static func edition(of language: String, in editions: [Edition]) -> Edition {
    editions.first { $0.language == language } ?? editions[0]
  }

  /// The page whose address is that of a list, and whose text stands above its postings.
  ///
  /// - Returns: an index into `pages`; `nil` for the further pages of a list.
  func introduction(of list: Route) -> Int? {
    list.page == 1 && !pageOfFile.isEmpty ? pageOfFile[list.file] : nil
  }

  package func route(ofJob job: Int) -> Route {
    let posting = postings[job].value
    return Route(.job(id: posting.id.value), language: edition(of: posting.language).prefix)
  }

  /// The address below the host, with the site's base path: what links on pages name.
  package func href(_ route: Route) -> String { route.address(on: basePath) }

  /// The absolute address.
  package func url(_ route: Route) -> String { route.address(on: site.baseURL) }

  /// An address of the configuration or of a posting: paths on the site get its base path.
  func siteAddress(_ address: String) -> String {
    address.hasPrefix("/") ? basePath + address : address
  }

  /// The versions of a posting in other languages that have a page.
  func otherVersions(of job: Int) -> [Int] {
    families[familyOfPosting[job]].filter { $0 != job && states[$0].hasPage }
  }

  /// What `site.yml` says about a department or an office in a language.
  func description(of group: JobGroup, in language: String) -> String? {
    func text(_ texts: [Entry<String>]) -> String? {
      texts.translated(into: language)?.value
        ?? (language == site.language ? texts.value(of: "") : nil)
    }
    switch group.kind {
    case .department:
      return site.departments.first { $0.name == group.name }.flatMap { text($0.descriptions) }
    case .location:
      let name = GroupName(.location, group.name, country: group.country)
      let offices = site.locations.lazy.map(\.value).filter { $0.group == name }
      return offices.compactMap { text($0.descriptions) }.first
    case .level, .employmentType, .tag: return nil
    }
  }

  /// How many pages a list of this many postings takes; at least one.
  package func pageCount(_ jobs: Int) -> Int {
    max(1, (jobs + site.output.pageSize - 1) / site.output.pageSize)
  }
}
