// Addresses that answer "gone" (410): the posting closed long ago, or was taken away.

extension Planner {
  /// The addresses of postings that were taken away and that no output has again; they go into the
  /// next state.
  func takenAddresses(
    _ postings: [Shared<JobPosting>],
    _ states: [JobState],
    _ outputs: [PlannedOutput]
  ) -> [SiteState.Gone] {
    guard !state.entries.isEmpty || !state.gone.isEmpty else { return [] }
    let remembered = Set(
      postings.indices.lazy.filter { states[$0].isRemembered }.map { postings[$0].value.id.value }
    )
    let gone = state.gone(
      besides: remembered,
      renamed: renamed,
      today: moment.today,
      for: site.lifecycle.keepGone
    )
    return unused(gone, \.address, outputs)
  }

  /// All addresses that are gone, sorted by their bytes.
  func goneAddresses(
    _ postings: [Shared<JobPosting>],
    _ states: [JobState],
    taken: [SiteState.Gone],
    _ plan: SitePlan,
    _ outputs: [PlannedOutput]
  ) -> [String] {
    var addresses = taken.map(\.address)
    for job in postings.indices where states[job] == .gone && isAnswered(postings[job]) {
      let posting = postings[job].value
      addresses.append(plan.route(ofJob: job).path)
      addresses += posting.aliases.map(\.value)
      addresses += state[posting.id.value]?.formerAddresses ?? []
    }
    return unused(Array(Set(addresses)), \.self, outputs).sorted { $0.precedesByBytes($1) }
  }

  /// Whether it isn't too long ago that the posting's page went.
  private func isAnswered(_ posting: Shared<JobPosting>) -> Bool {
    let seen = state[posting.value.id.value]?.lastOpen
    guard let closed = moment.closingDay(of: posting, lastSeenOpen: seen) else { return false }
    let days = Int(moment.today.dayNumber - closed.dayNumber) - site.lifecycle.keepClosed
    return days <= site.lifecycle.keepGone
  }

  /// Those that no output has; an address in use again wins.
  private func unused<Address>(
    _ addresses: [Address],
    _ path: (Address) -> String,
    _ outputs: [PlannedOutput]
  ) -> [Address] {
    guard !addresses.isEmpty else { return [] }
    let files = addresses.map { Route(.path(path($0))).file }
    let wanted = Set(files)
    let used = Set(outputs.lazy.map(\.route.file).filter { wanted.contains($0) })
    return zip(addresses, files).compactMap { used.contains($1) ? nil : $0 }
  }
}
