import Compression
package import SourceText
import Templating

/// Makes planned outputs, one at a time, and stages those that changed; one per worker.
package struct OutputMaker: ~Copyable {
  private let context: RenderContext
  /// One for each edition of the plan.
  private let templates: [EditionTemplates]
  /// Of the templates of each edition, by their names.
  private let numbers: [[String: Int]]
  /// One for each edition, made with its first page.
  private var renderers: [EditionRenderer?]
  var buffer = ByteBuffer(capacity: 1 << 16)
  /// For compressed copies.
  var compressed = ByteBuffer()
  var stager: Stager?
  /// One for each format that the site asks for.
  let compressors: [Compressor]
  /// What pages so far did not show as it is.
  private(set) var warnings = PageWarnings()

  /// Makes a worker's memory.
  ///
  /// - Parameters:
  ///   - context: what all workers read.
  ///   - templates: the theme's, for each edition.
  ///   - stager: where changed outputs go; `nil` to check without writing.
  init(
    _ context: RenderContext,
    _ templates: [EditionTemplates],
    stager: consuming Stager?
  ) {
    self.context = context
    self.templates = templates
    numbers = templates.map(\.set.numbers)
    renderers = templates.map { _ in nil }
    compressors = context.plan.site.output.compression.map { Compressor($0) }
    self.stager = stager
  }
}

/// Renders pages of one edition on one worker.
private final class EditionRenderer {
  private var renderer: TemplateRenderer<SiteHost>

  init(_ context: RenderContext, _ templates: EditionTemplates, edition: Int) {
    renderer = TemplateRenderer(
      templates.set,
      host: SiteHost(context, edition: edition, jobs: templates.jobs)
    )
  }

  /// What the last page did not show as it is.
  var warnings: [Diagnostic] { renderer.warnings }

  func render(
    _ page: PageContext,
    _ template: Int,
    into output: inout ByteBuffer
  ) throws(Diagnostic) {
    try renderer.render(template, into: &output) { host, arena in
      host.turn(to: page)
      return host.globals(&arena)
    }
  }
}

/// What became of one output.
package enum OutputResult: Sendable {
  case made(OutputRecord)
  /// The same, with compressed copies beside it.
  case madeWithCopies(OutputRecord, copies: [OutputRecord])
  /// It was made without fault, and nobody wanted it written.
  case checked(bytes: Int)
  case fault(Diagnostic, isMachineFault: Bool)
}

extension OutputMaker {
  package mutating func make(_ output: PlannedOutput) -> OutputResult {
    do throws(PublishingFailure) {
      if case .jsonFeed = output.content { return try streamFeed(output) }
      buffer.removeAll()
      do throws(Diagnostic) {
        try write(output)
      } catch {
        return .fault(error, isMachineFault: error.id.name.hasPrefix("io/"))
      }
      guard stager != nil else { return .checked(bytes: buffer.count) }
      return try stage(output.route.file, output.publishingOrder)
    } catch {
      return .fault(error.diagnostic, isMachineFault: error.isMachineFault)
    }
  }

  private mutating func stage(
    _ path: String,
    _ order: PublishingOrder
  ) throws(PublishingFailure) -> OutputResult {
    guard let record = try stager?.stage(path, order: order, buffer) else {
      return .checked(bytes: buffer.count)
    }
    let copies = try copies(of: record) { (maker, compressor, copy) throws(PublishingFailure) in
      try maker.stageCompressed(copy, order, by: compressor)
    }
    return copies.isEmpty ? .made(record) : .madeWithCopies(record, copies: copies)
  }

  private mutating func write(_ output: PlannedOutput) throws(Diagnostic) {
    switch output.content {
    case .asset(let asset): buffer.append(context.theme.assets[asset].bytes)
    case .sitemap(let part): Sitemap(context).write(part: part, into: &buffer)
    case .sitemapIndex(let parts): Sitemap(context).writeIndex(parts: parts, into: &buffer)
    case .robots: Sitemap(context).writeRobots(into: &buffer)
    case .rss: RSSFeed(context).write(into: &buffer)
    case .jsonFeed: return
    case .home, .list, .group, .job, .page, .notFound, .redirect: try render(output)
    }
  }

  private mutating func render(_ output: PlannedOutput) throws(Diagnostic) {
    guard let page = context.pageContext(of: output) else { return }
    let template = try template(for: page)
    let renderer = renderer(of: page.edition)
    func note() -> Diagnostic.Note {
      .init("while rendering \(output.route.path)", path: output.origin.path)
    }
    do throws(Diagnostic) {
      try renderer.render(page, template, into: &buffer)
    } catch {
      var fault = error
      fault.notes.append(note())
      throw fault
    }
    guard !renderer.warnings.isEmpty else { return }
    warnings.add(renderer.warnings, of: output.route.path, note())
  }

  private mutating func renderer(of edition: Int) -> EditionRenderer {
    if let made = renderers[edition] { return made }
    let renderer = EditionRenderer(context, templates[edition], edition: edition)
    renderers[edition] = renderer
    return renderer
  }

  private func template(for page: PageContext) throws(Diagnostic) -> Int {
    let own = page.contentPage.flatMap { context.plan.pages[$0].template }
    let name = own?.value ?? page.kind.rawValue + ".html"
    if let index = numbers[page.edition][name] { return index }
    let path = page.contentPage.map { context.plan.pages[$0].path }
    throw Diagnostic(
      "theme/missing-template",
      "the theme has no template '\(name)'",
      path: path ?? "themes/\(context.theme.name)/theme.yml",
      range: own?.range,
      hint: "add templates/\(name) to the theme"
    )
  }

  /// Feeds can be larger than memory should be: they go to staging as they are made.
  private mutating func streamFeed(_ output: PlannedOutput) throws(PublishingFailure)
    -> OutputResult
  {
    guard stager != nil else {
      var bytes = 0
      JSONFeed(context).write { part in
        bytes += part.count
        part.removeAll()
      }
      return .checked(bytes: bytes)
    }
    let order = output.publishingOrder
    guard let record = try streamFeed(to: output.route.file, order, through: nil) else {
      return .checked(bytes: 0)
    }
    let copies = try copies(of: record) { (maker, compressor, copy) throws(PublishingFailure) in
      try maker.streamFeed(to: copy, order, through: compressor)
    }
    return copies.isEmpty ? .made(record) : .madeWithCopies(record, copies: copies)
  }

  /// Writes the feed once, as it is or compressed.
  private mutating func streamFeed(
    to path: String,
    _ order: PublishingOrder,
    through compressor: Compressor?
  ) throws(PublishingFailure) -> OutputRecord? {
    try stager?.begin(path, order: order)
    buffer.removeAll()
    do throws(PublishingFailure) {
      try JSONFeed(context).write { part throws(PublishingFailure) in
        if let compressor {
          part.withBytes { compressor.append($0, to: &buffer) }
          try stager?.append(buffer)
          buffer.removeAll()
        } else {
          try stager?.append(part)
        }
        part.removeAll()
      }
      if let compressor {
        compressor.finish(into: &buffer)
        try stager?.append(buffer)
      }
    } catch {
      // Neither goes on with half a feed.
      compressor?.finish(into: &buffer)
      stager?.cancel()
      throw error
    }
    return try stager?.finish()
  }
}

extension PlannedOutput {
  /// Assets come first and feeds last, so that nothing names what isn't there yet.
  var publishingOrder: PublishingOrder {
    switch content {
    case .asset: .asset
    case .home, .list, .group, .job, .page, .notFound, .redirect: .page
    case .jsonFeed, .rss, .sitemap, .sitemapIndex, .robots: .feed
    }
  }
}
