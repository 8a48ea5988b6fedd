import Templating

/// The rows of postings that one worker makes, with the texts in them.
///
/// Everything that lists show of a posting is put into words here, once for each edition: a site with
/// ten thousand postings shows each of them on about six pages.
struct JobRows: Sendable {
  private let plan: SitePlan
  private let edition: Edition
  private let words: Wording
  fileprivate var arena = ValueArena()
  fileprivate var table = ValueTable(columns: JobField.columns)
  private let states: [JobState: Value]

  init(_ context: RenderContext, edition: Int) {
    plan = context.plan
    self.edition = context.plan.editions[edition]
    words = context.words[edition]
    var arena = ValueArena()
    states = Dictionary(
      uniqueKeysWithValues: JobState.allCases.map { ($0, arena.text($0.rawValue)) }
    )
    self.arena = arena
  }

  /// Adds the row of a posting.
  ///
  /// - Returns: its number among the rows of this worker.
  mutating func add(_ job: Int) -> Int {
    table.append(plan.states[job].hasPage ? row(of: job) : JobRows.emptyRow)
    return table.rows - 1
  }

  /// Nothing shows a posting without a page.
  private static let emptyRow = [Value](repeating: .none, count: JobField.columns)

  private mutating func row(of job: Int) -> [Value] {
    let posting = plan.postings[job]
    let state = plan.states[job]
    let types = posting.value.employmentTypes.indices.map { index in
      Value.group(.employmentType, index, of: job, in: edition, plan)
    }
    let salary = posting.value.salaries.first.map { words.text(of: $0) }
    let daysLeft = state == .closingSoon ? plan.moment.daysLeft(of: posting) : nil
    return [
      arena.text(posting.value.id.value), arena.text(posting.value.title),
      arena.text(posting.value.language), arena.text(plan.href(plan.route(ofJob: job))),
      states[state] ?? .none, .bool(state.isOpen), .thing(.company, plan.employers.index(of: job)),
      Value.group(.department, 0, of: job, in: edition, plan),
      .choice(.workplace, posting.value.workplace), arena.list(types),
      arena.text(words.locationText(of: posting)), arena.text(salary),
      arena.text(posting.value.datePosted.iso),
      arena.text(words.locale.text(of: posting.value.datePosted)),
      daysLeft.map { .int($0) } ?? .none, .bool(posting.value.isFeatured),
    ]
  }
}

// MARK: - Joining

/// The templates of one edition, with the rows of all postings, whose texts are among their constants.
///
/// Rows come when the templates are compiled: a compiler copies its constants, and these are 400 bytes
/// a posting.
struct EditionTemplates: Sendable {
  private(set) var set: TemplateSet
  private(set) var jobs = ValueTable(columns: JobField.columns)
  private let postings: Int

  init(set: TemplateSet, postings: Int) {
    self.set = set
    self.postings = postings
    jobs.reserveRows(postings)
  }

  /// Takes over the rows of the next postings.
  ///
  /// - Parameters:
  ///   - places: for each posting, the worker and the row.
  ///   - shares: of all workers.
  mutating func append(_ places: [(worker: Int, row: Int)], of shares: [JobRows]) {
    // The others are about as long. What grows would be copied; what is not used takes no memory.
    let repeats = (postings - jobs.rows) / max(1, places.count) + 1
    let relocations = set.append(shares.map(\.arena), repeats: repeats)
    for place in places {
      jobs.append(
        place.row..<place.row + 1,
        of: shares[place.worker].table,
        relocations[place.worker]
      )
    }
  }
}
