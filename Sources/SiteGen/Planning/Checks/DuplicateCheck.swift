import SourceText

/// Looks for postings that are most likely one job written twice.
///
/// Postings are put into groups by numbers, each is compared with the oldest of its group alone, and
/// each group gives one fault: the work grows with the postings, whatever is in them.
struct DuplicateCheck {
  private let plan: SitePlan
  private var faults: [Diagnostic] = []
  /// Postings that were named already, so that two alike in both ways give one fault.
  private var named: Set<Int> = []

  private init(_ plan: SitePlan) { self.plan = plan }

  /// - Returns: `job/same-title` and `job/near-duplicate`, on the newest of each group.
  static func faults(in plan: SitePlan) -> [Diagnostic] {
    var check = DuplicateCheck(plan)
    let checks = plan.site.checks
    let jobs = plan.postings.indices.reversed().filter { check.isSeen($0) }
    if checks.isOn(.sameTitle) { check.findTitles(jobs) }
    if checks.isOn(.nearDuplicate) { check.findTexts(jobs) }
    return check.faults
  }

  /// A group of postings that are alike.
  private struct Group {
    let oldest: Int
    var newest: Int
    var count = 1

    mutating func add(_ job: Int) {
      newest = job
      count += 1
    }
  }
}

// MARK: - Titles

extension DuplicateCheck {
  private mutating func findTitles(_ jobs: [Int]) {
    var groups: [UInt64: Group] = [:]
    groups.reserveCapacity(jobs.count)
    for job in jobs {
      groups[titleNumber(job), default: Group(oldest: job, newest: job, count: 0)].add(job)
    }
    for group in groups.values where group.count > 1 && areAlike(group) {
      named.insert(group.newest)
      report(
        .sameTitle,
        group,
        "the same job '\(plan.postings[group.newest].value.title)' in the same place is posted twice",
        hint:
          "keep one and say with 'openings' how many people are sought, or tell the titles apart"
      )
    }
  }

  /// Numbers may rarely be the same for different titles.
  private func areAlike(_ group: Group) -> Bool {
    let (left, right) = (plan.postings[group.oldest], plan.postings[group.newest])
    return left.value.title.lowercased() == right.value.title.lowercased()
  }

  /// A number for title, language, company, team, workplace and places, in any order of the places.
  private func titleNumber(_ job: Int) -> UInt64 {
    let posting = plan.postings[job]
    var number = TextNumber()
    number.append(posting.value.title)
    number.append(posting.value.language)
    number.append(posting.value.company ?? "")
    number.append(posting.value.team ?? posting.value.department ?? "")
    number.append(posting.value.workplace.rawValue)
    var places: UInt64 = 0
    for place in posting.value.locations.lazy.map(\.value) {
      var number = TextNumber()
      number.append(place.city ?? place.key ?? "")
      number.append(place.country ?? "")
      places &+= number.value
    }
    for country in posting.value.details?.value.remote?.countries ?? [] {
      var number = TextNumber()
      number.append(country)
      places &+= number.value
    }
    for type in posting.value.employmentTypes {
      var number = TextNumber()
      number.append(type.rawValue)
      places &+= number.value
    }
    for level in posting.value.levels {
      var number = TextNumber()
      number.append(level.rawValue)
      places &+= number.value
    }
    return number.value ^ places &* 0x9E37_79B9_7F4A_7C15
  }
}

// MARK: - Texts

extension DuplicateCheck {
  private mutating func findTexts(_ jobs: [Int]) {
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(jobs.count * 4)
    var groups: [Int: Group] = [:]
    for job in jobs {
      let sketch = plan.postings[job].value.body.sketch
      guard !sketch.isEmpty else { continue }
      var match: Int?
      for key in sketch.keys {
        guard let other = first[key] else {
          first[key] = job
          continue
        }
        if match == nil, isSameText(job, other, sketch) { match = other }
      }
      guard let match else { continue }
      groups[match, default: Group(oldest: match, newest: match)].add(job)
    }
    for group in groups.values where !named.contains(group.newest) {
      let other = plan.postings[group.oldest].value.id.value
      report(
        .nearDuplicate,
        group,
        "the text is nearly the same as that of '\(other)'",
        hint: "if it is one job in several places, write one posting with several 'locations'; "
          + "if they are two, say how they differ"
      )
    }
  }

  private func isSameText(_ job: Int, _ other: Int, _ sketch: TextSketch) -> Bool {
    plan.familyOfPosting[job] != plan.familyOfPosting[other]
      && plan.postings[job].value.language == plan.postings[other].value.language
      && sketch.isNearly(plan.postings[other].value.body.sketch)
  }
}

// MARK: - Faults

extension DuplicateCheck {
  /// Whether readers see the posting, or will.
  fileprivate func isSeen(_ job: Int) -> Bool {
    switch plan.states[job] {
    case .open, .closingSoon, .scheduled, .paused: true
    case .draft, .closed, .gone: false
    }
  }

  private mutating func report(_ rule: Rule, _ group: Group, _ message: String, hint: String) {
    let (newest, oldest) = (plan.postings[group.newest], plan.postings[group.oldest])
    var notes = [
      Diagnostic.Note(
        "the other one is here",
        path: oldest.value.path,
        range: oldest.value.titleRange
      )
    ]
    if group.count > 2 {
      let more = group.count - 2
      notes.append(.init(more == 1 ? "and one more" : "and \(more) more", path: ""))
    }
    let fault = plan.site.checks.fault(
      rule,
      message,
      path: newest.value.path,
      range: newest.value.titleRange,
      hint: hint,
      notes: notes
    )
    if let fault { faults.append(fault) }
  }
}

/// A number for several texts one after the other, whatever the case of ASCII letters (FNV-1a).
private struct TextNumber {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func append(_ text: String) {
    for byte in text.utf8 {
      let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      value = (value ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }
}
