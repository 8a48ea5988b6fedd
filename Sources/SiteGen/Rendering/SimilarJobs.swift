extension SitePlan {
  /// Open postings that somebody who reads this one may like: at most four, the best first.
  ///
  /// Looks at the nearest two dozen in the posting's department and in each of its places, so that
  /// the cost doesn't grow with the site.
  func similarJobs(to job: Int, in edition: Edition) -> [Int] {
    let posting = postings[job].value
    let family = familyOfPosting[job]
    var candidates: [Int] = []
    if let department = posting.department,
      let group = edition.groups.group(named: GroupName(.department, department))
    {
      candidates += neighbours(of: job, in: group.jobs)
    }
    for place in posting.locations.prefix(3) {
      guard let group = edition.groups.group(named: place.group) else { continue }
      candidates += neighbours(of: job, in: group.jobs)
    }
    if candidates.isEmpty { candidates = neighbours(of: job, in: edition.jobs) }
    var best: [(score: Int, job: Int)] = []
    var seen: Set<Int> = [family]
    for candidate in candidates where seen.insert(familyOfPosting[candidate]).inserted {
      best.append((similarity(posting, postings[candidate].value), candidate))
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

  private func similarity(_ left: JobPosting, _ right: JobPosting) -> Int {
    var score = 0
    if left.department != nil, left.department == right.department { score += 4 }
    if left.team != nil, left.team == right.team { score += 2 }
    if left.workplace == right.workplace { score += 1 }
    if left.locations.contains(where: { place in right.locations.contains { $0.group == place.group } }) {
      score += 3
    }
    if left.levels.contains(where: right.levels.contains) { score += 2 }
    score += min(3, left.techStack.count(where: right.techStack.contains))
    score += min(2, left.tags.count(where: right.tags.contains))
    return score
  }
}
