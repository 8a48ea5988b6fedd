/// Names in feeds that never change, whatever becomes of addresses.
///
/// They are made of the `base_url` that the site began with and of ids of postings. Source: RFC 4151,
/// "The 'tag' URI Scheme".
struct FeedIdentity {
  /// Without a port.
  private let host: Substring
  /// Of the site's root, without a slash at its end.
  private let path: Substring

  init(_ plan: SitePlan) {
    let base = plan.site.feeds.firstBaseURL ?? plan.site.baseURL
    let scheme = base.firstIndex(of: ":") ?? base.startIndex
    let rest = base[scheme...].dropFirst(3)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    host = rest[..<end].prefix { $0 != ":" }
    path = rest[end...]
  }

  /// `tag:jobs.example,2026:/atom.xml` for the name `/atom.xml`.
  ///
  /// The year is that of the first sites that were made so; it says when names were given out, not
  /// when the posting was, and stays.
  func tag(_ name: String) -> String { "tag:\(host),2026:\(path)\(name)" }

  func tag(of posting: Shared<JobPosting>) -> String { tag("/jobs/" + posting.value.id.value) }

  /// `welder.closing@jobs.example`.
  func closingEvent(of posting: Shared<JobPosting>) -> String {
    "\(posting.value.id.value).closing@\(host)\(path)"
  }
}
