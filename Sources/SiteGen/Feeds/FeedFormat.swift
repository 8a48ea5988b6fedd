import SourceText

/// A format in which other programs read the site.
///
/// A new one is a type like this in a file of its own, a row in ``FeedRegistry`` and a switch in
/// ``FeedSettings``.
protocol FeedFormat: Sendable {
  /// The files that a build makes of it; none where `site.yml` turned it off.
  ///
  /// - Parameters:
  ///   - plan: what is known of postings, groups and addresses; its outputs are not.
  ///   - pages: all outputs but feeds.
  /// - Returns: where each file lies, and what it is about.
  static func files(of plan: SitePlan, beside pages: [PlannedOutput]) -> [FeedFile]

  /// What `apply.track` in `site.yml` calls it; `nil` for a format from which nobody applies.
  static var trackingName: String? { get }

  init(_ context: RenderContext)

  /// Writes one of the files.
  ///
  /// - Parameters:
  ///   - scope: what the file is about.
  ///   - drain: takes what was written and leaves the buffer empty; called at the end, and before
  ///     that whenever ``pieceSize`` bytes have come together.
  /// - Throws: what `drain` throws.
  func write(_ scope: FeedScope, draining drain: FeedDrain) throws(PublishingFailure)
}

typealias FeedDrain = (inout ByteBuffer) throws(PublishingFailure) -> Void

extension FeedFormat {
  /// Bytes in memory at a time; a larger file is staged as it is made.
  static var pieceSize: Int { 1 << 20 }

  static var trackingName: String? { nil }
}

/// One file of a format.
package struct FeedFile: Sendable {
  package var route: Route
  package var scope: FeedScope
  /// What hosts should say that it is; `nil` for what no host should serve.
  package var mediaType: String?

  /// Its media type is what the file's ending says when left out.
  package init(_ route: Route, _ scope: FeedScope, mediaType: String? = nil) {
    self.route = route
    self.scope = scope
    self.mediaType = mediaType ?? FeedFile.mediaType(of: route.file)
  }

  /// A file that is a host's own and that nobody should get.
  static func unserved(_ name: String) -> FeedFile {
    var file = FeedFile(Route(.file(name)), .part(0))
    file.mediaType = nil
    return file
  }

  private static func mediaType(of file: String) -> String {
    switch file.split(separator: ".").last {
    case "json": "application/json"
    case "xml": "application/xml"
    case "ics": "text/calendar"
    default: "text/plain"
    }
  }
}

/// What one file of a format is about.
package enum FeedScope: Hashable, Sendable {
  /// The postings of a language; pages count from 1.
  case edition(Int, page: Int)
  /// The postings of a group; both are indices.
  case group(edition: Int, Int)
  /// One posting, by its index.
  case posting(Int)
  /// What the format itself numbers, from 0.
  case part(Int)
}

/// All formats, in the order in which their files are planned.
enum FeedRegistry {
  static let formats: [any FeedFormat.Type] = [
    JSONFeed.self,
    FeedSchema.self,
    RSSFeed.self,
    AtomFeed.self,
    ClosingCalendar.self,
    Sitemap.self,
    RobotsFile.self,
    JobsXMLFeed.self,
    IndeedFeed.self,
    LinkedInFeed.self,
    GreenhouseFile.self,
    LeverFile.self,
    AshbyFile.self,
    RecruiteeFile.self,
    TeamtailorFile.self,
    LLMsText.self,
    SecurityText.self,
    IndexNowKey.self,
    WebManifest.self,
    NetlifyRules.self,
    NginxRules.self,
    CaddyRules.self,
  ]

  /// Those that readers can subscribe to.
  static let listFeeds = formats.compactMap { $0 as? any ListFeed.Type }

  /// The names under which `apply.track` has parameters.
  static let trackingNames = formats.compactMap { $0.trackingName }
}
