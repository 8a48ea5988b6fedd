import SourceText
import Templating

// The parts of a posting that are maps, and its derived texts.

extension SiteHost {
  func company(_ posting: JobPosting, _ arena: inout ValueArena) -> Value {
    let organization = plan.site.organization(of: posting)
    return arena.map([
      ("name", arena.text(organization.name)), ("url", arena.text(organization.url)),
    ])
  }

  func named(_ kind: GroupKind, _ name: String?, _ arena: inout ValueArena) -> Value {
    name.map { term(GroupName(kind, $0), &arena) } ?? .none
  }

  func terms(_ kind: GroupKind, _ names: [String], _ arena: inout ValueArena) -> Value {
    arena.list(names.map { term(GroupName(kind, $0), &arena) })
  }

  /// A value of a closed list with its name, without a page of its own.
  func choice(_ list: String, _ value: String, _ arena: inout ValueArena) -> Value {
    arena.map([
      ("key", arena.text(value)), ("name", arena.text(text("\(list).\(value)"))), ("url", .none),
    ])
  }

  func place(_ place: Place, _ arena: inout ValueArena) -> Value {
    let group = edition.groups.group(named: place.group)
    return arena.map([
      ("name", arena.text(place.name)), ("city", arena.text(place.city)),
      ("region", arena.text(place.region)), ("country", arena.text(place.country)),
      ("country_name", arena.text(place.country.map { locale.countryName($0) })),
      ("flag", arena.text(place.country.map { Place.flag(ofCountry: $0) })),
      ("street", arena.text(place.street)), ("postal_code", arena.text(place.postalCode)),
      ("latitude", place.latitude.map { .double($0) } ?? .none),
      ("longitude", place.longitude.map { .double($0) } ?? .none),
      ("text", arena.text(text(of: place))), ("url", arena.text(group.map(href))),
    ])
  }

  func remote(_ posting: JobPosting, _ arena: inout ValueArena) -> Value {
    guard posting.workplace == .remote else { return .none }
    let area = posting.remote ?? RemoteArea()
    return arena.map([
      (
        "countries",
        arena.list(
          area.countries.map { code in
            arena.map([
              ("code", arena.text(code)), ("name", arena.text(locale.countryName(code))),
              ("flag", arena.text(Place.flag(ofCountry: code))),
            ])
          })
      ),
      ("regions", arena.texts(area.regions)), ("time_zones", arena.texts(area.timeZones)),
    ])
  }

  func salary(_ salary: Salary, _ posting: JobPosting, _ arena: inout ValueArena) -> Value {
    let places = salary.locations.map { name in
      posting.locations.first { $0.isCalled(name) }.map { text(of: $0) } ?? name
    }
    return arena.map([
      ("min", arena.text(salary.minimum?.text)), ("max", arena.text(salary.maximum?.text)),
      ("value", arena.text(salary.value?.text)), ("currency", arena.text(salary.currency)),
      ("per", arena.text(salary.period.rawValue)), ("note", arena.text(salary.note)),
      ("text", arena.text(text(of: salary))), ("locations", arena.texts(places)),
    ])
  }

  func apply(_ posting: JobPosting, _ arena: inout ValueArena) -> Value {
    guard let target = plan.site.applyTarget(of: posting) else { return .none }
    return arena.map([
      ("url", arena.text(target.url)), ("email", arena.text(target.email)),
      ("form", arena.text(target.form)), ("instructions", arena.text(target.instructions)),
      ("href", arena.text(target.href)),
    ])
  }
}

// MARK: - Texts

extension SiteHost {
  func text(of place: Place) -> String {
    let country = place.country.map { locale.countryName($0) }
    return [place.city ?? place.region, country].compactMap { $0 }.joined(separator: ", ")
  }

  /// Where the job is, on one line; `nil` when nothing is known.
  func locationText(of posting: JobPosting) -> String? {
    if posting.workplace == .remote {
      var places = posting.remote?.countries.map { locale.countryName($0) } ?? []
      places += posting.remote?.regions ?? []
      if places.isEmpty { places = posting.locations.map { text(of: $0) } }
      guard !places.isEmpty else { return text("remote.anywhere") }
      return text("remote.in", [("places", places.joined(separator: ", "))])
    }
    let places = posting.locations.map { text(of: $0) }
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
        "experience.range-years", [("min", String(minimum / 12)), ("max", String(maximum / 12))])
    }
    return minimum % 12 == 0 && minimum > 0
      ? text("experience.years", count: minimum / 12) : text("experience.months", count: minimum)
  }

  func startText(_ start: String) -> String {
    CivilDate(iso: start).map { locale.text(of: $0) } ?? text("start." + start)
  }

  /// The posting's benefits, keys of `site.yml` replaced by their texts.
  func benefitTexts(of posting: JobPosting) -> [String] { plan.site.benefitTexts(of: posting) }
}

extension SiteConfiguration {
  /// Who hires: one of the site's organizations, a company by its name, or the site's own.
  package func organization(of posting: JobPosting) -> Organization {
    guard let company = posting.company else { return organization }
    if let known = organizations.value(of: company) { return known }
    if company == organization.name { return organization }
    var other = Organization()
    other.name = company
    return other
  }

  package func applyTarget(of posting: JobPosting) -> ApplyTarget? {
    posting.apply.map { $0.fillingIn(from: apply?.target) } ?? apply?.target
  }

  package func benefitTexts(of posting: JobPosting) -> [String] {
    let country = posting.locations.first?.country
    return posting.benefits.map { key in
      guard let benefit: Benefit = benefits.value(of: key) else { return key }
      return country.flatMap { benefit.byCountry[$0] } ?? benefit.text
    }
  }
}

extension ApplyTarget {
  /// Instructions alone leave the site's own address in force.
  fileprivate func fillingIn(from base: ApplyTarget?) -> ApplyTarget {
    guard url == nil, email == nil, form == nil, let base else { return self }
    var target = base
    target.instructions = instructions ?? base.instructions
    return target
  }

  /// What the button links to.
  package var href: String? { url ?? form ?? email.map { "mailto:" + $0 } }
}
