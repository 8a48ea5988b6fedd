import SourceText
import Templating

// The fields of a posting.

extension SiteHost {
  /// Templates ask twice for what they test and then write: the page's own posting answers once.
  mutating func jobField(
    _ field: Int,
    _ job: Int,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    guard job == page.job else {
      return try jobField(JobField.allCases[field], job, plan.postings[job], &arena)
    }
    if let known = pageFields[field] { return known }
    let value = try jobField(JobField.allCases[field], job, plan.postings[job], &arena)
    pageFields[field] = value
    return value
  }

  private mutating func jobField(
    _ field: JobField,
    _ job: Int,
    _ shared: Shared<JobPosting>,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    switch field {
    case .id: return arena.text(shared.value.id.value)
    case .title: return arena.text(shared.value.title)
    case .language: return arena.text(shared.value.language)
    case .url: return arena.text(texts(of: job)?.url)
    case .absoluteURL: return arena.text(plan.url(plan.route(ofJob: job)))
    case .state: return arena.text(plan.states[job].rawValue)
    case .isOpen: return .bool(plan.states[job].isOpen)
    case .company: return .object(type: ObjectKind.company.rawValue, id: job)
    case .department: return named(.department, shared.value.department, &arena)
    case .team: return arena.text(shared.value.team)
    case .employmentTypes:
      return terms(.employmentType, shared.value.employmentTypes.map(\.rawValue), &arena)
    case .workplace: return choice(.workplace, shared.value.workplace)
    case .levels: return terms(.level, shared.value.levels.map(\.rawValue), &arena)
    case .tags: return terms(.tag, shared.value.tags, &arena)
    case .locations:
      return arena.list(
        shared.value.locations.indices.map {
          .object(type: ObjectKind.place.rawValue, id: job << 16 | $0)
        }
      )
    case .locationText: return arena.text(texts(of: job)?.location)
    case .remote: return remote(shared.value, &arena)
    case .datePosted: return arena.text(shared.value.datePosted.iso)
    case .posted: return arena.text(texts(of: job)?.posted)
    case .dateUpdated: return arena.text(shared.value.dateUpdated?.iso)
    case .updated: return arena.text(shared.value.dateUpdated.map { locale.text(of: $0) })
    case .validThrough: return arena.text(lastDay(of: shared.value)?.iso)
    case .closes: return arena.text(lastDay(of: shared.value).map { locale.text(of: $0) })
    case .daysLeft:
      guard plan.states[job] == .closingSoon, let days = plan.moment.daysLeft(of: shared.value)
      else {
        return .none
      }
      return .int(days)
    case .dateClosed: return arena.text(closingDay(of: job)?.iso)
    case .closed: return arena.text(closingDay(of: job).map { locale.text(of: $0) })
    case .salaryText: return arena.text(texts(of: job)?.salary)
    case .salaries:
      return arena.list(shared.value.salaries.map { salary($0, shared.value, &arena) })
    case .apply: return plan.states[job].isOpen ? apply(shared.value, &arena) : .none
    case .techStack: return arena.texts(shared.value.techStack)
    case .keywords:
      return shared.value.keywords.map { keywords in
        arena.map([("hard", arena.texts(keywords.hard)), ("soft", arena.texts(keywords.soft))])
      } ?? .none
    case .image:
      return shared.value.image.map { image in
        arena.map([
          ("src", arena.text(siteAddress(image.source))),
          ("alt", arena.text(image.alternativeText)),
        ])
      } ?? .none
    case .featured: return .bool(shared.value.isFeatured)
    case .custom:
      return arena.list(
        shared.value.custom.map { field in
          arena.map([
            ("key", arena.text(field.key)), ("label", arena.text(field.label)),
            ("value", arena.text(field.value)),
          ])
        }
      )
    case .benefits: return arena.texts(plan.site.benefitTexts(of: shared.value))
    case .interview:
      return arena.list(
        shared.value.interview.map { step in
          arena.map([
            ("name", arena.text(step.name)), ("duration", arena.text(step.duration)),
            ("with", arena.text(step.with)),
          ])
        }
      )
    case .summary: return arena.text(texts(of: job)?.summary)
    case .body: return try html(shared.value.body.html, nil, &arena)
    case .sections: return try sections(shared.value.body, &arena)
    case .similar:
      return arena.list(
        plan.similarJobs(to: job, in: edition).map {
          .object(type: ObjectKind.job.rawValue, id: $0)
        }
      )
    case .translations: return translations(job, &arena)
    case .structuredData: return structuredData(job, &arena)
    case .experience, .education, .workHours, .startDate, .duration, .travel, .clearance,
      .industry, .occupation, .openings, .visaSponsorship, .languages:
      return detailField(field, shared.value.details, &arena)
    }
  }

  private func detailField(
    _ field: JobField,
    _ details: JobDetails,
    _ arena: inout ValueArena
  ) -> Value {
    switch field {
    case .experience:
      return details.experience.map { experience in
        arena.map([
          ("min_months", experience.minimumMonths.map { .int($0) } ?? .none),
          ("max_months", experience.maximumMonths.map { .int($0) } ?? .none),
          ("text", arena.text(words.text(of: experience))),
        ])
      } ?? .none
    case .education:
      return details.education.map { choice(.education, $0) } ?? .none
    case .workHours: return arena.text(details.workHours)
    case .startDate: return arena.text(details.startDate.map(words.startText))
    case .duration: return arena.text(details.duration)
    case .travel: return arena.text(details.travel)
    case .clearance: return arena.text(details.clearance)
    case .industry: return arena.text(details.industry)
    case .occupation: return arena.text(details.occupation)
    case .openings: return details.openings.map { .int($0) } ?? .none
    case .visaSponsorship: return details.visaSponsorship.map { .bool($0) } ?? .none
    case .languages:
      return arena.list(
        details.languages.map { language in
          let level = language.level?.rawValue
          return arena.map([
            ("code", arena.text(language.code)),
            ("name", arena.text(locale.languageName(language.code))),
            ("level", arena.text(level)),
            ("level_name", arena.text(level.map { words.text("language-level." + $0) })),
          ])
        }
      )
    default: return .none
    }
  }

  private func texts(of job: Int) -> JobTexts? { context.jobTexts[page.edition][job] }

  private func closingDay(of job: Int) -> CivilDate? {
    plan.states[job] == .closed ? plan.moment.closingDay(of: plan.postings[job].value) : nil
  }

  /// The last day to apply, on the site's calendar.
  private func lastDay(of posting: JobPosting) -> CivilDate? {
    posting.validThrough.map { plan.moment.zone.date(at: $0.instant(in: plan.moment.zone)) }
  }

  private mutating func structuredData(_ job: Int, _ arena: inout ValueArena) -> Value {
    guard plan.states[job].isOpen else { return .none }
    var output = JSONWriter(.script, capacity: 16_384)
    StructuredData(context).writePosting(job, into: &output)
    return output.buffer.withBytes { arena.text($0, as: .json) }
  }

  private func translations(_ job: Int, _ arena: inout ValueArena) -> Value {
    let family = plan.families[plan.familyOfPosting[job]].members
    return arena.list(
      family.filter { $0 != job && plan.states[$0].hasPage }.map { other in
        let language = plan.postings[other].value.language
        return arena.map([
          ("language", arena.text(language)),
          ("name", arena.text(context.names.ownLanguageNames[language])),
          ("url", arena.text(plan.href(plan.route(ofJob: other)))),
          ("title", arena.text(plan.postings[other].value.title)),
        ])
      }
    )
  }

  private mutating func sections(
    _ body: PostingBody,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    var values: [Value] = []
    for section in body.sections {
      let html = try html(body.html, section.html, &arena)
      values.append(
        arena.map([
          ("kind", arena.text(section.kind?.rawValue)), ("title", arena.text(section.title)),
          ("id", arena.text(section.anchor)), ("html", html),
        ])
      )
    }
    return arena.list(values)
  }
}
