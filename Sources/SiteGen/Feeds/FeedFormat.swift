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
}

/// One file of a format.
struct FeedFile: Sendable {
  var route: Route
  var scope: FeedScope

  init(_ route: Route, _ scope: FeedScope) {
    self.route = route
    self.scope = scope
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
    RSSFeed.self,
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
  ]

  /// Those that readers can subscribe to.
  static let listFeeds = formats.compactMap { $0 as? any ListFeed.Type }
}
