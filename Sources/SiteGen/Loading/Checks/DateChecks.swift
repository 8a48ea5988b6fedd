import SourceText
import YAML

// When the job is posted, ends and starts.

extension PostingCheck {
  func checkDates(_ reader: inout SchemaReader) {
    // A posting without a readable date_posted has a fault already.
    guard let written = root.value(for: "date_posted"), CivilDate(iso: written.text) != nil else {
      return
    }
    checkEnd(&reader)
    let start = posting.details?.value.startDate.flatMap { CivilDate(iso: $0) }
    let dates = [
      ("date_updated", posting.dateUpdated), ("date_closed", posting.dateClosed),
      ("start_date", start),
    ]
    for (name, date) in dates {
      guard let date, date < posting.datePosted else { continue }
      reader.report(
        "dates-out-of-order",
        "'\(name)' is before 'date_posted'",
        at: range(of: name),
        hint: "correct one of the two dates"
      )
    }
    if posting.dateClosed != nil, posting.status != .filled, posting.status != .closed {
      reader.report(
        "closed-but-open",
        "'date_closed' is given, but 'status' says \(posting.status.rawValue)",
        at: range(of: "date_closed"),
        hint: "write 'status: filled' or 'status: closed', or take 'date_closed' away"
      )
    }
    if let updated = posting.dateUpdated, updated > moment.today, updated >= posting.datePosted {
      reader.report(
        .updatedInFuture,
        "'date_updated' \(updated.iso) is still to come",
        at: range(of: "date_updated"),
        hint: "write the day on which the text changed, today at the latest"
      )
    }
    checkFuture(&reader)
  }

  /// Days ahead at which a posting is rather dated by mistake: half a year is more than the notice that
  /// anybody plans with.
  private static let farAhead = 183

  private func checkFuture(_ reader: inout SchemaReader) {
    if let closed = posting.dateClosed, closed > moment.today, closed >= posting.datePosted {
      reader.report(
        .closedInFuture,
        "'date_closed' \(closed.iso) is still to come",
        at: range(of: "date_closed"),
        hint: "write the day on which the job was filled; a last day to apply is 'valid_through'"
      )
    }
    let wait = Int(posting.datePosted.dayNumber - moment.today.dayNumber)
    if posting.status == .open, wait > Self.farAhead {
      reader.report(
        .postedFarAhead,
        "the job is not shown before \(posting.datePosted.iso), in \(wait) days",
        at: range(of: "date_posted"),
        hint: "correct the date, or write 'status: draft' until it is certain"
      )
    }
  }

  private func checkEnd(_ reader: inout SchemaReader) {
    guard let end = posting.validThrough else { return }
    let posted = moment.zone.instant(posting.datePosted)
    guard end.instant(in: moment.zone) < posted else { return }
    reader.report(
      "dates-out-of-order",
      "'valid_through' is before 'date_posted'",
      at: range(of: "valid_through"),
      hint: "a posting ends after it begins: correct one of the two dates"
    )
  }

  /// An open job without an end that nobody has touched for long: readers apply in vain.
  func checkGhost(_ reader: inout SchemaReader) {
    guard posting.status == .open, !isWritten("valid_through", reader),
      let node = root.value(for: "date_posted"), CivilDate(iso: node.text) != nil
    else { return }
    let limit = reader.site?.checks.ghostAfter ?? CheckSettings().ghostAfter
    let last = max(posting.datePosted, posting.dateUpdated ?? posting.datePosted)
    let age = Int(moment.today.dayNumber - last.dayNumber)
    guard age > limit else { return }
    reader.report(
      .ghostJob,
      "the job has been open for \(age) days and has no 'valid_through'",
      at: node.range,
      hint: "add 'valid_through', close it with 'status: filled', "
        + "or set 'date_updated' to the day on which somebody last made sure of it"
    )
  }
}
