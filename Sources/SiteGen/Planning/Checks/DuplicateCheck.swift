import SourceText

/// Looks for postings that are most likely one job written twice.
///
/// Postings are put into groups by numbers, each is compared with the oldest of its group alone (of texts
/// that can be in sixteen groups), and each group gives one fault: the work grows with the postings,
/// whatever is in them.
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
  /// Texts that have a key in common are compared; which are alike then makes the groups.
  private mutating func findTexts(_ jobs: [Int]) {
    let texts = jobs.filter { !plan.postings[$0].value.body.sketch.isEmpty }
    var keys = [UInt32](repeating: 0, count: texts.count * TextSketch.keyCount)
    for (index, job) in texts.enumerated() {
      for (place, key) in plan.postings[job].value.body.sketch.keys.enumerated() {
        keys[place * texts.count + index] = key
      }
    }
    let languages = texts.map { job in
      var number = TextNumber()
      number.append(plan.postings[job].value.language)
      return number.value << 32
    }
    var alike = AlikeTexts(count: texts.count)
    // One place after the other: the table is as large as the list of postings, not as that of keys.
    var first: [UInt64: Int32] = [:]
    first.reserveCapacity(texts.count)
    for place in 0..<TextSketch.keyCount {
      first.removeAll(keepingCapacity: true)
      for index in texts.indices {
        let key = languages[index] | UInt64(keys[place * texts.count + index])
        guard let other = first[key] else {
          first[key] = Int32(index)
          continue
        }
        if isSameText(texts[index], texts[Int(other)]) { alike.join(index, Int(other)) }
      }
    }
    var groups: [Int: Group] = [:]
    for index in texts.indices where alike.oldest(of: index) != index {
      let oldest = texts[alike.oldest(of: index)]
      groups[oldest, default: Group(oldest: oldest, newest: oldest)].add(texts[index])
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

  private func isSameText(_ job: Int, _ other: Int) -> Bool {
    let (left, right) = (plan.postings[job], plan.postings[other])
    return plan.familyOfPosting[job] != plan.familyOfPosting[other]
      && left.value.language == right.value.language
      && left.value.body.sketch.isNearly(right.value.body.sketch)
  }
}

/// Which texts are alike, also by way of others; each is known by its place among all.
private struct AlikeTexts {
  private var parents: [Int32]

  init(count: Int) { parents = Array(0..<Int32(count)) }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (oldest(of: left), oldest(of: right))
    parents[max(left, right)] = Int32(min(left, right))
  }

  /// The first text of the group.
  mutating func oldest(of index: Int) -> Int {
    var index = index
    while Int(parents[index]) != index {
      parents[index] = parents[Int(parents[index])]
      index = Int(parents[index])
    }
    return index
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
