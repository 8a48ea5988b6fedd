// What a posting and the site's configuration say together.

extension SitePlan {
  /// Where people apply for a posting.
  func applyTarget(of posting: Shared<JobPosting>) -> ApplyTarget? {
    let base = site.apply?.target
    return posting.value.apply.map { $0.fillingIn(from: base) } ?? base
  }

  /// A posting's benefits in words, for its country where the site says so.
  func benefitTexts(of posting: Shared<JobPosting>) -> [String] {
    let country = posting.value.locations.first?.country
    return posting.value.benefits.map { key in
      guard let benefit = site.benefits.value(of: key) else { return key }
      return country.flatMap { benefit.byCountry[$0] } ?? benefit.text
    }
  }
}
