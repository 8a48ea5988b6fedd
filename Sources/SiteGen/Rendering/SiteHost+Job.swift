import SourceText
import Templating

// What a posting's own page shows of it.

extension SiteHost {
  func jobField(
    _ field: JobField,
    _ job: Int,
    _ arena: inout ValueArena
  ) throws(TemplateFault) -> Value {
    let posting = plan.postings[job]
    switch field {
    case .id, .title, .language, .url, .state, .isOpen, .company, .department, .workplace,
      .employmentTypes, .locationText, .salaryText, .datePosted, .posted, .daysLeft, .featured:
      return jobs[job, field.index]
    case .summary:
      guard let summary = posting.value.summary else {
        return try text(posting.value.body.firstParagraph, as: .plain, &arena)
      }
      return arena.text(summary)
    case .absoluteURL: return arena.text(plan.url(plan.route(ofJob: job)))
    case .team: return arena.text(posting.value.team)
    case .levels: return terms(.level, posting.value.levels.count, job, &arena)
    case .tags: return terms(.tag, posting.value.tags.count, job, &arena)
    case .locations: return parts(.place, posting.value.locations.count, job, &arena)
    case .remote: return part(.remoteArea, job, if: posting.value.workplace == .remote)
    case .dateUpdated: return arena.text(posting.value.dateUpdated?.iso)
    case .updated: return arena.text(posting.value.dateUpdated.map(locale.text))
    case .validThrough: return arena.text(plan.lastDay(of: posting)?.iso)
    case .closes: return arena.text(plan.lastDay(of: posting).map(locale.text))
    case .dateClosed: return arena.text(closingDay(of: job)?.iso)
    case .closed: return arena.text(closingDay(of: job).map(locale.text))
    case .salaries: return parts(.salary, posting.value.salaries.count, job, &arena)
    case .apply:
      let isOpen = plan.states[job].isOpen
      return part(.apply, job, if: isOpen && plan.applyTarget(of: posting) != nil)
    case .techStack: return arena.texts(posting.value.techStack)
    case .keywords: return part(.keywords, job, if: posting.value.keywords != nil)
    case .experience:
      return part(.experience, job, if: posting.value.details?.value.experience != nil)
    case .education:
      return posting.value.details?.value.education.map { .choice(.education, $0) } ?? .none
    case .workHours: return arena.text(posting.value.details?.value.workHours)
    case .startDate: return arena.text(posting.value.details?.value.startDate.map(words.startText))
    case .duration: return arena.text(posting.value.details?.value.duration)
    case .travel: return arena.text(posting.value.details?.value.travel)
    case .clearance: return arena.text(posting.value.details?.value.clearance)
    case .industry: return arena.text(posting.value.details?.value.industry)
    case .occupation: return arena.text(posting.value.details?.value.occupation)
    case .openings: return posting.value.details?.value.openings.map { .int($0) } ?? .none
    case .visaSponsorship:
      return posting.value.details?.value.visaSponsorship.map { .bool($0) } ?? .none
    case .languages:
      let languages = posting.value.details?.value.languages.count ?? 0
      return parts(.spokenLanguage, languages, job, &arena)
    case .benefits: return arena.texts(plan.benefitTexts(of: posting))
    case .interview: return parts(.interviewStep, posting.value.interview.count, job, &arena)
    case .body: return try text(posting.value.body.html, as: .html, &arena)
    case .sections: return parts(.section, posting.value.body.sections.count, job, &arena)
    case .image: return part(.image, job, if: posting.value.details?.value.image != nil)
    case .custom: return part(.custom, job)
    case .customFacts: return parts(.customFact, posting.value.custom.count, job, &arena)
    case .similar:
      return arena.list(plan.similarJobs(to: job, in: edition).map { .thing(.job, $0) })
    case .translations:
      return arena.list(
        plan.otherVersions(of: job).map { other in
          .thing(.translation, PartReference(job: other, part: 0).id)
        }
      )
    case .structuredData: return structuredData(job, &arena)
    case .calendarURL:
      return arena.text(ClosingCalendar.route(ofJob: job, in: plan).map(plan.href))
    }
  }

  private func parts(
    _ kind: ObjectKind,
    _ count: Int,
    _ job: Int,
    _ arena: inout ValueArena
  ) -> Value {
    let first = PartReference(job: job, part: 0).id
    return arena.things(kind, first..<first + count)
  }

  private func part(_ kind: ObjectKind, _ job: Int, if isThere: Bool = true) -> Value {
    isThere ? .thing(kind, PartReference(job: job, part: 0).id) : .none
  }

  private func terms(
    _ kind: GroupKind,
    _ count: Int,
    _ job: Int,
    _ arena: inout ValueArena
  ) -> Value {
    arena.list((0..<count).map { .group(kind, $0, of: job, in: edition, plan) })
  }

  private func closingDay(of job: Int) -> CivilDate? {
    plan.states[job] == .closed ? plan.moment.closingDay(of: plan.postings[job]) : nil
  }

  private func structuredData(_ job: Int, _ arena: inout ValueArena) -> Value {
    guard plan.states[job].isOpen else { return .none }
    scratch.json.removeAll()
    StructuredData(context).writePosting(job, into: &scratch.json)
    return scratch.json.buffer.withBytes { arena.text($0, as: .json) }
  }
}
