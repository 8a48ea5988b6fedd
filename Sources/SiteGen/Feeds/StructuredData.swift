import SourceText

/// The schema.org description of a posting that Google for Jobs and the JSON Feed carry.
///
/// Only what the posting says; no free text where Google wants an enumeration. Source: Google
/// Search Central, "Job posting structured data"; schema.org 30.0, JobPosting.
package struct StructuredData {
  let context: RenderContext

  package init(_ context: RenderContext) { self.context = context }

  var plan: SitePlan { context.plan }
  private var zone: TimeZoneRules { context.plan.moment.zone }
}

extension StructuredData {
  /// Writes the `JobPosting` object of an open posting.
  package func writePosting(_ job: Int, into json: inout JSONWriter) {
    json.beginObject()
    writeMembers(of: job, withSections: true, into: &json)
    json.endObject()
  }

  /// Writes the inside of the object.
  ///
  /// - Parameters:
  ///   - job: the posting's index.
  ///   - withSections: whether parts of the description come a second time, as responsibilities and
  ///     so on.
  ///   - json: an object that has begun.
  func writeMembers(of job: Int, withSections: Bool, into json: inout JSONWriter) {
    let posting = plan.postings[job]
    json.member("@context", "https://schema.org/")
    json.member("@type", "JobPosting")
    json.member("title", posting.value.title)
    json.name("description")
    json.value(bodyOf: job, in: context)
    writeIdentity(posting, job, into: &json)
    writeDates(posting, into: &json)
    json.member("employmentType", posting.googleEmploymentTypes)
    writePlaces(posting, into: &json)
    writePay(posting, into: &json)
    if let details = posting.value.details { writeRequirements(details, posting, into: &json) }
    writeSkillsAndBenefits(posting, into: &json)
    if withSections { writeSections(job, into: &json) }
    writeApplying(posting, into: &json)
  }

  private func writeIdentity(_ posting: Shared<JobPosting>, _ job: Int, into json: inout JSONWriter)
  {
    json.object("identifier", type: "PropertyValue")
    json.member("name", plan.employers[job].name)
    json.member("value", posting.value.id.value)
    json.endObject()
    json.member("url", plan.url(plan.route(ofJob: job)))
    json.member("image", (posting.value.details?.value.image?.source).map(plan.absoluteAddress))
    json.object("hiringOrganization", type: "Organization")
    json.member("name", plan.employers[job].name)
    json.member("sameAs", plan.employers[job].url)
    json.member("logo", plan.employers[job].logo.map(plan.absoluteAddress))
    json.endObject()
    if let department = posting.value.department {
      json.object("employmentUnit", type: "Organization")
      json.member("name", department)
      json.endObject()
    }
  }

  private func writeDates(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    json.member("datePosted", posting.value.datePosted.iso)
    if let end = posting.value.validThrough?.instant(in: zone) {
      json.member("validThrough", end.iso(offset: zone.offset(at: end)))
    }
    if posting.value.details?.value.startDate == "immediately" {
      json.member("jobImmediateStart", true)
    } else {
      json.member("jobStartDate", posting.value.details?.value.startDate)
    }
  }
}

// MARK: - Applying

extension StructuredData {
  /// Whether people can apply without leaving the page, and whom they can write to.
  private func writeApplying(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    guard let target = plan.applyTarget(of: posting) else { return }
    json.member("directApply", target.url == nil && target.form != nil)
    guard let email = target.email else { return }
    json.object("applicationContact", type: "ContactPoint")
    json.member("email", email)
    json.endObject()
  }
}

// MARK: - Requirements

extension StructuredData {
  private func writeRequirements(
    _ details: Shared<JobDetails>,
    _ posting: Shared<JobPosting>,
    into json: inout JSONWriter
  ) {
    if let experience = details.value.experience {
      if experience.isNone || experience.minimumMonths ?? 0 == 0 {
        json.member("experienceRequirements", "no requirements")
      } else {
        json.object("experienceRequirements", type: "OccupationalExperienceRequirements")
        json.member("monthsOfExperience", experience.minimumMonths)
        json.endObject()
      }
    }
    if let education = details.value.education {
      if let category = education.googleCategory {
        json.object("educationRequirements", type: "EducationalOccupationalCredential")
        json.member("credentialCategory", category)
        json.endObject()
      } else {
        json.member("educationRequirements", "no requirements")
      }
    }
    json.member("workHours", details.value.workHours)
    json.member("jobDuration", details.value.duration.flatMap(isoDuration))
    json.member("totalJobOpenings", details.value.openings)
    json.member("industry", details.value.industry)
    json.member("occupationalCategory", details.value.occupation)
    json.member("securityClearanceRequirement", details.value.clearance)
    if details.value.visaSponsorship == false {
      json.member("eligibilityToWorkRequirement", noVisaText(posting.value.language))
    }
  }

  /// What the page says; nothing where the theme has no such texts.
  private func noVisaText(_ language: String) -> String? {
    let words = context.words[context.editionIndex(of: language)]
    guard let fact = words.find("fact.visa", count: nil, []),
      let answer = words.find("visa.no", count: nil, [])
    else { return nil }
    return "\(fact): \(answer)"
  }

  private func writeSkillsAndBenefits(
    _ posting: Shared<JobPosting>,
    into json: inout JSONWriter
  ) {
    let skills = (posting.value.techStack + (posting.value.keywords?.hard ?? [])).unique
    if !skills.isEmpty {
      json.name("skills")
      json.value(joining: skills, with: ", ")
    }
    let benefits = plan.benefitTexts(of: posting)
    if !benefits.isEmpty {
      json.name("jobBenefits")
      json.value(joining: benefits, with: "; ")
    }
  }

  private func writeSections(_ job: Int, into json: inout JSONWriter) {
    let posting = plan.postings[job]
    for section in posting.value.body.sections {
      switch section.kind {
      case .responsibilities: json.name("responsibilities")
      case .qualifications: json.name("qualifications")
      case .benefits where posting.value.benefits.isEmpty: json.name("jobBenefits")
      case .about, .benefits, nil: continue
      }
      json.value(bodyOf: job, section.html, in: context)
    }
  }
}

extension Shared where Value == JobPosting {
  /// Google's words for the employment types, none twice.
  package var googleEmploymentTypes: [String] {
    value.employmentTypes.map { type in
      switch type {
      case .fullTime: "FULL_TIME"
      case .partTime: "PART_TIME"
      case .contract: "CONTRACTOR"
      case .fixedTerm, .temporary: "TEMPORARY"
      case .internship: "INTERN"
      case .volunteer: "VOLUNTEER"
      case .perDiem: "PER_DIEM"
      case .apprenticeship, .other: "OTHER"
      }
    }.unique
  }
}

extension Education {
  /// Google's `credentialCategory`; `nil` where nothing is asked for.
  fileprivate var googleCategory: String? {
    switch self {
    case .none: nil
    case .highSchool: "high school"
    case .associate: "associate degree"
    case .bachelor: "bachelor degree"
    case .postgraduate: "postgraduate degree"
    case .certificate: "professional certificate"
    }
  }
}

/// A duration in English, such as `12 months`, as ISO 8601 writes it: `P12M`; `nil` for other texts.
func isoDuration(_ text: String) -> String? {
  let parts = text.lowercased().split { $0 == " " || $0 == "-" }
  guard parts.count == 2, let count = Int(digits: parts[0].utf8), 1...999 ~= count else {
    return nil
  }
  switch parts[1] {
  case "day", "days": return "P\(count)D"
  case "week", "weeks": return "P\(count)W"
  case "month", "months": return "P\(count)M"
  case "year", "years": return "P\(count)Y"
  default: return nil
  }
}
