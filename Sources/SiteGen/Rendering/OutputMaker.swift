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
      buffer.removeAll()
      if case .feed(let format, let scope) = output.content {
        return try makeFeed(FeedRegistry.formats[format].init(context), scope, output)
      }
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
    case .feed: return
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

  /// A feed can be larger than memory should be: from the first whole piece on it goes to staging
  /// as it is made.
  private mutating func makeFeed(
    _ feed: some FeedFormat,
    _ scope: FeedScope,
    _ output: PlannedOutput
  ) throws(PublishingFailure) -> OutputResult {
    let (path, order) = (output.route.file, output.publishingOrder)
    var bytes = 0
    var isLarge = false
    do throws(PublishingFailure) {
      try feed.write(scope) { part throws(PublishingFailure) in
        bytes += part.count
        if stager != nil {
          if !isLarge, part.count >= type(of: feed).pieceSize {
            try stager?.begin(path, order: order)
            isLarge = true
          }
          if isLarge { try stager?.append(part) } else { buffer.append(part) }
        }
        part.removeAll()
      }
    } catch {
      stager?.cancel()
      throw error
    }
    guard stager != nil else { return .checked(bytes: bytes) }
    guard isLarge else { return try stage(path, order) }
    guard let record = try stager?.finish() else { return .checked(bytes: bytes) }
    let copies = try copies(of: record) { (maker, compressor, copy) throws(PublishingFailure) in
      try maker.streamCompressed(feed, scope, to: copy, order, by: compressor)
    }
    return copies.isEmpty ? .made(record) : .madeWithCopies(record, copies: copies)
  }

  /// Writes a large feed once more, compressed as it passes.
  private mutating func streamCompressed(
    _ feed: some FeedFormat,
    _ scope: FeedScope,
    to path: String,
    _ order: PublishingOrder,
    by compressor: Compressor
  ) throws(PublishingFailure) -> OutputRecord? {
    try stager?.begin(path, order: order)
    buffer.removeAll()
    do throws(PublishingFailure) {
      try feed.write(scope) { part throws(PublishingFailure) in
        part.withBytes { compressor.append($0, to: &buffer) }
        part.removeAll()
        try stager?.append(buffer)
        buffer.removeAll()
      }
      compressor.finish(into: &buffer)
      try stager?.append(buffer)
    } catch {
      // Neither goes on with half a feed.
      compressor.finish(into: &buffer)
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
    case .feed: .feed
    }
  }
}
