import SourceText

/// Looks for names with the same number in the files for clients of recruiting systems.
enum NumberCheck {
  /// - Returns: `site/same-number`; nothing while no file with numbers is on.
  static func faults(in plan: SitePlan) -> [Diagnostic] {
    let boards = plan.site.feeds.boards
    guard boards.hasGreenhouse || boards.hasRecruitee || boards.hasTeamtailor else { return [] }
    return names(in: plan).flatMap { kind, names in
      same(names.map(\.name)) { StableNumber.number(kind, $0) }.map { first, second in
        fault(
          kind,
          names[first],
          names[second],
          number: StableNumber.number(kind, names[second].name)
        )
      }
    }
  }

  /// The indices of names that share a number: each with the first of its number.
  static func same(_ names: [String], _ number: (String) -> Int) -> [(Int, Int)] {
    let numbers = names.enumerated().map { (number: number($1), index: $0) }.sorted { $0 < $1 }
    var first = 0
    var pairs: [(Int, Int)] = []
    for position in numbers.indices.dropFirst() {
      if numbers[position].number == numbers[first].number {
        pairs.append((numbers[first].index, numbers[position].index))
      } else {
        first = position
      }
    }
    return pairs
  }

  /// A name, and where it stands.
  struct Named: Sendable {
    var name: String
    var path: String
    var range: SourceRange?
  }

  /// What is numbered, none twice; postings that are not open too, since they may open.
  private static func names(in plan: SitePlan) -> [(StableNumber.Kind, [Named])] {
    var departments: [String: Int] = [:]
    var offices: [String: Int] = [:]
    for (job, posting) in plan.postings.enumerated().reversed() {
      if let department = posting.value.department { departments[department] = job }
      for place in posting.value.boardPlaces { offices[place.key] = job }
    }
    func sorted(_ names: [String: Int]) -> [Named] {
      names.map { Named(name: $0.key, path: plan.postings[$0.value].value.path) }
        .sorted { $0.name < $1.name }
    }
    let postings = plan.postings.map { posting in
      Named(
        name: posting.value.id.value,
        path: posting.value.path,
        range: posting.value.id.range
      )
    }
    return [
      (.posting, postings), (.department, sorted(departments)), (.office, sorted(offices)),
    ]
  }

  static func fault(
    _ kind: StableNumber.Kind,
    _ first: Named,
    _ second: Named,
    number: Int
  ) -> Diagnostic {
    Diagnostic(
      "site/same-number",
      "the \(kind.rawValue)s '\(first.name)' and '\(second.name)' get the same number, \(number)",
      path: second.path,
      range: second.range,
      hint: kind == .posting
        ? "give one of them another 'id', and put its old address among 'aliases'"
        : "call one of them something else",
      notes: [.init("the other one is here", path: first.path, range: first.range)]
    )
  }
}
