// What the plan takes from the last build's state, and what it leaves for the next.

extension SiteState {
  /// A posting whose id is new, and the one it was before: the same body under another id.
  package struct Rename: Hashable, Sendable {
    package var from: String
    package var to: String
  }

  /// New ids whose body, and identity or work, are those of exactly one posting that is no longer
  /// there.
  package func renames(_ postings: [Shared<JobPosting>]) -> [Rename] {
    guard !entries.isEmpty else { return [] }
    let ids = Set(postings.map { $0.value.id.value })
    var lost: [UInt64: [String]] = [:]
    for entry in entries where !ids.contains(entry.id) {
      lost[entry.fingerprint.body, default: []].append(entry.id)
    }
    guard !lost.isEmpty else { return [] }
    var found: [UInt64: [String]] = [:]
    var fingerprints: [String: Fingerprint] = [:]
    for posting in postings where self[posting.value.id.value] == nil {
      let id = posting.value.id.value
      found[posting.value.fingerprint.body, default: []].append(id)
      fingerprints[id] = posting.value.fingerprint
    }
    return found.compactMap { body, new in
      guard let old = lost[body], old.count == 1, new.count == 1,
        let before = self[old[0]]?.fingerprint, let after = fingerprints[new[0]],
        before.isAkin(to: after)
      else { return nil }
      return Rename(from: old[0], to: new[0])
    }.sorted { $0.to < $1.to }
  }

  /// Where addresses that postings once had lead now.
  package func redirects(_ renames: [Rename]) -> [Redirect] {
    let renamed = Dictionary(uniqueKeysWithValues: renames.map { ($0.from, $0.to) })
    return entries.flatMap { entry in
      let target = renamed[entry.id] ?? entry.id
      let paths = entry.formerAddresses + (renamed[entry.id] == nil ? [] : [entry.address])
      return paths.map { Redirect(path: $0, jobID: target) }
    }.sorted { $0.path < $1.path }
  }

  /// The addresses of postings that were taken away: those that are remembered, and those that this
  /// build misses.
  ///
  /// - Parameters:
  ///   - remembered: the ids of the postings that the next state has.
  ///   - renamed: ids that go on under another one.
  ///   - today: the day of the build.
  ///   - days: how long they are remembered.
  ///   - keepClosed: how many days a closed posting keeps its page.
  /// - Returns: them in any order; an address may come twice.
  package func gone(
    besides remembered: Set<String>,
    renamed: Set<String>,
    today: CivilDate,
    for days: Int,
    afterClosing keepClosed: Int
  ) -> [Gone] {
    let kept = gone.filter { today.dayNumber - $0.since.dayNumber <= days }
    let lost = entries.filter { !remembered.contains($0.id) && !renamed.contains($0.id) }
    return kept
      + lost.flatMap { entry -> [Gone] in
        // One whose page went long before its file did isn't gone anew.
        let open = entry.lastOpen?.dayNumber ?? today.dayNumber
        guard !entry.isGone || Int(today.dayNumber - open) - keepClosed <= days else { return [] }
        return ([entry.address] + entry.formerAddresses + entry.aliases).map {
          Gone(address: $0, since: today)
        }
      }
  }

  /// When a posting last changed: what its author says, or what the program saw.
  package func modified(_ posting: Shared<JobPosting>, today: CivilDate) -> CivilDate {
    // A change that is still to come hasn't happened.
    let updated = posting.value.dateUpdated.flatMap { $0 <= today ? $0 : nil }
    let said = max(posting.value.datePosted, updated ?? posting.value.datePosted)
    guard let entry = self[posting.value.id.value] else { return said }
    let seen =
      entry.fingerprint.isSame(as: posting.value.fingerprint) ? entry.modified : today
    return max(said, seen)
  }

  /// The state that this build leaves.
  package func advanced(by plan: SitePlan, modified: [CivilDate], _ renames: [Rename])
    -> SiteState
  {
    let today = plan.moment.today
    let origins = Dictionary(uniqueKeysWithValues: renames.map { ($0.to, $0.from) })
    let remembered = plan.postings.indices.filter { plan.states[$0].isRemembered }.sorted {
      plan.postings[$0].value.id.value.precedesByBytes(plan.postings[$1].value.id.value)
    }
    let next = remembered.map { index in
      let id = plan.postings[index].value.id.value
      let old = self[id] ?? origins[id].flatMap { self[$0] }
      let address = plan.route(ofJob: index).path
      var former = old?.formerAddresses ?? []
      if let before = old?.address, before != address, !former.contains(before) {
        former.append(before)
      }
      let isOpen = plan.states[index].isOpen
      return Entry(
        id: id,
        address: address,
        state: plan.states[index].rawValue,
        firstSeen: old?.firstSeen ?? today,
        modified: modified[index],
        lastOpen: isOpen ? today : old?.lastOpen,
        fingerprint: plan.postings[index].value.fingerprint,
        formerAddresses: former.filter { $0 != address },
        aliases: plan.postings[index].value.aliases.map(\.value)
      )
    }
    return SiteState(next, gone: plan.taken)
  }
}

extension JobState {
  /// Whether the posting has been seen by the public.
  var isRemembered: Bool { self != .draft && self != .scheduled }
}
