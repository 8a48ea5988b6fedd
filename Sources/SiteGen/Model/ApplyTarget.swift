/// Where applicants are sent.
package struct ApplyTarget: Hashable, Sendable {
  package var url: String?
  package var email: String?
  package var form: String?
  package var instructions: String?

  package init() {}
}

extension ApplyTarget {
  /// What the button links to.
  package var href: String? { url ?? form ?? email.map { "mailto:" + $0 } }

  /// Instructions alone leave the site's own address in force.
  fileprivate func fillingIn(from base: ApplyTarget?) -> ApplyTarget {
    guard url == nil, email == nil, form == nil, let base else { return self }
    var target = base
    target.instructions = instructions ?? base.instructions
    return target
  }
}

extension SiteConfiguration {
  /// Where people apply for a posting.
  package func applyTarget(of posting: JobPosting) -> ApplyTarget? {
    posting.apply.map { $0.fillingIn(from: apply?.target) } ?? apply?.target
  }

  /// A posting's benefits in words, for its country where the site says so.
  package func benefitTexts(of posting: JobPosting) -> [String] {
    let country = posting.locations.first?.country
    return posting.benefits.map { key in
      guard let benefit: Benefit = benefits.value(of: key) else { return key }
      return country.flatMap { benefit.byCountry[$0] } ?? benefit.text
    }
  }
}
