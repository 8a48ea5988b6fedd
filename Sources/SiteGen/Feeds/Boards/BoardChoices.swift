import SourceText

// What job boards call the values of our closed lists. Nothing is written where a board has no word.

extension JobPosting {
  /// Indeed's `jobtype`, a list with commas.
  ///
  /// A fixed term says nothing about the hours.
  var indeedJobTypes: String {
    employmentTypes.compactMap { type -> String? in
      switch type {
      case .fullTime: "fulltime"
      case .partTime: "parttime"
      case .contract: "contract"
      case .temporary: "temporary"
      case .fixedTerm: hasHours ? nil : "temporary"
      case .internship: "internship"
      case .apprenticeship, .volunteer, .perDiem, .other: nil
      }
    }.unique.joined(separator: ", ")
  }

  /// LinkedIn's `jobtype`: one word, for which tenure counts more than hours.
  var linkedInJobType: String? {
    func has(_ types: EmploymentType...) -> Bool { employmentTypes.contains { types.contains($0) } }
    if has(.internship, .apprenticeship) { return "INTERNSHIP" }
    if has(.volunteer) { return "VOLUNTEER" }
    if has(.contract, .temporary, .perDiem) { return "CONTRACT" }
    if has(.partTime) { return "PART_TIME" }
    if has(.fullTime) { return "FULL_TIME" }
    return has(.fixedTerm) ? "CONTRACT" : nil
  }

  var hasHours: Bool {
    employmentTypes.contains(.fullTime) || employmentTypes.contains(.partTime)
  }

  /// `5+ years`, `18+ months`, `3-5 years`; `nil` where none is asked for.
  var experienceText: String? {
    guard let experience = details?.value.experience, !experience.isNone,
      let minimum = experience.minimumMonths, minimum > 0
    else { return nil }
    func years(_ months: Int) -> Int? { months % 12 == 0 ? months / 12 : nil }
    guard let maximum = experience.maximumMonths, maximum > minimum else {
      return years(minimum).map { "\($0)+ years" } ?? "\(minimum)+ months"
    }
    guard let low = years(minimum), let high = years(maximum) else {
      return "\(minimum)-\(maximum) months"
    }
    return "\(low)-\(high) years"
  }

  /// The lowest of the levels: boards take one.
  var lowestLevel: Level? {
    Level.allCases.first { levels.contains($0) }
  }
}

extension Level {
  /// The name that LinkedIn, Lever and others use.
  var boardName: String {
    switch self {
    case .intern: "Internship"
    case .entry: "Entry level"
    case .junior: "Associate"
    case .mid, .senior, .staff, .principal, .lead, .manager: "Mid-Senior level"
    case .director: "Director"
    case .executive: "Executive"
    }
  }

  /// LinkedIn's `experienceLevel`.
  var linkedIn: String {
    switch self {
    case .intern: "INTERNSHIP"
    case .entry: "ENTRY_LEVEL"
    case .junior: "ASSOCIATE"
    case .mid, .senior, .staff, .principal, .lead, .manager: "MID_SENIOR_LEVEL"
    case .director: "DIRECTOR"
    case .executive: "EXECUTIVE"
    }
  }
}

extension Education {
  /// Indeed's `education`.
  var indeed: String? {
    switch self {
    case .none: nil
    case .highSchool: "High School"
    case .associate: "Associates"
    case .bachelor: "Bachelors"
    case .postgraduate: "Masters"
    case .certificate: "Certification"
    }
  }
}

extension Workplace {
  /// Indeed's `remotetype`.
  var indeed: String? {
    switch self {
    case .onSite: nil
    case .hybrid: "Hybrid remote"
    case .remote: "Fully remote"
    }
  }

  /// LinkedIn's `workplaceTypes`.
  var linkedIn: String {
    switch self {
    case .onSite: "On-site"
    case .hybrid: "Hybrid"
    case .remote: "Remote"
    }
  }
}

extension PayPeriod {
  /// LinkedIn's `period`.
  var linkedIn: String {
    switch self {
    case .hour: "HOURLY"
    case .day: "DAILY"
    case .week: "WEEKLY"
    case .month: "MONTHLY"
    case .year: "YEARLY"
    }
  }

  /// ZipRecruiter's `compensation_interval`.
  var interval: String {
    switch self {
    case .hour: "Hourly"
    case .day: "Daily"
    case .week: "Weekly"
    case .month: "Monthly"
    case .year: "Annually"
    }
  }
}
