import SourceText

/// One XML file in which a job board reads all open postings: `<source>` with a `<job>` for each
/// posting, place and language.
///
/// What differs between boards is a table of elements, and a few words in front of the jobs.
protocol BoardFeed: FeedFormat {
  static var fileName: String { get }
  static func isOn(_ site: SiteConfiguration) -> Bool
  /// The elements of a job, in their order.
  static var elements: [BoardElement] { get }
  /// Whether the board can use an entry.
  static func takes(_ entry: BoardEntry) -> Bool

  var context: RenderContext { get }
  /// Writes the elements in front of the jobs, except the day of the last change.
  func writeHead(into output: inout ByteBuffer)
}

extension BoardFeed {
  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    isOn(plan.site) ? [FeedFile(Route(.file(fileName)), .part(0))] : []
  }

  static func takes(_: BoardEntry) -> Bool { true }

  /// Calls `body` with each entry of the file.
  func forEachEntry<Failure: Error>(
    _ body: (BoardEntry) throws(Failure) -> Void
  ) throws(Failure) {
    for job in context.plan.postings.indices where context.plan.states[job].isOpen {
      for entry in BoardEntry.all(of: job, context) where Self.takes(entry) { try body(entry) }
    }
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var output = ByteBuffer(capacity: 1 << 16)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<source>\n")
    writeHead(into: &output)
    if let newest = newestChange {
      output.element("lastBuildDate", escaping: newest)
      output.append("\n")
    }
    try forEachEntry { (entry) throws(PublishingFailure) in
      output.append("<job>\n")
      for element in Self.elements { element.write(of: entry, into: &output) }
      output.append("</job>\n")
      if output.count >= Self.pieceSize { try drain(&output) }
    }
    output.append("</source>\n")
    try drain(&output)
  }

  /// The day of the newest change of an open posting; not of the build, which would change the file
  /// every day.
  private var newestChange: String? {
    let plan = context.plan
    let days = plan.postings.indices.lazy.filter { plan.states[$0].isOpen }
      .map { context.modified[$0] }
    return days.max().map { Instant($0, secondOfDay: 43_200).rfc822(offset: 0) }
  }
}

/// An element of each job in a board's file.
struct BoardElement: Sendable {
  private enum Content: Sendable {
    case text(@Sendable (BoardEntry) -> String?, isOptional: Bool)
    case body
    case nested(@Sendable (BoardEntry, inout ByteBuffer) -> Bool)
  }

  private let name: StaticString
  private let content: Content

  /// A text; without one the element stands empty, as Indeed wants it in every job.
  init(_ name: StaticString, _ text: @escaping @Sendable (BoardEntry) -> String?) {
    self.name = name
    content = .text(text, isOptional: false)
  }

  private init(_ name: StaticString, _ content: Content) {
    self.name = name
    self.content = content
  }

  /// A text; without one there is no element.
  static func optional(
    _ name: StaticString,
    _ text: @escaping @Sendable (BoardEntry) -> String?
  ) -> BoardElement {
    BoardElement(name, .text(text, isOptional: true))
  }

  /// The posting's text as HTML, with whole addresses.
  static func body(_ name: StaticString) -> BoardElement { BoardElement(name, .body) }

  /// Elements inside the element; it is left out where `write` says that there are none.
  static func nested(
    _ name: StaticString,
    _ write: @escaping @Sendable (BoardEntry, inout ByteBuffer) -> Bool
  ) -> BoardElement {
    BoardElement(name, .nested(write))
  }

  func write(of entry: BoardEntry, into output: inout ByteBuffer) {
    switch content {
    case .text(let text, let isOptional):
      let text = text(entry) ?? ""
      if isOptional, text.isEmpty { return }
      output.element(name, cdata: text)
    case .body:
      output.beginElement(name)
      output.appendCDATA { output in
        entry.context.withFeedHTML(of: entry.job) { output.append(characterData: $0) }
      }
      output.endElement(name)
    case .nested(let write):
      let start = output.count
      output.beginElement(name)
      guard write(entry, &output) else {
        output.truncate(to: start)
        return
      }
      output.endElement(name)
    }
    output.append("\n")
  }
}

extension ByteBuffer {
  mutating func beginElement(_ name: StaticString) {
    append("<")
    append(name)
    append(">")
  }

  mutating func endElement(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  /// Writes an element whose text, of anybody's making, stands in a CDATA section.
  mutating func element(_ name: StaticString, cdata text: String) {
    beginElement(name)
    append(cdata: text)
    endElement(name)
  }

  /// Writes an element whose text is of our own making or escaped.
  mutating func element(_ name: StaticString, escaping text: String) {
    beginElement(name)
    append(escapingXML: text)
    endElement(name)
  }
}
