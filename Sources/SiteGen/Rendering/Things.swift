import SourceText
import Templating

// How things of the data model are numbered.

/// A part of a posting: the posting's number, and in the low sixteen bits that of the part.
struct PartReference {
  let job: Int
  let part: Int

  init(job: Int, part: Int) {
    self.job = job
    self.part = part
  }

  init(id: Int) {
    job = id >> 16
    part = id & 0xFFFF
  }

  var id: Int { job << 16 | part }
}

/// A place: one of a posting's, or the employer's own address.
enum PlaceReference {
  case part(PartReference)
  case seat

  private static let seatID = 1 << 60

  init(id: Int) { self = id == PlaceReference.seatID ? .seat : .part(PartReference(id: id)) }

  var id: Int {
    switch self {
    case .part(let part): part.id
    case .seat: PlaceReference.seatID
    }
  }
}

/// A group of the edition, or the name that a posting gives to one without open postings.
enum GroupReference {
  case row(Int)
  case name(GroupKind, PartReference)

  private static let namedBit = 1 << 60

  init(id: Int) {
    guard id & GroupReference.namedBit != 0 else {
      self = .row(id)
      return
    }
    let kind = GroupKind.allCases[id >> 56 & 7]
    self = .name(kind, PartReference(id: id & (1 << 56 - 1)))
  }

  var id: Int {
    switch self {
    case .row(let row): row
    case .name(let kind, let part): GroupReference.namedBit | kind.position << 56 | part.id
    }
  }
}

extension Value {
  static func thing(_ kind: ObjectKind, _ id: Int) -> Value {
    .object(type: kind.index, id: id)
  }

  /// The group that a name stands for; `nil` when no open posting is in it.
  static func group(named name: GroupName, in edition: Edition) -> Value? {
    edition.groups.index(of: name).map { .thing(.group, GroupReference.row($0).id) }
  }

  /// What a posting names as its department, or as one of its types, levels or tags.
  static func group(
    _ kind: GroupKind,
    _ index: Int,
    of job: Int,
    in edition: Edition,
    _ plan: SitePlan
  ) -> Value {
    let part = PartReference(job: job, part: index)
    let named = Value.thing(.group, GroupReference.name(kind, part).id)
    guard let name = plan.postings[job].groupName(kind, index) else { return .none }
    return .group(named: GroupName(kind, name), in: edition) ?? named
  }

  static func choice<Member: Choice>(_ list: ChoiceList, _ value: Member) -> Value {
    let index = Member.allCases.enumerated().first { $0.element == value }?.offset ?? 0
    return .thing(.choice, list.firstRow + index)
  }
}

extension ValueArena {
  /// A list of things that are numbered in a row.
  mutating func things(_ kind: ObjectKind, _ ids: Range<Int>) -> Value {
    list(ids.map { .thing(kind, $0) })
  }
}

extension Shared where Value == JobPosting {
  /// What the author called a department, a type, a level or a tag.
  func groupName(_ kind: GroupKind, _ index: Int) -> String? {
    switch kind {
    case .department: value.department
    case .employmentType: value.employmentTypes[index].rawValue
    case .level: value.levels[index].rawValue
    case .tag: value.tags[index]
    case .location: nil
    }
  }
}
