// What a posting says together with the site's configuration, or with its body.

extension BodyStore {
  /// What lists show: the posting's summary, else the first paragraph of its body.
  func summary(of posting: Shared<JobPosting>) -> String {
    posting.value.summary ?? text(of: posting.value.body.firstParagraph)
  }
}

extension SitePlan {
  /// Where people apply for a posting.
  func applyTarget(of posting: Shared<JobPosting>) -> ApplyTarget? {
    let base = site.apply?.target
    return posting.value.apply.map { $0.fillingIn(from: base) } ?? base
  }

  /// The last day to apply, on the site's calendar.
  func lastDay(of posting: Shared<JobPosting>) -> CivilDate? {
    posting.value.validThrough.map { moment.zone.date(at: $0.instant(in: moment.zone)) }
  }

  /// A path on the site as an absolute address; an address as it is.
  func absoluteAddress(_ address: String) -> String {
    address.hasPrefix("/") ? site.baseURL + address : address
  }

  /// A posting's benefits in words, for its country where the site says so.
  func benefitTexts(of posting: Shared<JobPosting>) -> [String] {
    let country = posting.value.locations.first?.value.country
    return posting.value.benefits.map { key in
      guard let benefit = site.benefits.value(of: key) else { return key }
      return country.flatMap { benefit.byCountry[$0] } ?? benefit.text
    }
  }
}
