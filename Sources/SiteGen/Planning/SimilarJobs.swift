extension SitePlan {
  /// Open postings that somebody who reads this one may like: at most four, the most alike first,
  /// and of those that are equally alike the newest.
  ///
  /// What counts is the same department, level, stack and place, with fixed weights. Only the
  /// neighbours in the posting's department, places, level and techniques are compared, those that
  /// stand next to it in lists, so that the cost for one posting doesn't grow with the site.
  func similarJobs(to job: Int, in edition: Edition) -> [Int] {
    let candidates = SimilarJobs.candidates(for: job, self, edition)
    let family = familyOfPosting[job]
    var best: [(score: Int, job: Int)] = []
    for candidate in candidates where familyOfPosting[candidate] != family {
      best.append((traits.similarity(of: job, to: candidate), candidate))
    }
    best.sort { ($1.score, $0.job) < ($0.score, $1.job) }
    return best.prefix(SimilarJobs.shown).map(\.job)
  }
}

/// Which postings are compared with one.
enum SimilarJobs {
  static let shown = 4
  /// How many postings on each side of its place in a list are looked at.
  static let reach = 10
  /// Of how many of its places and techniques; those that come first matter most.
  static let mostLists = 3

  /// The most postings that one is compared with: twice the reach in the lists of its department, its
  /// level, its places and its techniques.
  static let mostCandidates = 2 * reach * (2 + 2 * mostLists)

  /// The postings to compare with `job`, each once, sorted; itself may be among them.
  static func candidates(for job: Int, _ plan: SitePlan, _ edition: Edition) -> [Int] {
    var found: [Int] = []
    let posting = plan.postings[job]
    var groups: [GroupName] = []
    if let department = posting.value.department { groups.append(.init(.department, department)) }
    if let level = posting.value.levels.first { groups.append(.init(.level, level.rawValue)) }
    groups += posting.value.locations.prefix(mostLists).map(\.value.group)
    for group in groups {
      guard let index = edition.groups.index(of: group) else { continue }
      found += neighbours(of: job, in: edition.groups.all[index].jobs)
    }
    for technique in posting.value.techStack.prefix(mostLists) {
      let jobs = edition.jobsByTechnique[JobTraits.number(ofTechnique: technique)] ?? []
      found += neighbours(of: UInt32(job), in: jobs).map(Int.init)
    }
    if found.isEmpty { found += neighbours(of: job, in: edition.jobs) }
    return Set(found).sorted()
  }

  /// The entries of a sorted list around the place where `job` stands, or would stand.
  private static func neighbours<Index: BinaryInteger>(
    of job: Index,
    in jobs: [Index]
  ) -> ArraySlice<Index> {
    var low = 0
    var high = jobs.count
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle] < job { low = middle + 1 } else { high = middle }
    }
    return jobs[max(0, low - reach)..<min(jobs.count, low + reach)]
  }
}
