import SourceText
import Templating

/// One build: (sources, options, date, last state) → (output, next state).
package struct Build: Sendable {
  let options: BuildOptions
  let tree: SourceTree
  let progress: @Sendable (BuildEvent) -> Void

  package init(
    _ options: BuildOptions,
    progress: @escaping @Sendable (BuildEvent) -> Void = { _ in }
  ) {
    self.options = options
    self.progress = progress
    tree = SourceTree(root: options.source)
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
      let site = try run.value(of: configuration(codes))
      run.checks = site.checks
      let theme = try run.value(of: theme(site, codes))
      let state = try run.value(of: previousState())
      run.endStage("configuration")

      let content = await content(site, codes)
      let loaded = try run.value(of: content)
      run.endStage("load")
      try run.stopOnError()

      let renames = state.renames(loaded.postings)
      let planner = Planner(
        site: site,
        moment: moment(site),
        previewsDrafts: options.previewsDrafts,
        previewsFuture: options.previewsFuture,
        lastSeenOpen: state.lastSeenOpen,
        redirects: state.redirects(renames),
        assets: theme.assets,
        sitePath: SourceTree.configurationPath
      )
      let planned = planner.plan(loaded.postings, pages: loaded.pages)
      let plan = try run.value(of: excused(planned, &run))
      run.count(plan)
      run.endStage("plan")

      let prepared = await prepare(plan, theme, loaded.bodies, state)
      run.result.context = prepared.context
      run.endStage("words")
      let templates = await templates(prepared)
      let compiled = try run.value(of: templates)
      try run.stopOnError()
      run.endStage("templates")

      try await render(prepared.context, compiled, state, renames, &run)
      return run.result(.done)
    } catch {
      return run.result(error.outcome)
    }
  }

  /// Makes every output; publishes when none has a fault.
  private func render(
    _ context: RenderContext,
    _ templates: [TemplateSet],
    _ state: SiteState,
    _ renames: [SiteState.Rename],
    _ run: inout BuildRun
  ) async throws(BuildStop) {
    let plan = context.plan
    progress(.rendering(outputs: plan.outputs.count))
    let folder = options.isCheck ? nil : try run.value(ofPublishing: openOutput(plan.site))
    let made = await make(context, templates, in: folder)
    let records = run.records(of: made.outputs)
    run.keep(made.remainders)
    run.endStage("render")
    try run.stopOnError()

    let next = state.advanced(by: plan, modified: context.modified, renames)
    var changes = Changes(from: state, to: next, renames)
    changes.allowed = run.result.allowed
    run.result.changes = changes
    if let folder {
      run.count(try run.value(ofPublishing: publish(records, in: folder)))
      run.result.isPublished = true
      // A preview shows what the public has not seen: there is nothing to remember.
      let isPreview = options.previewsDrafts || options.previewsFuture
      if !isPreview { try run.value(of: write(next, unless: state)) }
    }
    try run.value(of: report(changes))
    run.endStage("publish")
  }
}

/// Why a build ended early.
struct BuildStop: Error {
  var outcome: BuildResult.Outcome
}
