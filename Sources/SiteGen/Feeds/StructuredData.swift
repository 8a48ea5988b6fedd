import SourceText

/// The schema.org description of a posting that Google for Jobs and the JSON Feed carry.
///
/// Only what the posting says; no free text where Google wants an enumeration. Source: Google
/// Search Central, "Job posting structured data"; schema.org 30.0, JobPosting.
package struct StructuredData {
  let context: RenderContext

  package init(_ context: RenderContext) { self.context = context }

  private var plan: SitePlan { context.plan }
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
    if let details = posting.value.details { writeRequirements(details, into: &json) }
    writeSkillsAndBenefits(posting, into: &json)
    if withSections { writeSections(job, into: &json) }
  }

  private func writeIdentity(_ posting: Shared<JobPosting>, _ job: Int, into json: inout JSONWriter)
  {
    json.object("identifier", type: "PropertyValue")
    json.member("name", plan.employers[job].name)
    json.member("value", posting.value.id.value)
    json.endObject()
    json.member("url", context.plan.url(context.plan.route(ofJob: job)))
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

// MARK: - Places

extension StructuredData {
  private func writePlaces(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    if !posting.value.locations.isEmpty {
      json.name("jobLocation")
      json.beginArray()
      for place in posting.value.locations { write(place.value, into: &json) }
      json.endArray()
    }
    guard posting.value.workplace == .remote else { return }
    json.member("jobLocationType", "TELECOMMUTE")
    var countries = posting.value.details?.value.remote?.countries ?? []
    if countries.isEmpty { countries = posting.value.locations.compactMap(\.value.country) }
    json.name("applicantLocationRequirements")
    json.beginArray()
    for (index, code) in countries.enumerated() where !countries[..<index].contains(code) {
      json.beginObject()
      json.member("@type", "Country")
      json.member("name", context.names.englishCountryNames[code] ?? code)
      json.endObject()
    }
    json.endArray()
  }

  private func write(_ place: Place, into json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "Place")
    json.object("address", type: "PostalAddress")
    json.member("streetAddress", place.street)
    json.member("addressLocality", place.city)
    json.member("addressRegion", place.region)
    json.member("postalCode", place.postalCode)
    json.member("addressCountry", place.country)
    json.endObject()
    if let latitude = place.latitude, let longitude = place.longitude {
      json.object("geo", type: "GeoCoordinates")
      json.name("latitude")
      json.value(latitude)
      json.name("longitude")
      json.value(longitude)
      json.endObject()
    }
    json.endObject()
  }
}

// MARK: - Pay

extension StructuredData {
  private func writePay(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    guard let first = posting.value.salaries.first else { return }
    json.name("baseSalary")
    guard posting.value.salaries.count > 1 else { return write(first, into: &json) }
    json.beginArray()
    for salary in posting.value.salaries { write(salary, into: &json) }
    json.endArray()
  }

  private func write(_ salary: Salary, into json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "MonetaryAmount")
    json.member("currency", salary.currency)
    json.object("value", type: "QuantitativeValue")
    json.member("value", salary.value)
    json.member("minValue", salary.minimum)
    json.member("maxValue", salary.maximum)
    json.member("unitText", salary.period.rawValue.uppercased())
    json.endObject()
    json.endObject()
  }
}

// MARK: - Requirements

extension StructuredData {
  private func writeRequirements(_ details: Shared<JobDetails>, into json: inout JSONWriter) {
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
    json.member("totalJobOpenings", details.value.openings)
    json.member("industry", details.value.industry)
    json.member("occupationalCategory", details.value.occupation)
    json.member("securityClearanceRequirement", details.value.clearance)
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
