/// What many postings say in the same words, held once: departments, places, skills, headings.
///
/// One per worker. Texts of up to 15 bytes lie in the value itself and are left alone.
struct SharedValues {
  private var texts: Set<String> = []
  private var places: [Place: Shared<Place>] = [:]
  private var types: Set<[EmploymentType]> = []
  private var levels: Set<[Level]> = []
  /// What comes when this many are known is seldom common.
  private static let limit = 4096
}

// MARK: - Sharing

extension SharedValues {
  /// Lets the posting hold what other postings hold already; its meaning stays.
  mutating func share(_ posting: inout JobPosting) {
    share(&posting.company)
    share(&posting.department)
    share(&posting.team)
    for index in posting.locations.indices { share(&posting.locations[index]) }
    posting.employmentTypes = SharedValues.known(posting.employmentTypes, &types)
    posting.levels = SharedValues.known(posting.levels, &levels)
    share(&posting.techStack)
    share(&posting.tags)
    share(&posting.benefits)
    if var keywords = posting.keywords {
      posting.keywords = nil
      share(&keywords.hard)
      share(&keywords.soft)
      posting.keywords = keywords
    }
  }

  /// Likewise for the headings of a body.
  mutating func share(_ sections: inout [BodySection]) {
    for index in sections.indices {
      share(&sections[index].title)
      share(&sections[index].anchor)
    }
  }

  private mutating func share(_ place: inout Shared<Place>) {
    if let known = places[place.value] {
      place = known
    } else if places.count < SharedValues.limit {
      places[place.value] = place
    }
  }

  private mutating func share(_ list: inout [String]) {
    for index in list.indices { share(&list[index]) }
  }

  private mutating func share(_ text: inout String?) {
    guard var known = text else { return }
    share(&known)
    text = known
  }

  private mutating func share(_ text: inout String) {
    guard text.utf8.count > 15 else { return }
    text = SharedValues.known(text, &texts)
  }

  private static func known<Value>(_ value: Value, _ values: inout Set<Value>) -> Value {
    if let index = values.firstIndex(of: value) { return values[index] }
    if values.count < limit { values.insert(value) }
    return value
  }
}
