import Glibc
import SourceText

/// Bodies as HTML for readers elsewhere: links and images have whole addresses.
///
/// Bodies come from our renderer: `<` begins a tag and nothing else, also not inside quotes, and the
/// address is the first attribute of `a` and `img`. So one search for `<` finds every address.
struct FeedHTML: Sendable {
  /// `https://jobs.example`, escaped for attributes.
  private let origin: [UInt8]
  /// `https:`.
  private let scheme: [UInt8]
  /// The same with the path of the site's root.
  private let base: [UInt8]

  init(baseURL: String) {
    var escaped = ByteBuffer(capacity: 256)
    escaped.append(escapingHTML: baseURL)
    base = escaped.bytes()
    let colon = base.firstIndex(of: UInt8(ascii: ":")) ?? 0
    scheme = Array(base.prefix(colon + 1))
    let host = base.dropFirst(scheme.count + 2)
    origin = Array(base[..<(host.firstIndex(of: UInt8(ascii: "/")) ?? base.endIndex)])
  }
}

extension FeedHTML {
  typealias Run = UnsafeBufferPointer<UInt8>

  /// Gives a body piece by piece, with what addresses lack in between.
  ///
  /// - Parameters:
  ///   - html: a body, or a run of it that begins outside of tags.
  ///   - page: where the posting lies, from where relative addresses lead.
  ///   - use: takes the pieces in their order; none ends inside a character.
  func forEachRun(of html: Run, on page: @autoclosure () -> Route, _ use: (Run) -> Void) {
    guard let start = html.baseAddress else { return }
    let end = start + html.count
    var written = start
    var next = start
    while let tag = memchr(next, Int32(UInt8(ascii: "<")), end - next) {
      let name = UnsafePointer(tag.assumingMemoryBound(to: UInt8.self)) + 1
      next = name
      guard let address = address(in: name, end: end) else { continue }
      let missing = missingPart(of: UnsafeBufferPointer(start: address, count: end - address))
      guard missing != .nothing else { continue }
      use(UnsafeBufferPointer(start: written, count: address - written))
      written = address
      switch missing {
      case .nothing: break
      case .scheme: scheme.withUnsafeBufferPointer(use)
      case .origin: origin.withUnsafeBufferPointer(use)
      case .page:
        base.withUnsafeBufferPointer(use)
        var path = page().path
        path.withUTF8(use)
      }
    }
    use(UnsafeBufferPointer(start: written, count: end - written))
  }

  /// Where the address of a link or an image begins; `name` is what stands behind `<`.
  private func address(
    in name: UnsafePointer<UInt8>,
    end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    func begins(with text: StaticString) -> Bool {
      end - name >= text.utf8CodeUnitCount
        && memcmp(name, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
    if begins(with: "a href=\"") { return name + 8 }
    return begins(with: "img src=\"") ? name + 9 : nil
  }

  /// What must stand in front of an address to make it whole.
  private enum MissingPart { case nothing, scheme, origin, page }

  private func missingPart(of address: Run) -> MissingPart {
    if address.first == UInt8(ascii: "/") {
      return address.dropFirst().first == UInt8(ascii: "/") ? .scheme : .origin
    }
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return .nothing
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""):
        return .page
      default: continue
      }
    }
    return .page
  }
}

extension RenderContext {
  /// Gives the body of a posting as HTML with whole addresses, piece by piece.
  ///
  /// - Parameters:
  ///   - job: the posting's index.
  ///   - range: offsets into the body, outside of tags; all of it when left out.
  ///   - use: takes the pieces; nothing comes where the body can't be read back, which only happens
  ///     together with the page, which reports it.
  func withFeedHTML(of job: Int, _ range: Range<UInt32>? = nil, _ use: (FeedHTML.Run) -> Void) {
    let body = plan.postings[job].value.body.html
    _ = bodies.withBytes(of: body, range) { html in
      feedHTML.forEachRun(of: html, on: plan.route(ofJob: job), use)
    }
  }
}

extension JSONWriter {
  /// Writes the body of a posting as one text, its addresses whole.
  mutating func value(
    bodyOf job: Int,
    _ range: Range<UInt32>? = nil,
    in context: RenderContext
  ) {
    beginText()
    context.withFeedHTML(of: job, range) { append(text: $0) }
    endText()
  }
}
