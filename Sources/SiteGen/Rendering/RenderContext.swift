import SourceText
package import Templating

/// What all workers read while pages are made; nothing in it changes.
package final class RenderContext: Sendable {
  package let plan: SitePlan
  package let theme: Theme
  package let templates: TemplateSet
  package let bodies: BodyStore
  /// One for each edition of the plan.
  package let words: [Wording]
  /// For each edition of the plan.
  let editions: [EditionTexts]
  /// For each edition, the texts of all postings that have a page, by their index.
  package let jobTexts: [[JobTexts?]]
  package let names: NameTables
  /// When each posting last changed, by its index.
  package let modified: [CivilDate]
  /// By the names that templates use.
  package let assetURLs: [String: String]
  package let menus: [Menus]
  /// The site's and the theme's parameters, made in the constants of ``templates``.
  package let constants: ConstantValues

  package init(
    plan: SitePlan,
    theme: Theme,
    templates: TemplateSet,
    bodies: BodyStore,
    words: [Wording],
    jobTexts: [[JobTexts?]],
    names: NameTables,
    modified: [CivilDate],
    constants: ConstantValues
  ) {
    self.plan = plan
    self.theme = theme
    self.templates = templates
    self.bodies = bodies
    self.words = words
    self.jobTexts = jobTexts
    self.names = names
    self.modified = modified
    self.constants = constants
    assetURLs = Dictionary(
      uniqueKeysWithValues: theme.assets.map {
        ($0.name, plan.site.basePath + "/" + $0.outputName)
      }
    )
    menus = plan.editions.map { Menus(plan, $0) }
    editions = zip(plan.editions, words).map { EditionTexts($0, in: plan, $1) }
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

/// Free values of the configuration, as values of templates.
package struct ConstantValues: Sendable {
  package let siteParams: Value
  package let themeParams: Value
  package let tokens: Value
  /// For each edition, the interface texts that have neither placeholders nor plural forms.
  let texts: [[String: Value]]

  package init(
    site: SiteConfiguration,
    theme: Theme,
    words: [Wording],
    in arena: inout ValueArena
  ) {
    siteParams = arena.value(site.params)
    themeParams = arena.value(theme.params)
    tokens = arena.map(theme.tokens.map { (key: $0.key, value: arena.text($0.value)) })
    texts = words.map { $0.constantTexts.mapValues { arena.text($0) } }
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
      guard link.url.hasPrefix("/") else { return Entry(text: link.text, url: link.url) }
      let translated = "/" + edition.prefix + link.url
      let path = !edition.prefix.isEmpty && paths.contains(translated) ? translated : link.url
      return Entry(
        text: link.texts.value(of: edition.language) ?? link.text,
        url: plan.site.basePath + path
      )
    }
    func pages(_ place: MenuPlace) -> [Entry] {
      plan.pages.filter { $0.menu == place && $0.language == edition.language }.map { page in
        Entry(text: page.title, url: plan.href(plan.route(of: page)))
      }
    }
    main = plan.site.menu.map(entry) + pages(.main)
    footer = plan.site.footer.map(entry) + pages(.footer)
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
