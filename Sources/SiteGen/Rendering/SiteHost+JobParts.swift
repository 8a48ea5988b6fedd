import SourceText
import Templating

// The parts of a posting that are maps, and its derived texts.

extension SiteHost {
  func companyField(_ field: CompanyField, _ job: Int, _ arena: inout ValueArena) -> Value {
    switch field {
    case .name: arena.text(plan.companyName(of: job))
    case .url: arena.text(plan.site.organization(of: plan.postings[job].value).url)
    }
  }

  func named(_ kind: GroupKind, _ name: String?, _ arena: inout ValueArena) -> Value {
    name.map { term(GroupName(kind, $0), &arena) } ?? .none
  }

  func terms(_ kind: GroupKind, _ names: [String], _ arena: inout ValueArena) -> Value {
    arena.list(names.map { term(GroupName(kind, $0), &arena) })
  }

  /// A value of a closed list: a thing without a page of its own.
  func choice<Member: Choice>(_ list: ChoiceList, _ value: Member) -> Value {
    let index = Member.allCases.enumerated().first { $0.element == value }?.offset ?? 0
    return .object(type: ObjectKind.choice.rawValue, id: list.rawValue << 8 | index)
  }

  func choiceField(_ field: ChoiceField, _ id: Int, _ arena: inout ValueArena) -> Value {
    switch field {
    case .key: arena.text(ChoiceList.allCases[id >> 8].keys[id & 255])
    case .name: arena.text(context.editions[page.edition].choiceNames[id >> 8][id & 255])
    case .url: .none
    }
  }

  /// The number of the employer's own address among places.
  static let seat = 1 << 47

  // The id is a posting's number and, in the low sixteen bits, that of its place.
  func placeField(_ field: PlaceField, _ id: Int, _ arena: inout ValueArena) -> Value {
    guard id != SiteHost.seat else {
      return placeField(field, plan.site.organization.address ?? Place(), &arena)
    }
    return placeField(field, plan.postings[id >> 16].value.locations[id & 0xFFFF], &arena)
  }

  private func placeField(
    _ field: PlaceField,
    _ place: Place,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .name: return arena.text(place.name)
    case .city: return arena.text(place.city)
    case .region: return arena.text(place.region)
    case .country: return arena.text(place.country)
    case .countryName: return arena.text(place.country.map { locale.countryName($0) })
    case .flag: return arena.text(place.country.map { Place.flag(ofCountry: $0) })
    case .street: return arena.text(place.street)
    case .postalCode: return arena.text(place.postalCode)
    case .latitude: return place.latitude.map { .double($0) } ?? .none
    case .longitude: return place.longitude.map { .double($0) } ?? .none
    case .text: return arena.text(words.text(of: place))
    case .url:
      let group = edition.groups.index(of: place.group)
      return arena.text(group.map { context.editions[page.edition].groupURLs[$0] })
    }
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
          }
        )
      ),
      ("regions", arena.texts(area.regions)), ("time_zones", arena.texts(area.timeZones)),
    ])
  }

  func salary(_ salary: Salary, _ posting: JobPosting, _ arena: inout ValueArena) -> Value {
    let places = salary.locations.map { name in
      posting.locations.first { $0.isCalled(name) }.map { words.text(of: $0) } ?? name
    }
    return arena.map([
      ("min", arena.text(salary.minimum?.text)), ("max", arena.text(salary.maximum?.text)),
      ("value", arena.text(salary.value?.text)), ("currency", arena.text(salary.currency)),
      ("per", arena.text(salary.period.rawValue)), ("note", arena.text(salary.note)),
      ("text", arena.text(words.text(of: salary))), ("locations", arena.texts(places)),
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
