/// What makes postings alike, as plain numbers: comparing two costs a few instructions.
///
/// All of a site's postings together, so that none needs a block of memory of its own.
struct JobTraits: Sendable {
  /// Of each posting: a number for its department's name, 0 for none.
  private var departments: [UInt32] = []
  /// Bit n stands for the nth level.
  private var levels: [UInt16] = []
  /// Numbers of places, then of techniques; each run sorted, and each number once.
  private var marks: [UInt32] = []
  /// Where the places of each posting begin, and where its techniques do.
  private var starts: [(places: UInt32, techniques: UInt32)] = []

  /// What postings have in common counts so much; a technique counts three times at most.
  private enum Weight {
    static let department = 4
    static let place = 3
    static let level = 2
    static let technique = 1
    static let mostTechniques = 3
  }

  init(_ postings: [Shared<JobPosting>]) {
    departments.reserveCapacity(postings.count)
    levels.reserveCapacity(postings.count)
    starts.reserveCapacity(postings.count + 1)
    for posting in postings {
      departments.append(posting.value.department.map { JobTraits.number($0) } ?? 0)
      levels.append(
        posting.value.levels.reduce(0) { bits, level in
          bits | 1 << UInt16(Level.allCases.firstIndex(of: level) ?? 0)
        }
      )
      let places = posting.value.locations.map { place in
        JobTraits.number((place.value.group.country ?? "") + "/" + place.value.group.name)
      }
      let techniques = posting.value.techStack.map { JobTraits.number(ofTechnique: $0) }
      let first = UInt32(marks.count)
      marks += Set(places).sorted()
      starts.append((first, UInt32(marks.count)))
      marks += Set(techniques).sorted()
    }
    starts.append((UInt32(marks.count), UInt32(marks.count)))
  }

  private func places(_ job: Int) -> ArraySlice<UInt32> {
    marks[Int(starts[job].places)..<Int(starts[job].techniques)]
  }

  /// The number of a technique, in whatever case it is written.
  static func number(ofTechnique name: String) -> UInt32 { number(name.lowercased()) }

  /// The numbers of a posting's techniques, sorted.
  func techniques(_ job: Int) -> ArraySlice<UInt32> {
    marks[Int(starts[job].techniques)..<Int(starts[job + 1].places)]
  }

  /// How alike two postings are, from 0 for strangers to 12.
  func similarity(of job: Int, to other: Int) -> Int {
    var score = 0
    if departments[job] != 0, departments[job] == departments[other] { score += Weight.department }
    if levels[job] & levels[other] != 0 { score += Weight.level }
    if commonCount(places(job), places(other), atMost: 1) > 0 { score += Weight.place }
    let techniques = commonCount(
      techniques(job),
      techniques(other),
      atMost: Weight.mostTechniques
    )
    return score + techniques * Weight.technique
  }

  /// How many numbers two sorted runs share.
  private func commonCount(
    _ left: ArraySlice<UInt32>,
    _ right: ArraySlice<UInt32>,
    atMost limit: Int
  ) -> Int {
    var (left, right, count) = (left, right, 0)
    while count < limit, let first = left.first, let second = right.first {
      if first == second { count += 1 }
      if first <= second { left = left.dropFirst() }
      if second <= first { right = right.dropFirst() }
    }
    return count
  }

  /// The same number for the same text in every run (FNV-1a), and never 0.
  private static func number(_ text: String) -> UInt32 {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return max(1, UInt32(truncatingIfNeeded: hash ^ hash >> 32))
  }
}
