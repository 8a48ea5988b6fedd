import SourceText
import YAML

// Where the work is done.

extension PostingCheck {
  func checkPlaces(_ reader: inout SchemaReader) {
    checkTimeZones(&reader)
    // A misspelt workplace has its own fault; nothing follows from it.
    guard Workplace(rawValue: root.value(for: "workplace")?.text ?? "") != nil else { return }
    if posting.workplace == .remote {
      checkRemote(&reader)
    } else {
      checkOnSite(&reader)
    }
  }

  private func checkOnSite(_ reader: inout SchemaReader) {
    if posting.locations.isEmpty, !isWritten("locations", reader) {
      reader.report(
        "missing-field",
        "\(reader.subject) has no 'locations'",
        at: range(of: "locations"),
        hint: "say where people work, such as 'locations: [\"Porto, PT\"]'; "
          + "only remote jobs do without"
      )
    }
    if posting.details?.value.remote != nil {
      reader.report(
        "remote-mismatch",
        "'remote' is given, but 'workplace' says \(posting.workplace.rawValue)",
        at: range(of: "remote"),
        hint: "write 'workplace: remote', or take 'remote' away"
      )
    }
  }

  private func checkRemote(_ reader: inout SchemaReader) {
    // A refused 'remote' has its own fault.
    let isRefused = isWritten("remote", reader) && reader.hasFault(within: range(of: "remote"))
    guard posting.locations.isEmpty, remoteCountries.isEmpty, !isWritten("locations", reader),
      !isRefused
    else { return }
    reader.report(
      "missing-field",
      "a remote job needs a country from which it may be done",
      at: range(of: "remote"),
      hint: "say where people may live, such as 'remote: {countries: [PT, ES]}', "
        + "or add 'locations'"
    )
  }

  private func checkTimeZones(_ reader: inout SchemaReader) {
    guard posting.details?.value.remote?.timeZones.isEmpty == false,
      let list = root.value(for: "remote")?.value(for: "time_zones")
    else { return }
    for node in list.items where !node.isNull {
      for end in timeZoneEnds(node.text) where !isTimeZone(end) {
        let nearest = nearestName(to: end, in: CodeTables.timeZones)
        reader.report(
          "unknown-time-zone",
          "'\(end)' is not a time zone",
          at: node.range,
          hint: nearest.map { "did you mean '\($0)'?" }
            ?? "write a zone such as Europe/Lisbon, or a range such as UTC-1..UTC+3"
        )
      }
    }
  }

  /// One zone, or the two ends of a range `UTC-1..UTC+3`.
  private func timeZoneEnds(_ text: String) -> [String] {
    var ends: [String] = []
    var rest = text[...]
    while let dots = rest.firstRange(of: ".."), ends.isEmpty {
      ends.append(trimmed(rest[..<dots.lowerBound]))
      rest = rest[dots.upperBound...]
    }
    return ends + [trimmed(rest)]
  }

  private func isTimeZone(_ text: String) -> Bool {
    isOffset(text) || TimeZoneRules(text) != nil
  }

  /// `UTC`, `UTC+3`, `UTC-3:30`: the clocks of the world are 12 hours behind to 14 hours ahead.
  private func isOffset(_ text: String) -> Bool {
    guard text.hasPrefix("UTC") else { return false }
    var rest = text.dropFirst(3)
    guard let sign = rest.popFirst() else { return true }
    guard sign == "+" || sign == "-" else { return false }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, 1...2 ~= parts[0].utf8.count,
      let hours = Int(digits: parts[0].utf8), hours <= (sign == "+" ? 14 : 12)
    else { return false }
    return parts.count == 1 || ["00", "15", "30", "45"].contains(parts[1])
  }
}
