import SourceText
import Templating

/// One build: (sources, options, date, last state) → (output, next state).
package struct Build: Sendable {
  let options: BuildOptions
  let tree: SourceTree
  let progress: @Sendable (BuildEvent) -> Void

  package init(
    _ options: BuildOptions,
    snapshot: SourceSnapshot? = nil,
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) {
    self.options = options
    self.progress = progress
    tree = SourceTree(root: options.source, snapshot: snapshot)
  }
}

// MARK: - The flow

extension Build {
  /// Reads everything, plans, makes every output and publishes; stops before publishing if anything
  /// is wrong.
  package func run() async -> BuildResult {
    var run = BuildRun(options)
    do throws(BuildStop) {
      let codes = CodeTables()
      let configured = configuration(codes)
      run.checks = configured.value?.checks ?? run.checks
      let site = try run.value(of: configured)
      run.endStage("configuration")

      // Neither needs the other.
      async let readTheme = theme(site, codes)
      async let readState = previousState()
      let content = await content(site, codes)
      // Postings first: a theme that can't be read doesn't hide what is wrong in them.
      let loaded = try run.value(of: content)
      let read = try run.value(of: await readTheme)
      let theme = read.theme
      let state = try run.value(of: await readState)
      run.endStage("load")

      // The plan needs one thread alone.
      async let readLocales = locales(site, loaded.postings)
      // With faults in files, what only shows between the others is said in the same run.
      let isStopped = run.mustStop
      let renames = isStopped ? [] : state.renames(loaded.postings)
      let planner = Planner(
        site: site,
        moment: moment(site),
        previewsDrafts: options.previewsDrafts,
        previewsFuture: options.previewsFuture,
        state: state,
        redirects: state.redirects(renames),
        assets: theme.assets,
        anchors: ThemeAnchors(theme.templates),
        unread: loaded.unread,
        sitePath: SourceTree.configurationPath,
        renamed: Set(renames.map(\.from))
      )
      let planned = planner.plan(loaded.postings, pages: loaded.pages)
      let plan = try run.value(of: excused(planned, loaded.unread, &run))
      if isStopped { try run.stopOnError() }
      run.count(plan)
      run.endStage("plan")

      let prepared = await prepare(plan, theme, loaded.bodies, state, await readLocales)
      run.result.context = prepared.context
      run.endStage("words")
      let compiled = await templates(prepared, read.templates)
      let sets = try run.value(of: compiled)
      try run.stopOnError()
      run.endStage("templates")
      let templates = await addRows(prepared.context, to: sets)
      run.endStage("rows")

      try await render(prepared.context, consume templates, state, renames, &run)
      return run.result(.done)
    } catch {
      return run.result(error.outcome)
    }
  }

  /// Makes every output; publishes when none has a fault.
  private func render(
    _ context: RenderContext,
    _ templates: consuming [EditionTemplates],
    _ state: SiteState,
    _ renames: [SiteState.Rename],
    _ run: inout BuildRun
  ) async throws(BuildStop) {
    let plan = context.plan
    progress(.rendering(outputs: plan.outputs.count))
    let folder = options.isCheck ? nil : try run.value(ofPublishing: openOutput(plan.site))
    // The pages don't need it: made beside them, it takes no time of its own.
    async let advanced = state.advanced(by: plan, modified: context.modified, renames)
    let made = await make(context, consume templates, in: folder)
    let records = run.records(of: made.outputs)
    run.keep(made.remainders)
    run.endStage("render")
    try run.stopOnError()

    let next = await advanced
    var changes = Changes(from: state, to: next, renames)
    changes.allowed = run.result.allowed
    // Only reports show them.
    if options.report != nil { changes.addTitles(of: plan) }
    run.result.changes = changes
    if let folder {
      run.count(try run.value(ofPublishing: publish(consume records, in: folder)))
      run.result.isPublished = true
      // A preview shows what the public has not seen: there is nothing to remember.
      let isPreview = options.previewsDrafts || options.previewsFuture
      if !isPreview { try run.value(of: write(next, unless: state)) }
    }
    try run.value(of: report(changes, of: plan))
    run.endStage("publish")
  }
}

/// Why a build ended early.
struct BuildStop: Error {
  var outcome: BuildResult.Outcome
}
