// Addresses that answer "gone" (410): the posting closed long ago, or was taken away.

extension Planner {
  /// Fills in which addresses are gone; one that an output has again isn't.
  func findGone(_ plan: SitePlan, _ outcome: inout Outcome) {
    let remembered = remembered(plan)
    let closed = closedAddresses(plan)
    guard !remembered.isEmpty || !closed.isEmpty else { return }
    let files = (remembered.map(\.address) + closed).map { Route(.path($0)).file }
    let wanted = Set(files)
    let used = Set(outcome.outputs.lazy.map(\.route.file).filter { wanted.contains($0) })
    outcome.taken = zip(remembered, files).compactMap { used.contains($1) ? nil : $0 }
    let unused = zip(closed, files.dropFirst(remembered.count)).compactMap {
      used.contains($1) ? nil : $0
    }
    outcome.gone = Set(outcome.taken.map(\.address) + unused).sorted { $0.precedesByBytes($1) }
  }

  /// Of postings that were taken away, now or before.
  private func remembered(_ plan: SitePlan) -> [SiteState.Gone] {
    guard !state.entries.isEmpty || !state.gone.isEmpty else { return [] }
    let ids = plan.postings.indices.lazy.filter { plan.states[$0].isRemembered }
      .map { plan.postings[$0].value.id.value }
    return state.gone(
      besides: Set(ids),
      renamed: renamed,
      today: moment.today,
      for: site.lifecycle.keepGone,
      afterClosing: site.lifecycle.keepClosed
    )
  }

  /// Of postings that are still there and closed long ago, but not too long.
  private func closedAddresses(_ plan: SitePlan) -> [String] {
    plan.postings.indices.filter { plan.states[$0] == .gone }.flatMap { job -> [String] in
      let posting = plan.postings[job]
      let entry = state[posting.value.id.value]
      guard let closed = moment.closingDay(of: posting, lastSeenOpen: entry?.lastOpen) else {
        return []
      }
      let days = Int(moment.today.dayNumber - closed.dayNumber) - site.lifecycle.keepClosed
      guard days <= site.lifecycle.keepGone else { return [] }
      let former = entry?.formerAddresses ?? []
      return [plan.route(ofJob: job).path] + posting.value.aliases.map(\.value) + former
    }
  }
}
