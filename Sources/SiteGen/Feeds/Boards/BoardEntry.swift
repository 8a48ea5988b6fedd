import Hashing
import SourceText

/// A posting at one place, as a job board advertises it.
struct BoardEntry {
  let context: RenderContext
  /// Index into the plan's postings.
  let job: Int
  let place: BoardPlace

  var plan: SitePlan { context.plan }
  var posting: Shared<JobPosting> { context.plan.postings[job] }
}

extension BoardEntry {
  /// A posting at each of its places.
  static func all(of job: Int, _ context: RenderContext) -> [BoardEntry] {
    context.plan.postings[job].value.boardPlaces.map { place in
      BoardEntry(context: context, job: job, place: place)
    }
  }

  /// What it is known by: the posting and the place, `welder.porto-pt`.
  ///
  /// An id has no points, so no two entries share one; it stays when places join or leave.
  var reference: String { posting.value.id.value + "." + place.key }

  /// The reference in at most `limit` characters: of a longer one the beginning and a digest.
  func reference(limit: Int) -> String {
    let scalars = reference.unicodeScalars
    guard scalars.count > limit else { return reference }
    let digest = SHA256.digest(of: Array(reference.utf8)).hexadecimal(digits: 16)
    return String(String.UnicodeScalarView(scalars.prefix(limit - 17))) + "-" + digest
  }

  /// The same for one opening at all places and in all languages.
  var opening: String { posting.value.translationOf?.value ?? posting.value.id.value }

  var company: Organization { plan.employers[job] }

  /// Where people ask the company.
  var email: String? {
    company.email ?? plan.site.organization.email ?? plan.applyTarget(of: posting)?.email
  }

  /// Noon of the day it was posted: boards in any zone read the same day.
  var posted: String {
    Instant(posting.value.datePosted, secondOfDay: 43_200).iso(offset: 0)
  }

  var modified: String { Instant(context.modified[job], secondOfDay: 43_200).iso(offset: 0) }

  var lastDay: String? { plan.lastDay(of: posting)?.iso }

  var salary: Salary? { posting.value.salary(at: place) }

  /// A city; for remote jobs without places what boards take for one.
  ///
  /// Boards refuse an entry without a city: a place that has none gives its region or country.
  var city: String {
    guard place.place != nil else { return "Remote" }
    return place.city ?? place.regionName ?? country
  }

  /// The country's name in English.
  var country: String {
    place.country.map { context.names.englishCountryNames[$0] ?? $0 } ?? ""
  }

  /// The address of the page, with the parameters of a feed.
  func page(in feed: String) -> String { plan.tracked(plan.url(plan.route(ofJob: job)), in: feed) }

  /// Where people apply: on the web, or as the page says.
  func applyPage(in feed: String) -> String {
    plan.applyAddress(of: job, in: feed) ?? page(in: feed)
  }
}
