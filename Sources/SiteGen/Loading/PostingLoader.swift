import Hashing
import Markdown
package import SourceText
import YAML

/// Reads postings, one at a time: bytes to front matter to fields to rendered body.
///
/// One per worker; parser memory and the body store's part are used again for each file.
package struct PostingLoader: ~Copyable {
  private let tree: SourceTree
  private let site: Shared<SiteConfiguration>
  private let codes: CodeTables
  private let moment: BuildMoment
  private let headings: HeadingKinds
  private var markdown: MarkdownRenderer
  private var html = ByteBuffer()
  private var summary = ByteBuffer(capacity: 1024)
  private var hash = SHA256()
  private var shared = SharedValues()
  private var store: BodyStoreWriter

  package init(
    tree: SourceTree,
    site: SiteConfiguration,
    codes: CodeTables,
    moment: BuildMoment,
    store: consuming BodyStoreWriter
  ) {
    self.tree = tree
    self.site = Shared(site)
    self.codes = codes
    self.moment = moment
    headings = HeadingKinds(site.sections)
    markdown = MarkdownRenderer(basePath: site.basePath)
    self.store = store
  }

  /// Ends the worker's part of the body store.
  package consuming func finish() -> Checked<BodyStore.Part> {
    do throws(Diagnostic) {
      return Checked(try store.finish())
    } catch {
      return Checked(nil, [error])
    }
  }
}

// MARK: - Files

extension PostingLoader {
  /// Reads one posting.
  ///
  /// - Parameter path: relative to the site's folder.
  /// - Returns: the posting, with every fault of its file; those of the body too when the front
  ///   matter has some.
  package mutating func posting(_ path: String) -> Checked<JobPosting> {
    var allowances: [Allowance] = []
    var checked: Checked<JobPosting> = read(path, area: "job", subject: "a posting") {
      loader,
      source,
      reader in
      let required = loader.site.value.jobRules.required.map(\.value)
      guard
        var posting = Schema.job.decode(
          source.root,
          &reader,
          missingAt: source.fence,
          alsoRequired: required
        )
      else { return nil }
      posting.path = path
      posting.titleRange = source.root.value(for: "title")?.range ?? source.fence
      allowances = posting.allowances
      if posting.id.value.isEmpty {
        posting.id = Located(value: fileName(path), range: source.fence)
        if !isSlug(posting.id.value) {
          let name = slug(posting.id.value).isEmpty ? "welder" : slug(posting.id.value)
          reader.report(
            "not-a-slug",
            "the file's name '\(posting.id.value)' can't be the posting's address",
            at: source.fence,
            hint: "add a line 'id: \(name)', or rename the file to '\(name).md'"
          )
        }
      }
      if posting.language.isEmpty { posting.language = loader.site.value.language }
      if posting.status != .draft {
        reader.checkPlaceholders(
          source.file,
          front: source.front,
          body: source.body,
          language: posting.language
        )
      }
      PostingCheck(
        posting: posting,
        root: source.root,
        fence: source.fence,
        moment: loader.moment
      ).run(&reader)
      if reader.diagnostics.containsError { return nil }
      posting.filledRows = Schema.job.filledRows(of: source.root)
      loader.shared.share(&posting)
      return posting
    } check: { loader, source, rendered, reader in
      reader.checkHeadings(rendered, loader.headings)
      reader.checkDescription(
        rendered.summary,
        length: loader.html.plainLength(upTo: 400),
        title: source.root.value(for: "title")?.text ?? "",
        at: source.fence
      )
    } body: { loader, posting, source, body in
      posting.body = body
      if let image = posting.details?.value.image,
        let path = siteTarget(image.source, loader.site.value.baseURL),
        let node = source.root.value(for: "image")?.value(for: "src")
      {
        posting.body.images.append(Located(value: path, range: node.range))
      }
      if loader.site.value.checks.isOn(.nearDuplicate) {
        posting.body.sketch = TextSketch(of: source.file.bytes, in: source.body.indices)
      }
      posting.fingerprint = Fingerprint(
        of: source.root,
        in: source.file,
        body: loader.html,
        &loader.hash
      )
    }
    checked.diagnostics = allowances.silence(checked.diagnostics)
    if !allowances.isEmpty { checked.value?.filledDetails.allowances = allowances }
    return checked
  }

  /// Reads one content page.
  ///
  /// - Parameter path: relative to the site's folder.
  /// - Returns: the page, with every fault of its file.
  package mutating func page(_ path: String) -> Checked<ContentPage> {
    read(path, area: "page", subject: "a page") { loader, source, reader in
      guard var page = Schema.page.decode(source.root, &reader, missingAt: source.fence) else {
        return nil
      }
      page.path = path
      page.name = fileName(path)
      if page.language.isEmpty { page.language = loader.site.value.language }
      return page
    } check: { _, _, _, _ in
    } body: { _, page, _, body in
      page.body = body
    }
  }

  private struct Source {
    var file: SourceFile
    var root: YAMLNode
    /// The opening fence, where missing fields are reported.
    var fence: SourceRange
    var front: SourceRange
    var body: SourceRange
  }

  /// Every fault of the file is found: those of the body too when the front matter has some.
  private mutating func read<Model>(
    _ path: String,
    area: String,
    subject: String,
    decode: (inout PostingLoader, Source, inout SchemaReader) -> Model?,
    check: (borrowing PostingLoader, Source, MarkdownBody, inout SchemaReader) -> Void,
    body setBody: (inout PostingLoader, inout Model, Source, PostingBody) -> Void
  ) -> Checked<Model> {
    var faults: [Diagnostic] = []
    do throws(Diagnostic) {
      let file = try tree.read(path)
      let front = try FrontMatter.split(file)
      let document = YAMLDocument.parse(file, in: front.yaml)
      faults += document.diagnostics
      let source = document.value.map {
        Source(
          file: file,
          root: $0.root,
          fence: file.openingFence,
          front: front.yaml,
          body: front.body
        )
      }
      var reader = SchemaReader(
        area: area,
        subject: subject,
        path: path,
        codes: codes,
        site: site
      )
      if let source { reader.checkCutValues(file, in: source.front, source.root) }
      let model = source.flatMap { decode(&self, $0, &reader) }
      html.removeAll()
      let rendered = markdown.render(file, in: front.body, into: &html)
      faults += rendered.diagnostics
      if let source, rendered.diagnostics.isEmpty {
        reader.checkImages(rendered)
        check(self, source, rendered, &reader)
      }
      faults += reader.diagnostics
      guard var model, let source, !faults.containsError else {
        return Checked(nil, faults)
      }
      let body = try body(rendered)
      setBody(&self, &model, source, body)
      return Checked(model, faults)
    } catch {
      return Checked(nil, faults + [error])
    }
  }

  private mutating func body(_ rendered: MarkdownBody) throws(Diagnostic) -> PostingBody {
    var body = PostingBody()
    body.html = try store.append(html)
    summary.removeAll()
    summary.append(rendered.summary)
    body.firstParagraph = try store.append(summary)
    body.links = rendered.pageLinks(baseURL: site.value.baseURL)
    body.images = rendered.siteImages(baseURL: site.value.baseURL)
    body.deepAnchors = rendered.deepAnchors
    body.sections = rendered.sections.map { section in
      BodySection(
        kind: section.title.flatMap { headings.kind(of: $0) },
        title: section.title,
        anchor: section.id,
        html: UInt32(section.html.lowerBound)..<UInt32(section.html.upperBound)
      )
    }
    shared.share(&body.sections)
    return body
  }
}

/// The file's name without folders and ending.
private func fileName(_ path: String) -> String {
  let bytes = path.utf8
  let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) }
  let name = bytes[(start ?? bytes.startIndex)...]
  return String(Substring(name.dropLast(path.hasSuffix(".md") ? 3 : 0)))
}

extension SourceFile {
  /// The first line's fence, behind a byte-order mark.
  fileprivate var openingFence: SourceRange {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return SourceRange(start..<min(bytes.count, start + 3))
  }
}

/// Which heading texts begin which section, whatever their case.
struct HeadingKinds: Sendable {
  /// As site.yml has them.
  let texts: [String]
  private var kinds: [String: SectionKind] = [:]

  init(_ headings: SectionHeadings) {
    let lists: [(SectionKind, [String])] = [
      (.about, headings.about), (.responsibilities, headings.responsibilities),
      (.qualifications, headings.qualifications), (.benefits, headings.benefits),
    ]
    texts = lists.flatMap(\.1)
    for (kind, texts) in lists {
      for text in texts { kinds[text.lowercased()] = kind }
    }
  }

  var isEmpty: Bool { kinds.isEmpty }

  func kind(of title: String) -> SectionKind? { kinds[title.lowercased()] }

  /// The heading that a misspelt one was most likely meant for.
  func nearest(to title: String) -> String? { nearestName(to: title, in: texts) }
}

extension ByteBuffer {
  /// How many bytes stand outside of tags, from the first letter to the last, of which no more than
  /// `limit` are counted.
  fileprivate func plainLength(upTo limit: Int) -> Int {
    withBytes { bytes in
      var length = 0
      var end = 0
      var isTag = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "<"): isTag = true
        case UInt8(ascii: ">"): isTag = false
        default:
          if isTag || byte <= 0x20 && length == 0 { continue }
          length += 1
          if byte > 0x20 { end = length }
        }
        if length == limit { break }
      }
      return end
    }
  }
}
