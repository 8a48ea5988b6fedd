import SourceText

/// What is different from the last build, for people and machines.
package struct Changes: Hashable, Sendable {
  /// A posting, and where it is or was.
  package struct Item: Hashable, Sendable {
    package var id: String
    /// Below the site's base path.
    package var address: String
    /// `nil` for a posting that was taken away.
    package var title: String?
  }

  package struct Changed: Hashable, Sendable {
    package var item: Item
    /// The names of fields in the order of the schema, then `body`.
    package var fields: [String]
  }

  package struct Renamed: Hashable, Sendable {
    package var from: String
    package var formerAddress: String
    package var item: Item
  }

  package var opened: [Item] = []
  package var changed: [Changed] = []
  /// No longer open: closed, paused or past their last day.
  package var closed: [Item] = []
  /// Closed for so long that their pages went.
  package var gone: [Item] = []
  /// Taken away.
  package var removed: [Item] = []
  package var renamed: [Renamed] = []
  /// Warnings that postings give a reason for; not a change, but to be read with the changes.
  package var allowed: [AllowedFault] = []

  package var isEmpty: Bool {
    opened.isEmpty && changed.isEmpty && closed.isEmpty && gone.isEmpty && removed.isEmpty
      && renamed.isEmpty
  }
}

// MARK: - Comparing

extension Changes {
  /// Compares two states; all lists are sorted by id.
  package init(from old: SiteState, to new: SiteState, _ renames: [SiteState.Rename]) {
    let origins = Dictionary(uniqueKeysWithValues: renames.map { ($0.to, $0.from) })
    for entry in new.entries {
      let before = old[entry.id] ?? origins[entry.id].flatMap { old[$0] }
      let (wasOpen, isOpen) = (before?.isOpen ?? false, entry.isOpen)
      if isOpen, !wasOpen { opened.append(entry.item) }
      if wasOpen, !isOpen { closed.append(entry.item) }
      if let before, entry.isGone, !before.isGone { gone.append(entry.item) }
      if let before, wasOpen, isOpen, !before.fingerprint.isSame(as: entry.fingerprint) {
        let fields = entry.fingerprint.changes(since: before.fingerprint)
        changed.append(Changed(item: entry.item, fields: fields))
      }
      if let before, before.id != entry.id {
        renamed.append(
          Renamed(from: before.id, formerAddress: before.address, item: entry.item)
        )
      }
    }
    let left = Set(renames.map(\.from))
    // What was gone already was told then.
    removed = old.entries.filter { new[$0.id] == nil && !left.contains($0.id) && !$0.isGone }
      .map(\.item)
  }

  /// Adds the titles of the postings.
  package mutating func addTitles(of plan: SitePlan) {
    var wanted: [String: String?] = [:]
    for id in (opened + closed + gone).map(\.id) { wanted[id] = .some(nil) }
    for id in changed.map(\.item.id) + renamed.map(\.item.id) { wanted[id] = .some(nil) }
    guard !wanted.isEmpty else { return }
    for posting in plan.postings where wanted[posting.value.id.value] != nil {
      wanted[posting.value.id.value] = posting.value.title
    }
    func title(_ item: inout Item) { item.title = wanted[item.id].flatMap { $0 } }
    for index in opened.indices { title(&opened[index]) }
    for index in changed.indices { title(&changed[index].item) }
    for index in closed.indices { title(&closed[index]) }
    for index in gone.indices { title(&gone[index]) }
    for index in renamed.indices { title(&renamed[index].item) }
  }
}

extension SiteState.Entry {
  fileprivate var isOpen: Bool { JobState(rawValue: state)?.isOpen ?? false }
  /// Whether it had no page any more.
  var isGone: Bool { state == JobState.gone.rawValue }
  fileprivate var item: Changes.Item { Changes.Item(id: id, address: address) }
}
