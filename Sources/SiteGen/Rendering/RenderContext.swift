import SourceText
import Templating

/// What all workers read while pages are made; nothing in it changes.
package final class RenderContext: Sendable {
  package let plan: SitePlan
  package let theme: Theme
  package let bodies: BodyStore
  /// What makes the addresses in bodies whole.
  let feedHTML: FeedHTML
  /// One for each edition of the plan.
  package let words: [Wording]
  /// One for each edition of the plan, in the constants of its templates.
  package let values: [EditionValues]
  package let names: NameTables
  /// When each posting last changed, by its index.
  package let modified: [CivilDate]
  /// When the lists of each edition last changed.
  let listModified: [ListDates]
  let sitemapParts: SitemapParts
  /// By the names that templates use.
  package let assets: [String: Asset]
  package let menus: [Menus]

  package init(
    plan: SitePlan,
    theme: Theme,
    bodies: BodyStore,
    words: [Wording],
    values: [EditionValues],
    menus: [Menus],
    names: NameTables,
    modified: [CivilDate],
    closings: [Closing]
  ) {
    self.plan = plan
    self.theme = theme
    self.bodies = bodies
    self.words = words
    self.values = values
    self.menus = menus
    self.names = names
    self.modified = modified
    feedHTML = FeedHTML(baseURL: plan.site.baseURL)
    listModified = plan.editions.map { ListDates($0, modified, closings, in: plan) }
    sitemapParts = SitemapParts(plan.outputs, plan)
    assets = Dictionary(
      theme.assets.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

/// A posting that has closed, and the day.
package struct Closing: Sendable {
  var job: Int
  var day: CivilDate
}

/// When the lists of an edition last changed: a posting on them did, or one left them.
struct ListDates: Sendable {
  let all: CivilDate?
  /// By the group's index.
  let groups: [CivilDate?]

  init(
    _ edition: Edition,
    _ modified: [CivilDate],
    _ closings: [Closing],
    in plan: SitePlan
  ) {
    func newest(_ jobs: [Int]) -> CivilDate? { jobs.lazy.map { modified[$0] }.max() }
    var groups = edition.groups.all.map { newest($0.jobs) }
    for closing in closings {
      plan.postings[closing.job].forEachGroup { name in
        guard let group = edition.groups.index(of: name) else { return }
        groups[group] = max(groups[group] ?? closing.day, closing.day)
      }
    }
    let left = closings.map(\.day) + plan.taken.map(\.since)
    all = ([newest(edition.jobs)].compactMap { $0 } + left).max()
    self.groups = groups
  }
}

/// Names that don't depend on the language of a page.
package struct NameTables: Sendable {
  /// Of each language of the site in itself, by its tag.
  package let ownLanguageNames: [String: String]
  /// In English, by ISO 3166-1 alpha-2.
  package let englishCountryNames: [String: String]

  package init(languages: [String], countries: Set<String>) {
    ownLanguageNames = Dictionary(
      uniqueKeysWithValues: languages.map { ($0, LocaleData.ownName(ofLanguage: $0)) }
    )
    englishCountryNames = LocaleData.englishNames(ofCountries: countries)
  }
}

/// The menus of one edition: `site.yml`'s entries, then the pages that ask to stand there.
package struct Menus: Sendable {
  package struct Entry: Sendable {
    package var text: String
    /// As links name it, with the site's base path.
    package var url: String
  }

  package private(set) var main: [Entry]
  package private(set) var footer: [Entry]

  init(_ plan: SitePlan, _ edition: Edition) {
    var paths: Set<String> = []
    for output in plan.outputs where output.route.language == edition.prefix {
      if case .job = output.content { continue }
      paths.insert(output.route.path)
    }
    func entry(_ link: Link) -> Entry {
      let text = link.texts.entry(in: edition.language, else: plan.site.language)?.value ?? ""
      guard link.url.hasPrefix("/") else { return Entry(text: text, url: link.url) }
      let translated = "/" + edition.prefix + link.url
      let path = !edition.prefix.isEmpty && paths.contains(translated) ? translated : link.url
      return Entry(text: text, url: plan.basePath + path)
    }
    func pages(_ place: MenuPlace) -> [Entry] {
      plan.pages.filter { $0.menu == place && $0.language == edition.language }.map { page in
        Entry(text: page.title, url: plan.href(plan.route(of: page)))
      }
    }
    main = plan.site.menu.map(entry) + pages(.main)
    footer = plan.site.footer.map(entry) + pages(.footer)
  }

  /// The address of an entry, where those of the footer follow those of the main menu.
  func url(at index: Int) -> String {
    index < main.count ? main[index].url : footer[index - main.count].url
  }
}

extension ValueArena {
  /// A free value of the configuration.
  mutating func value(_ free: FreeValue) -> Value {
    switch free {
    case .none: .none
    case .boolean(let flag): .bool(flag)
    case .integer(let number): .int(number)
    case .text(let text): self.text(text)
    case .list(let items): list(items.map { value($0) })
    case .map(let pairs): map(pairs.map { ($0.key, value($0.value)) })
    }
  }

  /// A text, or none.
  mutating func text(_ text: String?) -> Value { text.map { self.text($0) } ?? .none }

  mutating func texts(_ texts: [String]) -> Value { list(texts.map { text($0) }) }
}

extension SitePlan {
  /// What links on pages name, for a template.
  func href(_ route: Route, _ arena: inout ValueArena) -> Value {
    arena.text { route.append(to: &$0, on: basePath) }
  }

  /// The absolute address, for a template.
  func url(_ route: Route, _ arena: inout ValueArena) -> Value {
    arena.text { route.append(to: &$0, on: site.baseURL) }
  }
}
