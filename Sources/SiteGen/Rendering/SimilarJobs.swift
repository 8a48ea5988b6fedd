extension SitePlan {
  /// Open postings that somebody who reads this one may like: at most four, the best first.
  ///
  /// Looks at the nearest two dozen in the posting's department and in each of its places, so that
  /// the cost doesn't grow with the site.
  func similarJobs(to job: Int, in edition: Edition) -> [Int] {
    let posting = postings[job]
    let family = familyOfPosting[job]
    var candidates: [Int] = []
    if let department = posting.value.department,
      let group = edition.groups.group(named: GroupName(.department, department))
    {
      candidates += neighbours(of: job, in: group.jobs)
    }
    for place in posting.value.locations.prefix(3) {
      guard let group = edition.groups.group(named: place.group) else { continue }
      candidates += neighbours(of: job, in: group.jobs)
    }
    if candidates.isEmpty { candidates = neighbours(of: job, in: edition.jobs) }
    var best: [(score: Int, job: Int)] = []
    var seen: Set<Int> = [family]
    for candidate in candidates where seen.insert(familyOfPosting[candidate]).inserted {
      best.append((similarity(posting, postings[candidate]), candidate))
    }
    best.sort { ($1.score, $0.job) < ($0.score, $1.job) }
    return best.prefix(4).map(\.job)
  }

  /// The entries of a sorted list around the place where `job` stands, or would stand.
  private func neighbours(of job: Int, in jobs: [Int]) -> [Int] {
    var low = 0
    var high = jobs.count
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle] < job { low = middle + 1 } else { high = middle }
    }
    return Array(jobs[max(0, low - 12)..<min(jobs.count, low + 12)])
  }

  private func similarity(_ left: Shared<JobPosting>, _ right: Shared<JobPosting>) -> Int {
    var score = 0
    if left.value.department != nil, left.value.department == right.value.department { score += 4 }
    if left.value.team != nil, left.value.team == right.value.team { score += 2 }
    if left.value.workplace == right.value.workplace { score += 1 }
    if left.value.locations.contains(where: { place in right.value.locations.contains { $0.group == place.group } }) {
      score += 3
    }
    if left.value.levels.contains(where: right.value.levels.contains) { score += 2 }
    score += min(3, left.value.techStack.count(where: right.value.techStack.contains))
    score += min(2, left.value.tags.count(where: right.value.tags.contains))
    return score
  }
}
