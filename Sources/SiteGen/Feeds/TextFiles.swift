import SourceText

/// `.well-known/security.txt`, where `site.yml` names whom to tell.
///
/// Source: RFC 9116.
struct SecurityText: FeedFormat {
  private static let route = Route(.file(".well-known/security.txt"))

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    plan.site.publication.security == nil ? [] : [FeedFile(route, .part(0))]
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let plan = context.plan
    guard let security = plan.site.publication.security else { return }
    var output = ByteBuffer(capacity: 1024)
    func field(_ name: StaticString, _ value: String?) {
      guard let value else { return }
      output.append(name)
      output.append(": ")
      output.append(value)
      output.append("\n")
    }
    for contact in security.contact { field("Contact", percentEncoded(contact)) }
    let zone = plan.moment.zone
    let end = security.expires.map { zone.endOfDay($0.value) }
    field("Expires", end.map { $0.iso(offset: zone.offset(at: $0)) })
    field("Encryption", security.encryption.map(percentEncoded))
    field("Acknowledgments", security.acknowledgments.map(percentEncoded))
    let languages = security.languages.isEmpty ? plan.site.allLanguages : security.languages
    field("Preferred-Languages", languages.joined(separator: ", "))
    field("Canonical", percentEncoded(plan.url(SecurityText.route)))
    field("Policy", security.policy.map(percentEncoded))
    field("Hiring", percentEncoded(plan.url(Route(.home))))
    try drain(&output)
  }
}

/// `<key>.txt`, by which search engines know that messages about changes are the site's own.
///
/// Source: indexnow.org, "Verifying ownership via the key".
struct IndexNowKey: FeedFormat {
  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    plan.site.publication.indexNowKey.map { [FeedFile(Route(.file($0 + ".txt")), .part(0))] } ?? []
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    guard let key = context.plan.site.publication.indexNowKey else { return }
    var output = ByteBuffer(capacity: 256)
    output.append(key)
    try drain(&output)
  }
}
