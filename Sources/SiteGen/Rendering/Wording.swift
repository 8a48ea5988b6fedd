/// Puts facts into the words of one language: interface texts, dates, money and names.
package final class Wording: Sendable {
  package let locale: LocaleData
  private let texts: InterfaceTexts
  /// What readers see of departments that the site names in this language.
  private let departments: [String: String]

  package init(_ locale: LocaleData, _ texts: InterfaceTexts, _ departments: [Department]) {
    self.locale = locale
    self.texts = texts
    self.departments = Dictionary(
      departments.compactMap { own in
        own.names.translated(into: locale.language).map { (own.name, $0.value) }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// An interface text that every theme has; its key where it has not.
  package func text(
    _ key: String,
    count: Int? = nil,
    _ values: [(name: String, value: String)] = []
  ) -> String {
    find(key, count: count, values) ?? key
  }

  /// An interface text; `nil` for a key that the theme doesn't have.
  package func find(
    _ key: String,
    count: Int?,
    _ values: [(name: String, value: String)]
  ) -> String? {
    let counted = count.map { [(name: "count", value: String($0))] } ?? []
    return texts.text(key, count: count, plurals: locale.plurals, values + counted)
  }

  package var keys: [String] { texts.keys }

  /// The texts that are the same on every page.
  var constantTexts: [String: String] { texts.constants }
}

// MARK: - Groups

extension Wording {
  /// A group's name as readers of this language see it.
  func name(of group: JobGroup) -> String {
    switch group.kind {
    case .level: text("level." + group.name)
    case .employmentType: text("employment-type." + group.name)
    case .location where group.name == GroupName.remote.name: text("workplace.remote")
    case .department: departments[group.name] ?? group.name
    case .location, .tag: group.name
    }
  }
}

// MARK: - Postings

extension Wording {
  func text(of place: Place) -> String {
    let country = place.country.map { locale.countryName($0) }
    return [place.cityWithState ?? place.region, country].compactMap { $0 }.joined(separator: ", ")
  }

  /// Where the job is, on one line; `nil` when nothing is known.
  func locationText(of posting: Shared<JobPosting>) -> String? {
    if posting.value.workplace == .remote {
      var places =
        posting.value.details?.value.remote?.countries.map { locale.countryName($0) } ?? []
      places += posting.value.details?.value.remote?.regions ?? []
      if places.isEmpty { places = posting.value.locations.map { text(of: $0.value) } }
      guard !places.isEmpty else { return text("remote.anywhere") }
      return text("remote.in", [("places", places.joined(separator: ", "))])
    }
    let places = posting.value.locations.map { text(of: $0.value) }
    return places.isEmpty ? nil : places.joined(separator: " · ")
  }

  /// `€52,000 – €64,000 per year`.
  func text(of salary: Salary) -> String {
    func money(_ amount: Amount) -> String { locale.text(of: amount, currency: salary.currency) }
    let amount: String
    switch (salary.minimum, salary.maximum) {
    case (let minimum?, let maximum?) where minimum == maximum: amount = money(minimum)
    case (let minimum?, let maximum?):
      amount = text("salary.range", [("min", money(minimum)), ("max", money(maximum))])
    case (let minimum?, nil): amount = text("salary.from", [("min", money(minimum))])
    case (nil, let maximum?): amount = text("salary.up-to", [("max", money(maximum))])
    case (nil, nil): amount = salary.value.map(money) ?? ""
    }
    let period = text("per." + salary.period.rawValue)
    return text("salary.with-period", [("amount", amount), ("period", period)])
  }

  func text(of experience: Experience) -> String {
    if experience.isNone { return text("experience.none") }
    let minimum = experience.minimumMonths ?? 0
    if let maximum = experience.maximumMonths, minimum % 12 == 0, maximum % 12 == 0 {
      return text(
        "experience.range-years",
        [("min", String(minimum / 12)), ("max", String(maximum / 12))]
      )
    }
    return minimum % 12 == 0 && minimum > 0
      ? text("experience.years", count: minimum / 12) : text("experience.months", count: minimum)
  }

  func startText(_ start: String) -> String {
    CivilDate(iso: start).map { locale.text(of: $0) } ?? text("start." + start)
  }
}
