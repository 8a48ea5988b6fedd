import SourceText

/// Walks the tree of a text once and notes what stands in it.
struct BodySurvey {
  let file: SourceFile
  let lines: BodyLines

  private(set) var links: [MarkdownBody.Link] = []
  private(set) var images: [MarkdownBody.Image] = []
  /// Put before targets that are paths on the site.
  private let basePath: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Comments, which are not rendered.
  private(set) var comments: [MarkdownNode] = []
  private(set) var headings: [MarkdownNode] = []
  /// The lowest level of a heading in the source.
  private(set) var lowestLevel = 6

  /// The block that holds the inlines at hand.
  private var leaf: MarkdownNode?
  /// Where its links, images and tags are, once that is needed, in reverse.
  private var places: [Range<Int>?]?
  private var leafHasTag = false

  init(file: SourceFile, lines: BodyLines, basePath: String) {
    self.file = file
    self.basePath = basePath
    self.lines = lines
  }
}

// MARK: - Walking

extension BodySurvey {
  mutating func walk(_ document: MarkdownNode) {
    var node = document.firstChild
    var depth = 1
    while let current = node {
      visit(current)
      if let child = current.firstChild {
        if depth == BodyBounds.treeDepthLimit {
          diagnostics.append(.tooDeep(file, placeOfDeepNode(current)))
          return
        }
        node = child
        depth += 1
        continue
      }
      node = current.following(&depth)
    }
  }

  private mutating func visit(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph: startLeaf(node)
    case .heading:
      startLeaf(node)
      headings.append(node)
      lowestLevel = min(lowestLevel, node.headingLevel)
    case .tableRow: startLeaf(node)
    case .htmlBlock: checkBlock(node)
    case .htmlInline: checkTag(node)
    case .link:
      let range = nextPlace()
      let target = node.target
      links.append(MarkdownBody.Link(target: target, range: range))
      node.prefixTarget(basePath)
      check(target, title: node.title, isImage: false, at: range)
    case .image:
      let range = nextPlace()
      let source = node.target
      images.append(MarkdownBody.Image(source: source, alt: node.plainText, range: range))
      check(source, title: node.title, isImage: true, at: range)
      node.prefixTarget(basePath)
    default: break
    }
  }

  private mutating func startLeaf(_ node: MarkdownNode) {
    leaf = node
    places = nil
    leafHasTag = false
  }

  /// The start of a block, or of the block that an inline stands in.
  private func placeOfDeepNode(_ node: MarkdownNode) -> SourceRange {
    let block =
      switch node.kind {
      case .list, .item, .blockQuote, .paragraph, .heading, .table: node
      default: leaf ?? node
      }
    let start = lines.source(of: block, in: file.bytes).lowerBound
    return SourceRange(start..<min(start + 1, file.bytes.count))
  }
}

// MARK: - Places

extension BodySurvey {
  /// The place of the next link, image or tag of the current leaf; the whole leaf if in doubt.
  private mutating func nextPlace() -> SourceRange {
    guard let leaf else { return SourceRange(start: 0, end: 0) }
    let source = sourceOfLeaf(leaf)
    var places =
      self.places ?? InlineLocator.places(in: leaf, at: source, of: file.bytes).reversed()
    // The only reference, so that taking the last doesn't copy the others.
    self.places = nil
    let place = places.popLast() ?? nil
    self.places = places
    return SourceRange(place ?? source)
  }

  private func sourceOfLeaf(_ leaf: MarkdownNode) -> Range<Int> {
    if leaf.kind == .tableRow { return lines.source(ofRow: leaf, in: file.bytes) }
    return lines.source(of: leaf, in: file.bytes)
  }
}

// MARK: - Links

extension BodySurvey {
  /// Faults of one text that are kept: nobody mends more at once.
  static let faultLimit = 100

  private mutating func keep(_ fault: Diagnostic) {
    if diagnostics.count < Self.faultLimit { diagnostics.append(fault) }
  }

  private mutating func check(
    _ target: String,
    title: String,
    isImage: Bool,
    at range: SourceRange
  ) {
    if let scheme = LinkTarget.refusedScheme(of: target, isImage: isImage) {
      keep(unsafeLink(scheme, of: isImage ? "image" : "link", isImage, at: range))
    } else if let scheme = LinkTarget.refusedScheme(ofTitle: title) {
      keep(unsafeLink(scheme, of: "title", isImage, at: range))
    }
  }

  private func unsafeLink(
    _ scheme: String,
    of what: String,
    _ isImage: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let message =
      switch what {
      case "image": "an image can't come from a '\(scheme):' address"
      case "link": "a link can't lead to a '\(scheme):' address"
      default: "the title of a link or image can't start with '\(scheme):'"
      }
    let hint =
      switch what {
      case "image": "use a file of the site, https:, or a PNG, JPEG, GIF or WebP as base64 data"
      case "link":
        "begin it with https:, http:, mailto:, tel: or sms:, or name a page such as '/jobs/'"
      default: "write a title in words, or none"
      }
    return Diagnostic("body/unsafe-link", message, path: file.path, range: range, hint: hint)
  }
}

// MARK: - HTML

extension BodySurvey {
  private mutating func checkTag(_ node: MarkdownNode) {
    let range = nextPlace()
    let tag = node.literal
    if tag.hasPrefix("<!--") {
      comments.append(node)
    } else if !(leafHasTag && tag.hasPrefix("</")) {
      // A closing tag says nothing new behind its opening one.
      leafHasTag = true
      keep(.rawHTML(tag, file, range))
    }
  }

  private mutating func checkBlock(_ node: MarkdownNode) {
    let source = lines.source(ofHTML: node, in: file.bytes)
    switch CommentBlock.judge(file.bytes, source) {
    case .onlyComments: comments.append(node)
    case .unclosed(let start): keep(.unclosedComment(file, start))
    case .text(let range): keep(.textBesideComment(file, range))
    case .tag(let range): keep(.rawHTML(file.text(range), file, range))
    }
  }
}
