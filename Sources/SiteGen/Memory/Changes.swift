import SourceText

/// What is different from the last build, for people and machines.
package struct Changes: Hashable, Sendable {
  package struct Changed: Hashable, Sendable {
    package var id: String
    package var groups: [Fingerprint.Group]
  }

  package var opened: [String] = []
  package var changed: [Changed] = []
  package var closed: [String] = []
  package var removed: [String] = []
  package var renamed: [SiteState.Rename] = []
  /// Warnings that postings give a reason for; not a change, but to be read with the changes.
  package var allowed: [AllowedFault] = []

  package var isEmpty: Bool {
    opened.isEmpty && changed.isEmpty && closed.isEmpty && removed.isEmpty && renamed.isEmpty
  }

  /// Compares two states; all lists are sorted by id.
  package init(from old: SiteState, to new: SiteState, _ renames: [SiteState.Rename]) {
    let origins = Dictionary(uniqueKeysWithValues: renames.map { ($0.to, $0.from) })
    renamed = renames
    for entry in new.entries {
      let before = old[entry.id] ?? origins[entry.id].flatMap { old[$0] }
      let (wasOpen, isOpen) = (before?.isOpen ?? false, entry.isOpen)
      if isOpen, !wasOpen { opened.append(entry.id) }
      if wasOpen, !isOpen { closed.append(entry.id) }
      if let before, wasOpen, isOpen, before.fingerprint != entry.fingerprint {
        changed.append(
          Changed(id: entry.id, groups: entry.fingerprint.changes(since: before.fingerprint))
        )
      }
    }
    let gone = Set(renames.map(\.from))
    removed = old.entries.map(\.id).filter { new[$0] == nil && !gone.contains($0) }
  }
}

extension SiteState.Entry {
  fileprivate var isOpen: Bool { JobState(rawValue: state)?.isOpen ?? false }
}

// MARK: - Reports

extension Changes {
  /// `changes.json`.
  package var json: String {
    var json = JSONWriter()
    json.beginObject()
    list("opened", opened, &json)
    json.name("changed")
    json.beginArray()
    for change in changed {
      json.beginObject()
      json.member("id", change.id)
      json.member("groups", change.groups.map(\.rawValue))
      json.endObject()
    }
    json.endArray()
    list("closed", closed, &json)
    list("removed", removed, &json)
    json.name("renamed")
    json.beginArray()
    for rename in renamed {
      json.beginObject()
      json.member("from", rename.from)
      json.member("to", rename.to)
      json.endObject()
    }
    json.endArray()
    json.name("allowed")
    json.beginArray()
    for fault in allowed {
      json.beginObject()
      json.member("id", fault.posting)
      json.member("fault", fault.fault)
      json.member("reason", fault.reason)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.buffer.append("\n")
    return json.buffer.text()
  }

  private func list(_ name: StaticString, _ ids: [String], _ json: inout JSONWriter) {
    json.name(name)
    json.beginArray()
    for id in ids { json.value(id) }
    json.endArray()
  }

  /// A summary for a pull request.
  package var markdown: String {
    var lines = isEmpty ? ["No posting opened, changed or closed.", ""] : []
    func section(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["### \(title) (\(items.count))", ""] + items.map { "- \($0)" } + [""]
    }
    section("Opened", opened.map { "`\($0)`" })
    section(
      "Changed",
      changed.map { "`\($0.id)`: " + $0.groups.map(\.rawValue).joined(separator: ", ") }
    )
    section("Closed", closed.map { "`\($0)`" })
    section("Renamed", renamed.map { "`\($0.from)` is now `\($0.to)`" })
    section("Removed", removed.map { "`\($0)`" })
    section("Allowed", allowed.map { "`\($0.posting)`: `\($0.fault)`, because: \($0.reason)" })
    return lines.joined(separator: "\n")
  }
}
