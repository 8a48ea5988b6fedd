package import SourceText

/// Makes the plan of a build out of what was loaded.
package struct Planner {
  package var site: SiteConfiguration
  package var moment: BuildMoment
  package var previewsDrafts: Bool
  package var previewsFuture: Bool
  /// The day a build last found a posting open, by id.
  package var lastSeenOpen: [String: CivilDate]
  /// Addresses that were left, and where they lead now.
  package var redirects: [Redirect]
  package var assets: [Asset]
  /// The path of `site.yml` in faults.
  package var sitePath: String

  package init(
    site: SiteConfiguration,
    moment: BuildMoment,
    previewsDrafts: Bool,
    previewsFuture: Bool,
    lastSeenOpen: [String: CivilDate],
    redirects: [Redirect],
    assets: [Asset],
    sitePath: String
  ) {
    self.site = site
    self.moment = moment
    self.previewsDrafts = previewsDrafts
    self.previewsFuture = previewsFuture
    self.lastSeenOpen = lastSeenOpen
    self.redirects = redirects
    self.assets = assets
    self.sitePath = sitePath
  }
}

/// An old address, and the posting it belongs to now.
package struct Redirect: Hashable, Sendable {
  package var path: String
  package var jobID: String
}

// MARK: - Steps

extension Planner {
  /// - Parameters:
  ///   - loaded: all postings, in any order.
  ///   - pages: all pages, in the order of their paths.
  /// - Returns: the plan, with faults about what only shows when all files are seen together:
  ///   `site/duplicate-id`, `site/unknown-translation`, `site/translation-twice`,
  ///   `site/route-collision`.
  package func plan(_ loaded: [JobPosting], pages: [ContentPage]) -> Checked<SitePlan> {
    var faults: [Diagnostic] = []
    let postings = sorted(loaded)
    let states = postings.map { posting in
      moment.state(
        of: posting.value,
        lastSeenOpen: lastSeenOpen[posting.value.id.value],
        previewsFuture: previewsFuture,
        previewsDrafts: previewsDrafts
      )
    }
    let ids = uniqueIDs(postings, &faults)
    let (families, familyOfPosting) = families(postings, ids, &faults)
    let editions = site.allLanguages.map { language in
      edition(language, postings, states, families)
    }
    let livePages = pages.filter { previewsDrafts || !$0.isDraft }
    let draft = PlanDraft(
      site: site,
      moment: moment,
      postings: postings,
      states: states,
      pages: livePages,
      editions: editions,
      families: families,
      familyOfPosting: familyOfPosting,
      traits: postings.map { JobTraits($0.value) }
    )
    let outputs = outputs(of: SitePlan(draft, outputs: []))
    faults += collisions(outputs) + unknownOriginals(livePages)
    let plan = SitePlan(draft, outputs: outputs)
    return Checked(plan, faults)
  }

  /// Newest first, then by id.
  private func sorted(_ postings: [JobPosting]) -> [Shared<JobPosting>] {
    let keys = postings.map { (date: $0.datePosted, id: $0.id.value) }
    let order = keys.indices.sorted { left, right in
      keys[left].date == keys[right].date
        ? keys[left].id.utf8.lexicographicallyPrecedes(keys[right].id.utf8)
        : keys[left].date > keys[right].date
    }
    return order.map { Shared(postings[$0]) }
  }

  private func uniqueIDs(
    _ postings: [Shared<JobPosting>],
    _ faults: inout [Diagnostic]
  ) -> [String: Int] {
    var ids: [String: Int] = [:]
    ids.reserveCapacity(postings.count)
    for (index, posting) in postings.map(\.value).enumerated() {
      guard let other = ids.updateValue(index, forKey: posting.id.value) else { continue }
      let (first, second) =
        postings[other].value.path < posting.path
        ? (postings[other].value, posting) : (posting, postings[other].value)
      faults.append(
        Diagnostic(
          "site/duplicate-id",
          "two postings have the id '\(posting.id.value)'",
          path: second.path,
          range: second.id.range,
          hint: "give one of them another 'id'",
          notes: [.init("the other one is here", path: first.path, range: first.id.range)]
        )
      )
    }
    return ids
  }

  /// Puts each posting together with its translations.
  private func families(
    _ postings: [Shared<JobPosting>],
    _ ids: [String: Int],
    _ faults: inout [Diagnostic]
  ) -> (families: [Family], familyOfPosting: [Int]) {
    var root = Array(postings.indices)
    for (index, posting) in postings.map(\.value).enumerated() {
      guard let original = posting.translationOf else { continue }
      guard let target = ids[original.value], postings[target].value.translationOf == nil else {
        let originals = ids.filter { postings[$0.value].value.translationOf == nil }.keys
        let nearest = nearestName(to: original.value, in: originals.sorted())
        faults.append(
          Diagnostic(
            "site/unknown-translation",
            "no original posting has the id '\(original.value)'",
            path: posting.path,
            range: original.range,
            hint: nearest.map { "did you mean '\($0)'?" }
              ?? "name the id of the posting that this one translates"
          )
        )
        continue
      }
      root[index] = target
    }
    var members: [Int: [Int]] = [:]
    for index in postings.indices { members[root[index], default: []].append(index) }
    let languages = site.allLanguages
    var families: [Family] = []
    var familyOfPosting = [Int](repeating: 0, count: postings.count)
    for index in postings.indices where root[index] == index {
      let family = (members[index] ?? [index]).sorted { left, right in
        let first = languages.firstIndex(of: postings[left].value.language) ?? languages.count
        let second = languages.firstIndex(of: postings[right].value.language) ?? languages.count
        return (first, left) < (second, right)
      }
      for (first, second) in zip(family, family.dropFirst())
      where postings[first].value.language == postings[second].value.language {
        // The original is never the one to blame.
        let (left, right) = second == index ? (second, first) : (first, second)
        faults.append(
          Diagnostic(
            "site/translation-twice",
            "the posting '\(postings[index].value.id.value)' is there twice in '\(postings[right].value.language)'",
            path: postings[right].value.path,
            range: (postings[right].value.translationOf ?? postings[right].value.id).range,
            hint: "set 'lang' to the language the posting is written in",
            notes: [.init("the other one is here", path: postings[left].value.path)]
          )
        )
      }
      for member in family { familyOfPosting[member] = families.count }
      families.append(Family(members: family))
    }
    return (families, familyOfPosting)
  }

  /// Each family stands once in every language: in that language, else as the original.
  private func edition(
    _ language: String,
    _ postings: [Shared<JobPosting>],
    _ states: [JobState],
    _ families: [Family]
  ) -> Edition {
    let jobs = families.compactMap { family -> Int? in
      let open = family.members.filter { states[$0].isOpen }
      return open.first { postings[$0].value.language == language }
        ?? open.first { postings[$0].value.translationOf == nil } ?? open.first
    }.sorted()
    return Edition(
      language: language,
      prefix: language == site.language ? "" : language,
      jobs: jobs,
      groups: JobGroups(of: jobs, in: postings)
    )
  }

  private func unknownOriginals(_ pages: [ContentPage]) -> [Diagnostic] {
    let names = pages.map(\.name)
    return pages.compactMap { page in
      guard let original = page.translationOf, !names.contains(original.value) else { return nil }
      let nearest = nearestName(to: original.value, in: names)
      return Diagnostic(
        "site/unknown-translation",
        "no page has the name '\(original.value)'",
        path: page.path,
        range: original.range,
        hint: nearest.map { "did you mean '\($0)'?" }
          ?? "write the file's name of the page that this one translates, without '.md'"
      )
    }
  }

  private func collisions(_ outputs: [PlannedOutput]) -> [Diagnostic] {
    var files: [String: Int] = [:]
    files.reserveCapacity(outputs.count)
    var faults: [Diagnostic] = []
    for (index, output) in outputs.enumerated() {
      guard let other = files.updateValue(index, forKey: output.route.file),
        !isSamePosting(output, outputs[other])
      else { continue }
      var (first, second) = (outputs[other].origin, output.origin)
      // The file that says where it wants to be can be changed.
      if second.range == nil, first.range != nil { swap(&first, &second) }
      faults.append(
        Diagnostic(
          "site/route-collision",
          "two outputs want the address \(output.route.path): \(first.message) and \(second.message)",
          path: second.path,
          range: second.range,
          hint: "change the address of one of them",
          notes: [.init(first.message, path: first.path, range: first.range)]
        )
      )
    }
    for output in outputs {
      faults += blocked(output, by: files, outputs)
    }
    return faults
  }

  /// A file that stands where another output needs a folder, or where none may stand.
  private func blocked(
    _ output: PlannedOutput,
    by files: [String: Int],
    _ outputs: [PlannedOutput]
  ) -> [Diagnostic] {
    let origin = output.origin
    let file = output.route.file
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ 1...255 ~= $0.utf8.count }), parts.first != ".sitegen" else {
      return [
        Diagnostic(
          "site/address-not-allowed",
          "\(origin.message) can't have the address \(output.route.path)",
          path: origin.path,
          range: origin.range,
          hint: "use a shorter name, in letters and digits"
        )
      ]
    }
    guard parts.count > 1 else { return [] }
    return (1..<parts.count).compactMap { count in
      let folder = parts[..<count].joined(separator: "/")
      return files[folder].map { other in
        Diagnostic(
          "site/route-collision",
          "\(origin.message) needs a folder where \(outputs[other].origin.message) is a file",
          path: origin.path,
          range: origin.range,
          hint: "change the address of one of them",
          notes: [.init("the file is this", path: outputs[other].origin.path)]
        )
      }
    }
  }

  /// Two postings with one id are a fault of their own.
  private func isSamePosting(_ left: PlannedOutput, _ right: PlannedOutput) -> Bool {
    if case .job = left.content, case .job = right.content { return true }
    return false
  }
}
