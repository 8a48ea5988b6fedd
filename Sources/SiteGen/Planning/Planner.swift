package import SourceText

/// Makes the plan of a build out of what was loaded.
package struct Planner {
  package var site: SiteConfiguration
  package var moment: BuildMoment
  package var previewsDrafts: Bool
  package var previewsFuture: Bool
  /// What the last build left.
  package var state: SiteState
  /// Addresses that were left, and where they lead now.
  package var redirects: [Redirect]
  package var assets: [Asset]
  /// What links may name beside headings.
  package var anchors: ThemeAnchors
  /// Files that are left out for their faults; the plan is then for its own faults only.
  package var unread: UnreadFiles
  /// The path of `site.yml` in faults.
  package var sitePath: String
  /// Ids that go on under another one.
  package var renamed: Set<String>

  package init(
    site: SiteConfiguration,
    moment: BuildMoment,
    previewsDrafts: Bool,
    previewsFuture: Bool,
    state: SiteState,
    redirects: [Redirect],
    assets: [Asset],
    anchors: ThemeAnchors,
    unread: UnreadFiles,
    sitePath: String,
    renamed: Set<String>
  ) {
    self.site = site
    self.moment = moment
    self.previewsDrafts = previewsDrafts
    self.previewsFuture = previewsFuture
    self.state = state
    self.redirects = redirects
    self.assets = assets
    self.anchors = anchors
    self.unread = unread
    self.sitePath = sitePath
    self.renamed = renamed
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
  ///   `site/route-collision`, `site/same-number`, those of ``PublicationCheck``, and what the rules
  ///   say: `job/same-title`, `job/near-duplicate`, `body/broken-link`, `body/missing-picture`,
  ///   `body/remote-image`.
  package func plan(_ loaded: [Shared<JobPosting>], pages: [ContentPage]) -> Checked<SitePlan> {
    var faults: [Diagnostic] = []
    let postings = sorted(loaded)
    let states = postings.map { posting in
      moment.state(
        of: posting,
        lastSeenOpen: state[posting.value.id.value]?.lastOpen,
        previewsFuture: previewsFuture,
        previewsDrafts: previewsDrafts
      )
    }
    let ids = uniqueIDs(postings, &faults)
    let (families, familyOfPosting) = families(postings, ids, &faults)
    let traits = JobTraits(postings)
    let editions = site.allLanguages.map { language in
      edition(language, postings, states, families, traits)
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
      traits: traits,
      employers: Employers(of: postings, site)
    )
    let early = SitePlan(draft, Outcome())
    var outcome = outcome(of: early)
    faults += RouteCheck.faults(in: outcome.outputs) + unknownOriginals(livePages)
    faults += PublicationCheck.faults(in: early, assets)
    findGone(early, &outcome)
    let plan = SitePlan(draft, outcome)
    faults += DuplicateCheck.faults(in: plan) + LinkCheck.faults(in: plan, unread, anchors)
    faults += PictureCheck.faults(in: plan, assets) + NumberCheck.faults(in: plan)
    faults += LogoCheck.faults(in: plan)
    return Checked(plan, faults)
  }

  /// Newest first, then by id.
  private func sorted(_ postings: [Shared<JobPosting>]) -> [Shared<JobPosting>] {
    let keys = postings.map { (date: $0.value.datePosted, id: $0.value.id.value) }
    let order = keys.indices.sorted { left, right in
      keys[left].date == keys[right].date
        ? keys[left].id.utf8.lexicographicallyPrecedes(keys[right].id.utf8)
        : keys[left].date > keys[right].date
    }
    return order.map { postings[$0] }
  }

  private func uniqueIDs(
    _ postings: [Shared<JobPosting>],
    _ faults: inout [Diagnostic]
  ) -> [String: Int] {
    var ids: [String: Int] = [:]
    ids.reserveCapacity(postings.count)
    for (index, shared) in postings.enumerated() {
      guard let other = ids.updateValue(index, forKey: shared.value.id.value) else { continue }
      let posting = shared.value
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
  ) -> (families: Families, familyOfPosting: [Int]) {
    var root = Array(postings.indices)
    for (index, posting) in postings.enumerated() {
      guard let original = posting.value.translationOf else { continue }
      guard let target = ids[original.value], postings[target].value.translationOf == nil else {
        guard !unread.ids.contains(original.value) else { continue }
        let originals = ids.filter { postings[$0.value].value.translationOf == nil }.keys
        let nearest = nearestName(to: original.value, in: originals.sorted())
        faults.append(
          Diagnostic(
            "site/unknown-translation",
            "no original posting has the id '\(original.value)'",
            path: posting.value.path,
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
    for index in postings.indices where root[index] != index {
      members[root[index], default: [root[index]]].append(index)
    }
    let languages = site.allLanguages
    var families = Families()
    var familyOfPosting = [Int](repeating: 0, count: postings.count)
    for index in postings.indices where root[index] == index {
      guard let versions = members[index] else {
        familyOfPosting[index] = families.count
        families.append(CollectionOfOne(index))
        continue
      }
      let family = versions.sorted { left, right in
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
      families.append(family)
    }
    return (families, familyOfPosting)
  }

  /// Each family stands once in every language: in that language, else as the original.
  private func edition(
    _ language: String,
    _ postings: [Shared<JobPosting>],
    _ states: [JobState],
    _ families: Families,
    _ traits: JobTraits
  ) -> Edition {
    let jobs = families.compactMap { family -> Int? in
      let open = family.filter { states[$0].isOpen }
      return open.first { postings[$0].value.language == language }
        ?? open.first { postings[$0].value.translationOf == nil } ?? open.first
    }.sorted()
    let isOwn = language == site.language
    return Edition(
      language: language,
      prefix: isOwn ? "" : language,
      jobs: jobs,
      feedJobs: isOwn ? jobs : jobs.filter { postings[$0].value.language == language },
      groups: JobGroups(of: jobs, in: postings, by: site.output.groups),
      traits: traits
    )
  }

  private func unknownOriginals(_ pages: [ContentPage]) -> [Diagnostic] {
    let names = pages.map(\.name)
    return pages.compactMap { page in
      guard let original = page.translationOf, !names.contains(original.value),
        !unread.pages.contains(original.value)
      else { return nil }
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
}
