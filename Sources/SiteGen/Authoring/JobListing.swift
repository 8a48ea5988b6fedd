package import SourceText

/// The postings of a site with their states: what `sitegen list` shows.
package struct JobListing: Sendable {
  private let postings: [Shared<JobPosting>]
  private let moment: BuildMoment
  private let lastState: SiteState

  /// Which postings are wanted; all rules must hold.
  package struct Filter: Sendable {
    package var state: JobState?
    /// Days until the posting closes.
    package var closingWithin: Int?
    /// A field that the posting doesn't have.
    package var missing: String?

    package init() {}
  }

  package struct Row: Sendable {
    package let id: String
    package let state: JobState
    package let title: String
    package let department: String?
    package let posted: CivilDate
    package let daysLeft: Int?
    package let path: String
  }

  /// The names of the fields of a posting.
  package static var fields: [String] { Schema.job.fields.map(\.name) }

  /// Reads all postings.
  ///
  /// - Returns: those without faults, and the faults of the others; no listing without `site.yml`.
  package static func load(_ options: BuildOptions) async -> (JobListing?, [Diagnostic]) {
    let build = Build(options)
    let codes = CodeTables()
    let site = build.configuration(codes)
    guard let configuration = site.value else { return (nil, site.diagnostics) }
    let moment = build.moment(configuration)
    let content = await build.content(configuration, codes)
    let state = build.previousState()
    // What rules have to say is the business of `check`.
    let faults = (site.diagnostics + content.diagnostics + state.diagnostics)
      .filter { $0.severity == .error }
    guard let content = content.value else { return (nil, faults) }
    let listing = JobListing(
      postings: content.postings,
      moment: moment,
      lastState: state.value ?? SiteState()
    )
    return (listing, faults.sorted())
  }
}

// MARK: - Rows

extension JobListing {
  /// The wanted postings, newest first, then by id.
  package func rows(_ filter: Filter) -> [Row] {
    postings.compactMap { posting -> Row? in
      let lastOpen = lastState[posting.value.id.value]?.lastOpen
      let state = moment.state(of: posting, lastSeenOpen: lastOpen)
      let row = Row(
        id: posting.value.id.value,
        state: state,
        title: posting.value.title,
        department: posting.value.department,
        posted: posting.value.datePosted,
        daysLeft: state.isOpen ? moment.daysLeft(of: posting) : nil,
        path: posting.value.path
      )
      if let wanted = filter.state, state != wanted,
        !(wanted == .open && state == .closingSoon)
      {
        return nil
      }
      if let days = filter.closingWithin {
        guard state.isOpen, let left = row.daysLeft, left <= days else { return nil }
      }
      if let field = filter.missing, posting.value.isFilled(field) { return nil }
      return row
    }.sorted { ($1.posted, $0.id) < ($0.posted, $1.id) }
  }

  /// Columns wide enough for their longest text.
  package static func table(_ rows: [Row]) -> String {
    let header = ["ID", "STATE", "POSTED", "DAYS LEFT", "TITLE"]
    let lines =
      [header]
      + rows.map { row in
        [
          row.id, row.state.rawValue, row.posted.iso, row.daysLeft.map { String($0) } ?? "-",
          row.title,
        ]
      }
    let widths = header.indices.map { column in
      lines.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return lines.map { line in
      let cells = zip(line, widths).map { text, width in
        text + String(repeating: " ", count: width - text.unicodeScalars.count)
      }
      var text = cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// One array; documented in docs/posting.md.
  package static func json(_ rows: [Row]) -> String {
    var json = JSONWriter()
    json.beginArray()
    for row in rows {
      json.beginObject()
      json.member("id", row.id)
      json.member("state", row.state.rawValue)
      json.member("title", row.title)
      json.member("department", row.department)
      json.member("date_posted", row.posted.iso)
      json.member("days_left", row.daysLeft)
      json.member("path", row.path)
      json.endObject()
    }
    json.endArray()
    json.buffer.append("\n")
    return json.buffer.text()
  }
}
