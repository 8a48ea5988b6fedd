import CShims
package import SourceText

/// Renders the texts of postings and pages; one per worker.
///
/// GitHub's Markdown with tables, `~~strikethrough~~`, bare addresses and task lists. HTML, and
/// links that could run scripts, are faults, not output.
///
/// cmark-gfm edits tables of the whole process while it parses; `CShims` keeps workers apart, so
/// any number of renderers may be used at one time.
package struct MarkdownRenderer: ~Copyable {
  private let basePath: String

  /// Makes a renderer.
  ///
  /// - Parameter basePath: the path of the site's root on its host, without a slash at its end; it
  ///   is put before links and images that begin with `/`.
  package init(basePath: String = "") { self.basePath = basePath }

  /// How many characters a summary has at most.
  package static let summaryLength = 300
}

// MARK: - Rendering

extension MarkdownRenderer {
  /// Renders a part of a file, such as what stands below the front matter.
  ///
  /// Headings are shifted so that the highest is of level 2, and those that are in no list or quote
  /// get an `id`. Comments are left out.
  ///
  /// - Parameters:
  ///   - file: the file; all source ranges are offsets in it.
  ///   - range: the text.
  ///   - output: where the HTML is appended; nothing is, if the text breaks a bound.
  /// - Returns: what stands in the text. Faults: `body/too-large` (1 MiB), `body/not-utf8`,
  ///   `body/control-character`, `body/too-complex`, `body/too-deep`, `body/raw-html`,
  ///   `body/unclosed-comment` and `body/unsafe-link`, each at its place, in order.
  package mutating func render(
    _ file: SourceFile,
    in range: SourceRange,
    into output: inout ByteBuffer
  ) -> MarkdownBody {
    var body = MarkdownBody()
    let text = range.indices.clamped(to: 0..<file.bytes.count)
    if let fault = BodyBounds.fault(in: file, text) {
      body.diagnostics = [fault]
      return body
    }
    let tree = MarkdownTree(file.bytes, in: text)
    var survey = BodySurvey(
      file: file,
      lines: BodyLines(file.bytes, in: text),
      basePath: basePath
    )
    survey.walk(tree.root)
    body.links = survey.links
    body.images = survey.images
    body.diagnostics = survey.diagnostics.sorted()
    guard !body.diagnostics.contains(where: { $0.id == "body/too-deep" }) else { return body }
    for comment in survey.comments { comment.remove() }
    body.summary = summary(of: tree.root)
    writeSections(of: tree, survey, from: text.lowerBound, to: &body, into: &output)
    return body
  }

  /// Makes every parser take one lock while it finishes, as on systems where the library can't be
  /// kept from editing its tables.
  ///
  /// For tests; call it before anything is rendered.
  package static func forceLock() { sitegen_cmark_force_lock() }

  /// Whether renderers wait for each other on this system.
  package static var usesLock: Bool { sitegen_cmark_prepare() == SITEGEN_CMARK_LOCKED }
}

// MARK: - Sections

extension MarkdownRenderer {
  private mutating func writeSections(
    of tree: borrowing MarkdownTree,
    _ survey: BodySurvey,
    from start: Int,
    to body: inout MarkdownBody,
    into output: inout ByteBuffer
  ) {
    let shift = max(0, 2 - survey.lowestLevel)
    let base = output.count
    var slugs = HeadingSlugs()
    var section = MarkdownBody.Section(
      title: nil,
      id: "",
      level: 0,
      range: SourceRange(start..<start),
      heading: 0..<0,
      html: 0..<0
    )
    for heading in survey.headings where shift > 0 { heading.headingLevel += shift }
    var run = MarkdownRun()
    var next = tree.root.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .heading else {
        run.move(node)
        continue
      }
      flush(&run, of: tree, into: &output)
      let title = node.plainText
      let id = slugs.id(for: title)
      let headingStart = output.count - base
      let range = survey.lines.source(of: node, in: survey.file.bytes)
      if node.headingLevel - shift <= 2 {
        close(&section, at: headingStart, in: &body)
        section.title = title
        section.id = id
        section.level = node.headingLevel
        section.range = SourceRange(range)
      } else {
        body.deepAnchors.append(id)
      }
      tree.render(heading: node, id: id, into: &output)
      if node.headingLevel - shift <= 2 { section.heading = headingStart..<(output.count - base) }
    }
    flush(&run, of: tree, into: &output)
    close(&section, at: output.count - base, in: &body)
  }

  /// Ends a section, which is left out if there is nothing in front of the first heading.
  private func close(
    _ section: inout MarkdownBody.Section,
    at end: Int,
    in body: inout MarkdownBody
  ) {
    section.html = section.heading.upperBound..<end
    if section.title != nil || !section.html.isEmpty { body.sections.append(section) }
  }

  private mutating func flush(
    _ run: inout MarkdownRun,
    of tree: borrowing MarkdownTree,
    into output: inout ByteBuffer
  ) {
    guard run.root.firstChild != nil else { return }
    tree.render(run.root, into: &output)
    run = MarkdownRun()
  }
}

// MARK: - Summary

extension MarkdownRenderer {
  private func summary(of document: MarkdownNode) -> String {
    var next = document.firstChild
    while let node = next {
      next = node.next
      guard node.kind == .paragraph else { continue }
      let text = node.plainText
      if !text.isEmpty { return shortened(text) }
    }
    return ""
  }

  private func shortened(_ text: String) -> String {
    let limit = Self.summaryLength
    guard text.utf8.count > limit, text.count > limit else { return text }
    // One place is for the ellipsis.
    let head = text.prefix(limit - 1)
    let end =
      text[head.endIndex] == " " ? head.endIndex : head.lastIndex(of: " ") ?? head.endIndex
    return text[..<end].trimmingTrailing { $0 == " " || $0 == "," } + "…"
  }
}

extension Substring {
  fileprivate func trimmingTrailing(_ isTrimmed: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
