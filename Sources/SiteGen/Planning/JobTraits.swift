/// What makes two postings alike, as plain numbers: comparing two costs a few instructions.
struct JobTraits: BitwiseCopyable, Sendable {
  /// A number for the name, 0 for none.
  private let department: UInt64
  private let team: UInt64
  private let workplace: UInt8
  /// Bit n stands for the nth level.
  private let levels: UInt16
  /// One of 64 bits for each place; likewise for techniques and tags.
  private let places: UInt64
  private let techStack: UInt64
  private let tags: UInt64

  init(_ posting: Shared<JobPosting>) {
    department = posting.value.department.map(number) ?? 0
    team = posting.value.team.map(number) ?? 0
    workplace = UInt8(Workplace.allCases.firstIndex(of: posting.value.workplace) ?? 0)
    levels = posting.value.levels.reduce(0) { bits, level in
      bits | 1 << UInt16(Level.allCases.firstIndex(of: level) ?? 0)
    }
    places = bits(posting.value.locations.map(\.value.group.name))
    techStack = bits(posting.value.techStack)
    tags = bits(posting.value.tags)
  }

  /// How alike two postings are, from 0 for strangers.
  func similarity(to other: JobTraits) -> Int {
    var score = 0
    if department != 0, department == other.department { score += 4 }
    if team != 0, team == other.team { score += 2 }
    if workplace == other.workplace { score += 1 }
    if places & other.places != 0 { score += 3 }
    if levels & other.levels != 0 { score += 2 }
    score += min(3, (techStack & other.techStack).nonzeroBitCount)
    return score + min(2, (tags & other.tags).nonzeroBitCount)
  }
}

private func bits(_ names: [String]) -> UInt64 {
  names.reduce(0) { $0 | 1 << (number($1) & 63) }
}

/// The same number for the same text in every run (FNV-1a), and never 0.
private func number(_ text: String) -> UInt64 {
  let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return max(1, hash ^ hash >> 32)
}
