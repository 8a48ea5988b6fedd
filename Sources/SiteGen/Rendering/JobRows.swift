import Templating

/// The rows of postings that one worker makes, with the texts in them.
///
/// Everything that lists show of a posting is put into words here, once for each edition: a site with
/// ten thousand postings shows each of them on about six pages.
struct JobRows: Sendable {
  private let plan: SitePlan
  private let edition: Edition
  private let words: Wording
  private var arena = ValueArena()
  private var table = ValueTable(columns: JobField.columns)
  private let states: [JobState: Value]

  init(_ plan: SitePlan, _ edition: Edition, _ words: Wording) {
    self.plan = plan
    self.edition = edition
    self.words = words
    var arena = ValueArena()
    states = Dictionary(
      uniqueKeysWithValues: JobState.allCases.map { ($0, arena.text($0.rawValue)) }
    )
    self.arena = arena
  }

  /// Adds the row of a posting.
  ///
  /// - Returns: its number among the rows of this worker.
  mutating func add(_ job: Int) -> Int32 {
    table.append(plan.states[job].hasPage ? row(of: job) : JobRows.emptyRow)
    return Int32(table.rows - 1)
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
      arena.text(posting.value.summary ?? posting.value.body.firstParagraph),
      daysLeft.map { .int($0) } ?? .none, .bool(posting.value.isFeatured),
    ]
  }
}

// MARK: - Joining

extension JobRows {
  /// Puts the rows of all workers into one table.
  ///
  /// - Parameters:
  ///   - places: for each posting, the worker and the row.
  ///   - shares: of all workers.
  ///   - templates: their constants take the texts. They are compiled by then: a compiler copies its
  ///     constants, which are 400 bytes a posting here.
  /// - Returns: a row for each posting.
  static func table(
    _ places: [(worker: Int32, row: Int32)],
    of shares: [JobRows],
    in templates: inout TemplateSet
  ) -> ValueTable {
    var table = ValueTable(columns: JobField.columns)
    table.reserveRows(places.count)
    let relocations = templates.append(shares.map(\.arena))
    for place in places {
      let (worker, row) = (Int(place.worker), Int(place.row))
      table.append(
        row..<row + 1,
        of: shares[worker].table,
        relocations[worker]
      )
    }
    return table
  }
}
