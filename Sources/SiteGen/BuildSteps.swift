import SourceText
import Templating

// The steps of ``Build/run()``, each with what it takes and what it gives.

extension Build {
  func configuration(_ codes: CodeTables) -> Checked<SiteConfiguration> {
    var checked = tree.loadConfiguration(codes)
    if let theme = options.theme { checked.value?.theme = theme }
    if let baseURL = options.baseURL {
      checked.value?.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    }
    return checked
  }

  /// A theme, and its templates ready to be compiled for each edition.
  struct ReadTheme: Sendable {
    var theme: Theme
    var templates: ParsedTemplates
  }

  func theme(_ site: SiteConfiguration, _ codes: CodeTables) -> Checked<ReadTheme> {
    var loader = ThemeLoader(tree: tree, site: site, codes: codes)
    var options = TemplateOptions()
    options.minifies = site.output.isMinified
    let vocabulary = DataModel.vocabulary(customFields: site.jobRules.custom.map(\.key))
    return loader.load().map { theme in
      let templates = ParsedTemplates(theme.templates, vocabulary: vocabulary, options: options)
      return ReadTheme(theme: theme, templates: templates)
    }
  }

  func moment(_ site: SiteConfiguration) -> BuildMoment {
    let now =
      switch options.moment {
      case .instant(let seconds): Instant(seconds: seconds)
      case .date(let date): site.timeZone.instant(date)
      }
    return BuildMoment(now: now, zone: site.timeZone, lifecycle: site.lifecycle)
  }

  // MARK: Content

  struct Content: Sendable {
    var postings: [Shared<JobPosting>]
    var pages: [ContentPage]
    var bodies: BodyStore
    /// Those with faults.
    var unread = UnreadFiles()
  }

  /// Rendered bodies kept in memory at most, in bytes; the rest goes to scratch files.
  private static let bodyBudget = 64 << 20

  /// Reads all postings and pages, in parallel; faults of all files come together.
  func content(_ site: SiteConfiguration, _ codes: CodeTables) async -> Checked<Content> {
    let moment = moment(site)
    let jobs: [String]
    let pages: [String]
    let unread: [Diagnostic]
    do throws(Diagnostic) {
      let files = try tree.files(below: "content/jobs")
      jobs = files.filter { $0.hasSuffix(".md") }
      unread = files.compactMap { unreadFile($0, site.checks) }
      pages = try tree.files(below: "content/pages").filter { $0.hasSuffix(".md") }
    } catch {
      return Checked(nil, [error])
    }
    progress(.loading(postings: jobs.count))
    enum Loaded { case job(Checked<Shared<JobPosting>>), page(Checked<ContentPage>) }
    let loaded = await concurrentMap(count: jobs.count + pages.count, workers: options.workers) {
      worker in
      let budget = Build.bodyBudget / options.workers
      let store = BodyStoreWriter(
        store: worker,
        budget: budget,
        scratchFolder: options.scratch
      )
      return PostingLoader(
        tree: tree,
        site: site,
        codes: codes,
        moment: moment,
        store: store
      )
    } body: { loader, index -> Loaded in
      index < jobs.count
        ? .job(loader.posting(jobs[index]).map(Shared.init))
        : .page(loader.page(pages[index - jobs.count]))
    } finish: { loader in
      loader.finish()
    }
    var content = Content(
      postings: [],
      pages: [],
      bodies: BodyStore(loaded.remainders.compactMap(\.value))
    )
    var faults = unread + loaded.remainders.flatMap(\.diagnostics)
    content.postings.reserveCapacity(jobs.count)
    for (index, file) in loaded.outputs.enumerated() {
      switch file {
      case .job(let job):
        faults += job.diagnostics
        if let posting = job.value {
          content.postings.append(posting)
        } else {
          content.unread.addPosting(jobs[index], bytes(of: jobs[index]))
        }
      case .page(let page):
        faults += page.diagnostics
        if let page = page.value {
          content.pages.append(page)
        } else {
          let path = pages[index - jobs.count]
          content.unread.addPage(path, bytes(of: path))
        }
      }
    }
    return Checked(content, faults)
  }

  /// What can be had of a file with faults.
  private func bytes(of path: String) -> [UInt8] { (try? tree.read(path))?.bytes ?? [] }

  /// A file among the postings that was most likely meant as one, as `job/unread-file`.
  private func unreadFile(_ path: String, _ checks: CheckSettings) -> Diagnostic? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let lowered = name.lowercased()
    let isText = [".txt", ".markdown", ".mdown", ".mkd", ".md"].contains { lowered.hasSuffix($0) }
    let isDocument = [".docx", ".doc", ".odt", ".rtf", ".pdf"].contains { lowered.hasSuffix($0) }
    guard !name.hasSuffix(".md"), isText || isDocument else { return nil }
    let wanted = slug(String(name.prefix { $0 != "." })) + ".md"
    return checks.fault(
      .unreadFile,
      "'\(name)' is not read: the name of a posting's file ends in '.md'",
      path: path,
      range: nil,
      hint: isText ? "rename it to '\(wanted)'" : "copy its text into a file '\(wanted)'"
    )
  }

  // MARK: Rendering

  /// What pages share, and for each edition the constants that it lies in.
  struct Prepared: Sendable {
    var context: RenderContext
    var constants: [ValueArena]
  }

  /// What each language of the site needs to write what these postings say.
  func locales(
    _ site: SiteConfiguration,
    _ postings: [Shared<JobPosting>]
  ) async -> (data: [LocaleData], names: NameTables) {
    let used = UsedCodes(site, postings)
    let data = await forEach(site.allLanguages) { language in
      LocaleData(
        language: language,
        currencies: used.currencies,
        countries: used.countries,
        languages: used.languages
      )
    }
    return (data, NameTables(languages: site.allLanguages, countries: used.countries))
  }

  /// Puts into words what pages share.
  func prepare(
    _ plan: SitePlan,
    _ theme: Theme,
    _ bodies: BodyStore,
    _ state: SiteState,
    _ locales: (data: [LocaleData], names: NameTables)
  ) async -> Prepared {
    let words = locales.data.map {
      Wording($0, theme.texts[$0.language] ?? InterfaceTexts(), plan.site.departments)
    }
    let names = locales.names
    let made = await forEach(Array(plan.editions.indices)) { index in
      let edition = plan.editions[index]
      let menus = Menus(plan, edition)
      var arena = ValueArena()
      let values = EditionValues(
        edition,
        in: plan,
        theme,
        words[index],
        menus,
        names,
        arena: &arena
      )
      return (menus: menus, values: values, constants: arena)
    }
    let today = plan.moment.today
    let context = RenderContext(
      plan: plan,
      theme: theme,
      bodies: bodies,
      words: words,
      values: made.map(\.values),
      menus: made.map(\.menus),
      names: names,
      modified: plan.postings.map { state.modified($0, today: today) },
      closings: closings(plan, state)
    )
    return Prepared(context: context, constants: made.map(\.constants))
  }

  /// The postings that have closed, and since when lists don't have them.
  private func closings(_ plan: SitePlan, _ state: SiteState) -> [Closing] {
    plan.states.indices.compactMap { job in
      guard plan.states[job] == .closed || plan.states[job] == .gone else { return nil }
      let posting = plan.postings[job]
      let seen = state[posting.value.id.value]?.lastOpen
      // A last day is on the lists to its end.
      let isSaid = posting.value.status == .filled || posting.value.status == .closed
      return plan.moment.closingDay(of: posting, lastSeenOpen: seen).map { day in
        Closing(job: job, day: min(isSaid ? day : day.adding(days: 1), plan.moment.today))
      }
    }
  }

  /// Compiles the theme for each edition: what its pages share becomes part of its templates.
  func templates(
    _ prepared: Prepared,
    _ parsed: ParsedTemplates
  ) async -> Checked<[TemplateSet]> {
    let context = prepared.context
    let locales = Dictionary(
      uniqueKeysWithValues: zip(
        context.plan.editions.map(\.language),
        context.words.map(\.locale.text)
      )
    )
    let compiled = await forEach(Array(prepared.constants.enumerated())) { edition, constants in
      parsed.compiled(
        constants: constants,
        locales: locales,
        known: SiteHost(context, edition: edition).known
      )
    }
    let templates = compiled.compactMap(\.value)
    // Every edition finds the same faults.
    let faults = compiled.first?.diagnostics ?? []
    return Checked(templates.count < prepared.constants.count ? nil : templates, faults)
  }

  /// Does a few long things in parallel.
  private func forEach<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    _ body: @escaping @Sendable (Item) -> Output
  ) async -> [Output] {
    await concurrentMap(count: items.count, workers: options.workers, chunk: 1) { _ in
    } body: { _, index in
      body(items[index])
    } finish: { _ in
    }.outputs
  }

  /// Postings whose rows wait at a time to join the others; all at once would be there twice.
  private static let rowBatch = 8192

  /// Adds what lists show of the postings to the templates of each edition.
  func addRows(
    _ context: RenderContext,
    to templates: [TemplateSet]
  ) async -> [EditionTemplates] {
    let plan = context.plan
    var editions: [EditionTemplates] = []
    for index in plan.editions.indices {
      var edition = EditionTemplates(set: templates[index], postings: plan.postings.count)
      for first in stride(from: 0, to: plan.postings.count, by: Build.rowBatch) {
        let count = min(Build.rowBatch, plan.postings.count - first)
        let made = await concurrentMap(count: count, workers: options.workers) { worker in
          (worker: worker, rows: JobRows(context, edition: index))
        } body: { share, job in
          (worker: share.worker, row: share.rows.add(first + job))
        } finish: { share in
          share.rows
        }
        edition.append(made.outputs, of: made.remainders)
      }
      editions.append(edition)
    }
    return editions
  }

  /// Makes all outputs in parallel, the longest first; each worker leaves its warnings.
  func make(
    _ context: RenderContext,
    _ templates: consuming [EditionTemplates],
    in folder: OutputFolder?
  ) async -> ConcurrentResult<OutputResult, PageWarnings> {
    let templates = consume templates
    let outputs = context.plan.outputs
    let order = outputs.indices.sorted { left, right in
      let (left, right) = (outputs[left].isLong ? 0 : 1, outputs[right].isLong ? 0 : 1)
      return left < right
    }
    return await concurrentMap(
      count: outputs.count,
      workers: options.workers,
      chunk: 4
    ) { _ in
      OutputMaker(context, templates, stager: folder.map { $0.makeStager() })
    } body: { maker, index in
      maker.make(outputs[order[index]])
    } finish: { maker in
      maker.warnings
    }
  }

  // MARK: Publishing

  func openOutput(_ site: SiteConfiguration) -> Result<OutputFolder, PublishingFailure> {
    var publishing = PublishingOptions()
    publishing.isDurable = site.output.isDurable
    publishing.startedAt = options.startedAt
    do throws(PublishingFailure) {
      let folder = try OutputFolder.open(options.output, options: publishing) { holder in
        progress(.waiting(holder))
      }
      return .success(folder)
    } catch {
      return .failure(error)
    }
  }

  func publish(
    _ records: consuming [OutputRecord],
    in folder: OutputFolder
  ) -> Result<PublishingSummary, PublishingFailure> {
    do throws(PublishingFailure) {
      return .success(try folder.commit(consume records))
    } catch {
      return .failure(error)
    }
  }
}

extension PlannedOutput {
  /// Whether it takes much longer than a page, so that it should not come last.
  fileprivate var isLong: Bool {
    switch content {
    case .feed(_, .edition), .feed(_, .part): true
    default: false
    }
  }
}

/// The codes whose names pages may need.
private struct UsedCodes {
  var currencies: Set<String> = []
  var countries: Set<String> = []
  var languages: Set<String> = []

  init(_ site: SiteConfiguration, _ postings: [Shared<JobPosting>]) {
    for place in site.locations.map(\.value) { insert(place.country) }
    insert(site.organization.address?.country)
    for posting in postings {
      for salary in posting.value.salaries { currencies.insert(salary.currency) }
      for place in posting.value.locations { insert(place.value.country) }
      for country in posting.value.details?.value.remote?.countries ?? [] {
        countries.insert(country)
      }
      for language in posting.value.details?.value.languages ?? [] {
        languages.insert(language.code)
      }
    }
  }

  private mutating func insert(_ country: String?) {
    if let country { countries.insert(country) }
  }
}
