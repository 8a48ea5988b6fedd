/// The companies that hire, each once.
struct Employers: Sendable {
  /// The site's own first.
  private(set) var all: [Organization]
  /// By the posting's index.
  private let indices: [Int32]

  init(of postings: [Shared<JobPosting>], _ site: SiteConfiguration) {
    var all = [site.organization] + site.organizations.map(\.value)
    var known: [String: Int32] = [site.organization.name: 0]
    for (index, entry) in site.organizations.enumerated() { known[entry.key] = Int32(index + 1) }
    indices = postings.map { posting in
      guard let company = posting.value.company else { return 0 }
      if let index = known[company] { return index }
      var other = Organization()
      other.name = company
      known[company] = Int32(all.count)
      all.append(other)
      return Int32(all.count - 1)
    }
    self.all = all
  }

  func index(of job: Int) -> Int { Int(indices[job]) }

  /// Who hires for a posting: one of the site's organizations, a company by its name, or the site's
  /// own.
  subscript(_ job: Int) -> Organization { all[index(of: job)] }
}
