import SourceText

/// Open postings that share a department, a place, a level, a type or a tag.
package struct JobGroup: Sendable {
  package var kind: GroupKind
  /// The last part of its address.
  package var key: String
  /// What an author called it: a department's or a tag's name, a city, or the value of a choice.
  package var name: String
  /// ISO 3166-1 alpha-2, for places.
  package var country: String?
  /// Indices into the plan's postings, in the order of lists.
  package var jobs: [Int] = []
}

/// A group as a posting names it, before anybody has worked out its address.
package struct GroupName: Hashable, Sendable {
  package var kind: GroupKind
  package var name: String
  package var country: String?

  package init(_ kind: GroupKind, _ name: String, country: String? = nil) {
    self.kind = kind
    self.name = name
    self.country = country
  }

  /// The last part of the group's address; places carry their country, so that two cities of one
  /// name keep apart.
  fileprivate var key: String {
    slug(name) + (country.map { "-" + $0.lowercased() } ?? "")
  }
}

extension Shared where Value == JobPosting {
  /// Calls `body` with each group that the posting belongs to; a name may come twice.
  func forEachGroup(_ body: (GroupName) -> Void) {
    if let department = value.department { body(GroupName(.department, department)) }
    for place in value.locations { body(place.value.group) }
    if value.workplace == .remote { body(.remote) }
    for level in value.levels { body(GroupName(.level, level.rawValue)) }
    for type in value.employmentTypes { body(GroupName(.employmentType, type.rawValue)) }
    for tag in value.tags { body(GroupName(.tag, tag)) }
  }
}

extension GroupName {
  static let remote = GroupName(.location, Workplace.remote.rawValue)
}

extension Place {
  /// The group of all offices and places of one city.
  var group: GroupName {
    if let name = cityWithState ?? region {
      return GroupName(.location, name, country: country)
    }
    return GroupName(.location, country ?? "")
  }

  /// The city; in the United States and Canada, where names repeat, with its state or province.
  var cityWithState: String? {
    guard let city, let region, country == "US" || country == "CA" else { return city }
    return "\(city), \(region)"
  }
}

/// The groups of a list of postings.
package struct JobGroups: Sendable {
  /// Sorted by kind, then by key.
  package private(set) var all: [JobGroup] = []
  private var indices: [GroupName: Int] = [:]
  /// The kind and key of each.
  private var addresses: Set<GroupName> = []

  package init() {}

  /// - Parameters:
  ///   - jobs: indices into `postings`, in the order of lists.
  ///   - postings: all of the plan.
  ///   - kinds: what they are grouped by.
  package init(of jobs: [Int], in postings: [Shared<JobPosting>], by kinds: [GroupKind]) {
    var groups: [JobGroup] = []
    var names: [GroupName: Int] = [:]
    var addresses: [GroupName: Int] = [:]
    for job in jobs {
      postings[job].forEachGroup { name in
        guard kinds.contains(name.kind) else { return }
        let index: Int
        if let known = names[name] {
          index = known
        } else {
          // Spellings that differ in case alone are one group; other names of one address, such as
          // `C#` and `C++`, are numbered.
          let key = name.key
          guard !key.isEmpty else { return }
          let spelling = name.name.lowercased()
          var address = key
          var number = 1
          while let taken = addresses[GroupName(name.kind, address)],
            groups[taken].name.lowercased() != spelling || groups[taken].country != name.country
          {
            number += 1
            address = "\(key)-\(number)"
          }
          index = addresses[GroupName(name.kind, address)] ?? groups.count
          if index == groups.count {
            groups.append(
              JobGroup(kind: name.kind, key: address, name: name.name, country: name.country)
            )
          }
          addresses[GroupName(name.kind, address)] = index
          names[name] = index
        }
        if groups[index].jobs.last != job { groups[index].jobs.append(job) }
      }
    }
    let order = groups.indices.sorted { left, right in
      let (left, right) = (groups[left], groups[right])
      return left.kind == right.kind
        ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        : left.kind.position < right.kind.position
    }
    var positions = [Int](repeating: 0, count: groups.count)
    for (position, index) in order.enumerated() { positions[index] = position }
    all = order.map { groups[$0] }
    indices = names.mapValues { positions[$0] }
    self.addresses = Set(addresses.keys)
  }

  /// The index of the group that a posting means, if it has open postings.
  package func index(of name: GroupName) -> Int? { indices[name] }

  /// Whether there is a group at an address.
  func has(_ kind: GroupKind, key: String) -> Bool {
    addresses.contains(GroupName(kind, key))
  }

  /// The indices of one kind's groups.
  func range(of kind: GroupKind) -> Range<Int> {
    let first = all.firstIndex { $0.kind == kind } ?? 0
    return first..<(all[first...].firstIndex { $0.kind != kind } ?? all.endIndex)
  }
}

extension GroupKind {
  /// Its place among all kinds.
  var position: Int { GroupKind.allCases.firstIndex(of: self) ?? 0 }
}
