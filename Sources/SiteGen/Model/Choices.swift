package import Compression

/// A value out of a closed list, spelt in front matter as its raw value.
///
/// Names of cases are Swift's, raw values are the spelling in front matter, always with hyphens.
package protocol Choice: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What other systems call these values, in lower case with hyphens.
  static var otherSpellings: [String: Self] { get }
  /// Words that often but not always mean a value: for hints, not for changes.
  static var likelyMeanings: [String: Self] { get }
}

extension Choice {
  package static var otherSpellings: [String: Self] { [:] }
  package static var likelyMeanings: [String: Self] { [:] }
}

package enum EmploymentType: String, Choice {
  case fullTime = "full-time"
  case partTime = "part-time"
  case contract
  case fixedTerm = "fixed-term"
  case temporary
  case internship
  case apprenticeship
  case volunteer
  case perDiem = "per-diem"
  case other

  package static var otherSpellings: [String: EmploymentType] {
    [
      "contractor": .contract, "temp": .temporary, "intern": .internship,
      "apprentice": .apprenticeship,
    ]
  }

  package static var likelyMeanings: [String: EmploymentType] {
    ["permanent": .fullTime, "freelance": .contract, "trainee": .apprenticeship]
  }
}

package enum Workplace: String, Choice {
  case onSite = "on-site"
  case hybrid
  case remote

  package static var otherSpellings: [String: Workplace] {
    ["office": .onSite, "in-office": .onSite, "telecommute": .remote, "fully-remote": .remote]
  }
}

package enum Level: String, Choice {
  case intern, entry, junior, mid, senior, staff, principal, lead, manager, director, executive

  package static var otherSpellings: [String: Level] {
    [
      "internship": .intern, "entry-level": .entry, "mid-level": .mid, "middle": .mid,
      "intermediate": .mid,
    ]
  }

  package static var likelyMeanings: [String: Level] {
    ["associate": .junior, "mid-senior-level": .senior, "head": .director]
  }
}

package enum PayPeriod: String, Choice {
  case hour, day, week, month, year

  package static var otherSpellings: [String: PayPeriod] {
    [
      "hourly": .hour, "daily": .day, "weekly": .week, "monthly": .month, "yearly": .year,
      "annual": .year, "annually": .year, "annum": .year,
    ]
  }
}

package enum Education: String, Choice {
  case none
  case highSchool = "high-school"
  case associate, bachelor, postgraduate, certificate

  package static var otherSpellings: [String: Education] {
    [
      "no-requirements": .none, "bachelors": .bachelor, "bachelor-degree": .bachelor,
      "associate-degree": .associate, "master": .postgraduate, "masters": .postgraduate,
      "doctorate": .postgraduate, "phd": .postgraduate, "professional-certificate": .certificate,
    ]
  }

  package static var likelyMeanings: [String: Education] { ["vocational": .certificate] }
}

/// What the author says about the posting; the state of a page is derived from it and the dates.
package enum Status: String, Choice {
  case draft, open, paused, filled, closed

  package static var otherSpellings: [String: Status] {
    ["published": .open, "active": .open, "on-hold": .paused, "expired": .closed]
  }
}

package enum LanguageLevel: String, Choice {
  case basic, conversational, fluent, native
}

extension CompressionFormat: Choice {
  package static var otherSpellings: [String: CompressionFormat] {
    ["gz": .gzip, "br": .brotli]
  }
}
