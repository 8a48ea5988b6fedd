import SourceText
import Templating

// The parts of a posting that are things of their own.

extension SiteHost {
  func partField(
    _ kind: ObjectKind,
    _ field: Int,
    _ part: PartReference,
    _ arena: inout ValueArena
  ) -> Value {
    let posting = plan.postings[part.job]
    switch kind {
    case .salary:
      let salary = posting.value.salaries[part.part]
      return salaryField(SalaryField(index: field), salary, posting, &arena)
    case .apply:
      guard let target = plan.applyTarget(of: posting) else { return .none }
      return applyField(ApplyField(index: field), target, posting, &arena)
    case .keywords:
      guard let keywords = posting.value.keywords else { return .none }
      return switch KeywordsField(index: field) {
      case .hard: arena.texts(keywords.hard)
      case .soft: arena.texts(keywords.soft)
      }
    case .image:
      guard let image = posting.value.details?.value.image else { return .none }
      return switch ImageField(index: field) {
      case .src: arena.text(plan.siteAddress(image.source))
      case .alt: arena.text(image.alternativeText)
      }
    case .experience:
      guard let experience = posting.value.details?.value.experience else { return .none }
      return experienceField(ExperienceField(index: field), experience, &arena)
    case .spokenLanguage:
      guard let language = posting.value.details?.value.languages[part.part] else { return .none }
      return languageField(SpokenLanguageField(index: field), language, &arena)
    case .interviewStep:
      let step = posting.value.interview[part.part]
      return switch InterviewStepField(index: field) {
      case .name: arena.text(step.name)
      case .duration: arena.text(step.duration)
      case .with: arena.text(step.with)
      }
    case .remoteArea: return remoteField(RemoteAreaField(index: field), part.job, &arena)
    case .country:
      guard let code = posting.value.details?.value.remote?.countries[part.part] else {
        return .none
      }
      return countryField(CountryField(index: field), code, &arena)
    case .translation: return translationField(TranslationField(index: field), part.job, &arena)
    case .custom:
      let key = plan.site.jobRules.custom[field].key
      return arena.text(posting.value.custom.first { $0.key == key }?.value)
    case .customFact:
      let custom = posting.value.custom[part.part]
      return switch CustomFactField(index: field) {
      case .key: arena.text(custom.key)
      case .label: arena.text(label(of: custom)?.value ?? custom.key)
      case .labelLanguage:
        arena.text(label(of: custom).map { $0.key.isEmpty ? plan.site.language : $0.key })
      case .value: arena.text(custom.value)
      }
    case .site, .page, .theme, .groups, .group, .pagination, .paginationItem, .link, .language,
      .alternate, .organization, .socialProfile, .feed, .icon, .job, .company, .choice, .place,
      .section:
      preconditionFailure("\(kind) is no part of a posting")
    }
  }

  /// What readers see of a field of the site, in the page's language if there is one.
  private func label(of custom: CustomValue) -> Entry<String>? {
    plan.site.jobRules.custom.value(of: custom.key)?.labels
      .entry(in: edition.language, else: plan.site.language)
  }

  func sectionField(
    _ field: SectionField,
    _ id: Int,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let part = PartReference(id: id)
    let posting = plan.postings[part.job]
    let section = posting.value.body.sections[part.part]
    switch field {
    case .kind: return arena.text(section.kind?.rawValue)
    case .title: return arena.text(section.title)
    case .id: return arena.text(section.anchor)
    case .html:
      return
        try text(posting.value.body.html, section.html, as: .html, &arena)
    }
  }
}

// MARK: - Places

extension SiteHost {
  func placeField(
    _ field: PlaceField,
    _ reference: PlaceReference,
    _ arena: inout ValueArena
  ) -> Value {
    switch reference {
    case .seat: placeField(field, plan.site.organization.address ?? Place(), &arena)
    case .part(let part):
      placeField(field, plan.postings[part.job].value.locations[part.part].value, &arena)
    }
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
    case .timeZone: return arena.text(place.timeZone)
    case .latitude: return place.latitude.map { .double($0) } ?? .none
    case .longitude: return place.longitude.map { .double($0) } ?? .none
    case .text: return arena.text(words.text(of: place))
    case .url:
      let group = edition.groups.index(of: place.group)
      return group.map { values.groups[$0, GroupField.url.index] } ?? .none
    }
  }

  private func remoteField(
    _ field: RemoteAreaField,
    _ job: Int,
    _ arena: inout ValueArena
  ) -> Value {
    let area = plan.postings[job].value.details?.value.remote ?? RemoteArea()
    switch field {
    case .countries:
      let first = PartReference(job: job, part: 0).id
      return arena.things(.country, first..<first + area.countries.count)
    case .regions: return arena.texts(area.regions)
    case .timeZones: return arena.texts(area.timeZones)
    }
  }

  private func countryField(
    _ field: CountryField,
    _ code: String,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .code: arena.text(code)
    case .name: arena.text(locale.countryName(code))
    case .flag: arena.text(Place.flag(ofCountry: code))
    }
  }
}

// MARK: - Pay and application

extension SiteHost {
  private func salaryField(
    _ field: SalaryField,
    _ salary: Salary,
    _ posting: Shared<JobPosting>,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .min: return arena.text(salary.minimum?.text)
    case .max: return arena.text(salary.maximum?.text)
    case .value: return arena.text(salary.value?.text)
    case .currency: return arena.text(salary.currency)
    case .per: return arena.text(salary.period.rawValue)
    case .note: return arena.text(salary.note)
    case .text: return arena.text(words.text(of: salary))
    case .locations:
      let places = salary.locations.map { name in
        posting.value.locations.first { $0.value.isCalled(name) }.map { words.text(of: $0.value) }
          ?? name
      }
      return arena.texts(places)
    }
  }

  private func applyField(
    _ field: ApplyField,
    _ target: ApplyTarget,
    _ posting: Shared<JobPosting>,
    _ arena: inout ValueArena
  ) -> Value {
    // Whoever reads the mail finds the posting by its id.
    var subject: String { "\(posting.value.title) (\(posting.value.id.value))" }
    return switch field {
    case .kind: arena.text(target.kind?.rawValue)
    case .subject: arena.text(subject)
    case .url: arena.text(target.url)
    case .email: arena.text(target.email)
    case .form: arena.text(target.form)
    case .instructions: arena.text(target.instructions)
    case .href: arena.text(target.href(subject: subject))
    }
  }
}

// MARK: - People and languages

extension SiteHost {
  private func experienceField(
    _ field: ExperienceField,
    _ experience: Experience,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .minMonths: experience.minimumMonths.map { .int($0) } ?? .none
    case .maxMonths: experience.maximumMonths.map { .int($0) } ?? .none
    case .text: arena.text(words.text(of: experience))
    }
  }

  private func languageField(
    _ field: SpokenLanguageField,
    _ language: SpokenLanguage,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .code: arena.text(language.code)
    case .name: arena.text(locale.languageName(language.code))
    case .level: arena.text(language.level?.rawValue)
    case .levelName:
      arena.text(language.level.map { words.text("language-level." + $0.rawValue) })
    }
  }

  private func translationField(
    _ field: TranslationField,
    _ job: Int,
    _ arena: inout ValueArena
  ) -> Value {
    let language = plan.postings[job].value.language
    switch field {
    case .language: return arena.text(language)
    case .name: return arena.text(context.names.ownLanguageNames[language])
    case .url: return arena.text(plan.href(plan.route(ofJob: job)))
    case .title: return arena.text(plan.postings[job].value.title)
    }
  }
}
