/// A check that judges: what it finds may be meant as it is, so a site can raise, lower or silence it.
///
/// All other faults say that something can't be read or would be published wrong; they are always
/// errors and are not listed here.
package enum Rule: String, CaseIterable, Sendable {
  // Fields of one posting.
  case ghostJob = "job/ghost-job"
  case updatedInFuture = "job/updated-in-future"
  case closedInFuture = "job/closed-in-future"
  case postedFarAhead = "job/posted-far-ahead"
  case implausibleSalary = "job/implausible-salary"
  case foreignCurrency = "job/foreign-currency"
  case doubtfulRegion = "job/doubtful-region"
  case misspeltBenefit = "job/misspelt-benefit"
  case unusedAllow = "job/unused-allow"
  case unreadFile = "job/unread-file"
  case unfilled = "job/unfilled"
  case placeholder = "job/placeholder"
  case cutValue = "yaml/cut-value"
  // Postings beside each other.
  case sameTitle = "job/same-title"
  case nearDuplicate = "job/near-duplicate"
  // Texts.
  case unclaimedHeading = "body/unclaimed-heading"
  case imageWithoutText = "body/image-without-text"
  case remoteImage = "body/remote-image"
  case brokenLink = "body/broken-link"
  case missingPicture = "body/missing-picture"
  // What Google asks of a job posting.
  case decoratedTitle = "google/decorated-title"
  case overloadedTitle = "google/overloaded-title"
  case noDescription = "google/no-description"
  case shortDescription = "google/short-description"
  case missingRecommended = "google/missing-recommended"
  // Themes and the output folder.
  case blockedValue = "template/blocked-value"
  case editedFile = "publish/edited-file"
}

/// How much a site makes of what a rule finds.
package enum RuleSeverity: String, Choice {
  case error, warning, off

  package static var otherSpellings: [String: RuleSeverity] {
    ["warn": .warning, "none": .off, "ignore": .off, "false": .off]
  }
}

extension Rule {
  /// The part of the id in front of the slash, by which a site names all rules of a kind.
  package var area: String { String(rawValue.prefix { $0 != "/" }) }

  /// What holds where a site says nothing.
  package var standard: RuleSeverity {
    switch self {
    // Nearly every posting lacks something that Google recommends, and short texts can be meant.
    case .missingRecommended, .shortDescription: .off
    // Nobody means what the program itself wrote to be replaced.
    case .unfilled: .error
    default: .warning
    }
  }

  /// Whether one posting may be excused from it, with a reason.
  package var canBeAllowed: Bool {
    switch self {
    case .unusedAllow, .unreadFile, .unfilled, .blockedValue, .editedFile: false
    default: true
    }
  }

  /// Whether other files decide what it finds.
  var needsSeveralFiles: Bool {
    switch self {
    case .sameTitle, .nearDuplicate, .brokenLink, .missingPicture: true
    default: false
    }
  }

  package static var areas: [String] {
    var areas: [String] = []
    for rule in allCases where !areas.contains(rule.area) { areas.append(rule.area) }
    return areas
  }
}
