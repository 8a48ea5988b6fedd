import SourceText
import YAML

// Rules that need more than one field of a posting.

extension JobPosting {
  /// Reports what is wrong between the fields, once each of them has been read.
  ///
  /// - Parameters:
  ///   - root: the front matter, for the places of faults.
  ///   - fence: where missing fields are reported.
  ///   - reader: takes the faults.
  func check(_ root: YAMLNode, missingAt fence: SourceRange, _ reader: inout SchemaReader) {
    func range(_ field: String, _ part: String? = nil) -> SourceRange {
      guard let node = root.value(for: field) else { return fence }
      return part.flatMap { node.value(for: $0) }?.range ?? node.range
    }
    let misspelt = reader.misspelt
    checkPlaces(
      range,
      root.value(for: "workplace")?.text ?? "",
      isWritten: { misspelt.contains($0) || root.value(for: $0)?.isBlank == false },
      &reader
    )
    checkDates(range, &reader)
    checkPay(root, &reader)
    checkDepartment(range, &reader)
    checkApply(root, range, &reader)
    checkCustom(range, &reader)
  }

  private typealias RangeOf = (String, String?) -> SourceRange

  private func checkPlaces(
    _ range: RangeOf,
    _ writtenWorkplace: String,
    isWritten: (String) -> Bool,
    _ reader: inout SchemaReader
  ) {
    // A misspelt workplace has its own fault; nothing follows from it.
    guard Workplace(rawValue: writtenWorkplace) != nil else { return }
    if workplace != .remote, locations.isEmpty, !isWritten("locations") {
      reader.report(
        "missing-field",
        "\(reader.subject) has no 'locations'",
        at: range("locations", nil),
        hint: "say where people work, such as 'locations: [\"Porto, PT\"]'; "
          + "only remote jobs do without"
      )
    }
    let countries = details?.value.remote?.countries ?? []
    let isRemoteRefused = isWritten("remote") && reader.hasFault(within: range("remote", nil))
    if workplace == .remote, locations.isEmpty, countries.isEmpty, !isWritten("locations"),
      !isRemoteRefused
    {
      reader.report(
        "missing-field",
        "a remote job needs a country from which it may be done",
        at: range("remote", nil),
        hint: "say where people may live, such as 'remote: {countries: [PT, ES]}', "
          + "or add 'locations'"
      )
    }
    if workplace != .remote, details?.value.remote != nil {
      reader.report(
        "remote-mismatch",
        "'remote' is given, but 'workplace' says \(workplace.rawValue)",
        at: range("remote", nil),
        hint: "write 'workplace: remote', or take 'remote' away"
      )
    }
  }

  private func checkDates(_ range: RangeOf, _ reader: inout SchemaReader) {
    let zone = reader.site?.timeZone ?? .utc
    let posted = zone.instant(datePosted)
    if let validThrough, validThrough.instant(in: zone) < posted {
      reader.report(
        "dates-out-of-order",
        "'valid_through' is before 'date_posted'",
        at: range("valid_through", nil),
        hint: "a posting ends after it begins: correct one of the two dates"
      )
    }
    for (name, date) in [("date_updated", dateUpdated), ("date_closed", dateClosed)] {
      guard let date, date < datePosted else { continue }
      reader.report(
        "dates-out-of-order",
        "'\(name)' is before 'date_posted'",
        at: range(name, nil),
        hint: "correct one of the two dates"
      )
    }
    if dateClosed != nil, status != .filled, status != .closed {
      reader.report(
        "closed-but-open",
        "'date_closed' is given, but 'status' says \(status.rawValue)",
        at: range("date_closed", nil),
        hint: "write 'status: filled' or 'status: closed', or take 'date_closed' away"
      )
    }
  }

  private func checkPay(_ root: YAMLNode, _ reader: inout SchemaReader) {
    guard let node = root.value(for: "salary") else { return }
    let nodes = node.kind == .sequence ? Array(node.items) : [node]
    guard nodes.count == salaries.count else { return }
    for (salary, node) in zip(salaries, nodes) {
      if let minimum = salary.minimum, let maximum = salary.maximum, maximum < minimum {
        reader.report(
          "salary-order",
          "'min' \(minimum.text) is more than 'max' \(maximum.text)",
          at: node.value(for: "min")?.range ?? node.range,
          hint: "swap the two"
        )
      }
      let hasRange = salary.minimum != nil || salary.maximum != nil
      if !hasRange, salary.value == nil, !reader.hasFault(within: node.range) {
        reader.report(
          "salary-empty",
          "'salary' names no amount",
          at: node.range,
          hint: "write 'min' and 'max', or 'value'"
        )
      }
      if hasRange, salary.value != nil {
        reader.report(
          "salary-twice",
          "'salary' has both a range and a value",
          at: node.range,
          hint: "keep 'min' and 'max', or keep 'value', and delete the other"
        )
      }
      for (name, place) in zip(
        salary.locations,
        node.value(for: "locations").map { Array($0.items) } ?? []
      )
      where !locations.contains(where: { $0.value.isCalled(name) }) {
        reader.report(
          "unknown-location",
          "the posting has no location '\(name)'",
          at: place.range,
          hint: "name one of the posting's own 'locations'"
        )
      }
    }
  }

  private func checkDepartment(_ range: RangeOf, _ reader: inout SchemaReader) {
    guard let site = reader.site, site.jobRules.deniesUnknownDepartments, let department,
      !site.departments.contains(where: { $0.name == department })
    else { return }
    let names = site.departments.map(\.name)
    let nearest = nearestName(to: department, in: names)
    reader.report(
      "unknown-department",
      "site.yml has no department '\(department)'",
      at: range("department", nil),
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "the departments are \(names.joined(separator: ", "))"
    )
  }

  private func checkApply(
    _ root: YAMLNode,
    _ range: RangeOf,
    _ reader: inout SchemaReader
  ) {
    let base = reader.site?.apply?.target
    let target = apply?.fillingIn(from: base) ?? base
    guard target?.url == nil, target?.email == nil, target?.form == nil else { return }
    // A misspelt or refused 'apply' has its own fault.
    let isRefused = root.value(for: "apply").map { reader.hasFault(within: $0.range) } ?? false
    guard !isRefused, !reader.misspelt.contains("apply") else { return }
    reader.report(
      "missing-field",
      "\(reader.subject) has no 'apply'",
      at: range("apply", nil),
      hint: "add a line such as 'apply: jobs@example.com', or set 'apply' in site.yml"
    )
  }

  private func checkCustom(_ range: RangeOf, _ reader: inout SchemaReader) {
    for entry in reader.site?.jobRules.custom ?? []
    where entry.value.isRequired && !custom.contains(where: { $0.key == entry.key }) {
      reader.report(
        "missing-field",
        "\(reader.subject) has no 'custom.\(entry.key)'",
        at: range("custom", nil),
        hint: "site.yml requires it of every posting"
      )
    }
  }
}

extension Place {
  /// Whether an author means this place by `name`: an office's key, `City` or `City, PT`.
  func isCalled(_ name: String) -> Bool {
    if key == name { return true }
    guard let city else { return false }
    let parts = [city, region, country].compactMap { $0 }
    return name == city || name == parts.joined(separator: ", ")
      || name == [city, country].compactMap { $0 }.joined(separator: ", ")
  }
}
