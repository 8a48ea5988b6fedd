extension SitePlan {
  /// Open postings that somebody who reads this one may like: at most four, the best first.
  ///
  /// Looks at the nearest neighbours in the posting's department and in its first places, so that
  /// the cost doesn't grow with the site.
  func similarJobs(to job: Int, in edition: Edition) -> [Int] {
    var candidates: [Int] = []
    func consider(_ jobs: [Int]) {
      for neighbour in neighbours(of: job, in: jobs) where !candidates.contains(neighbour) {
        candidates.append(neighbour)
      }
    }
    for group in homeGroups(of: job, in: edition) { consider(edition.groups.all[group].jobs) }
    if candidates.isEmpty { consider(edition.jobs) }
    let own = traits[job]
    let family = familyOfPosting[job]
    var best: [(score: Int, job: Int)] = []
    for candidate in candidates where familyOfPosting[candidate] != family {
      best.append((own.similarity(to: traits[candidate]), candidate))
    }
    best.sort { ($1.score, $0.job) < ($0.score, $1.job) }
    return best.prefix(4).map(\.job)
  }

  private func homeGroups(of job: Int, in edition: Edition) -> [Int] {
    let posting = postings[job]
    let department = posting.value.department.map { GroupName(.department, $0) }
    let places = posting.value.locations.prefix(2).map(\.value.group)
    return ([department].compactMap { $0 } + places).compactMap { edition.groups.index(of: $0) }
  }

  /// The entries of a sorted list around the place where `job` stands, or would stand.
  private func neighbours(of job: Int, in jobs: [Int]) -> ArraySlice<Int> {
    var low = 0
    var high = jobs.count
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle] < job { low = middle + 1 } else { high = middle }
    }
    return jobs[max(0, low - 10)..<min(jobs.count, low + 10)]
  }
}
