package import SourceText

/// One posting as its author wrote it: the only source of pages, structured data and feeds.
///
/// Nothing here is derived; states, addresses and texts are worked out by ``SitePlan`` and by the
/// outputs. A field that the author left out is `nil` or empty.
package struct JobPosting: Sendable {
  /// Where faults about this posting are shown.
  package var path = ""
  package var id = Located(value: "", range: SourceRange(start: 0, end: 0))
  package var title = ""
  /// Where the title is written.
  package var titleRange = SourceRange(start: 0, end: 0)
  package var company: String?
  package var department: String?
  package var team: String?
  package var employmentTypes: [EmploymentType] = []
  package var workplace = Workplace.onSite
  package var locations: [Place] = []
  package var remote: RemoteArea?
  package var levels: [Level] = []
  package var datePosted = CivilDate(dayNumber: 0)
  package var dateUpdated: CivilDate?
  package var validThrough: Deadline?
  package var dateClosed: CivilDate?
  package var status = Status.open
  package var salaries: [Salary] = []
  package var apply: ApplyTarget?
  package var techStack: [String] = []
  package var keywords: Keywords?
  package var summary: String?
  package var language = ""
  package var translationOf: Located<String>?
  package var isFeatured = false
  package var tags: [String] = []
  package var image: Image?
  package var aliases: [Located<String>] = []
  package var benefits: [String] = []
  package var interview: [InterviewStep] = []
  /// What few postings fill in.
  package var details = JobDetails()
  package var custom: [CustomValue] = []
  package var body = PostingBody()
  package var fingerprint = Fingerprint(parts: [])
  /// The rows of the schema that the author filled in: bit n stands for row n.
  package var filledRows: UInt64 = 0

  package init() {}
}

/// The fields that Google and job boards know and that few postings fill in.
package struct JobDetails: Sendable {
  package var experience: Experience?
  package var education: Education?
  package var workHours: String?
  package var startDate: String?
  package var duration: String?
  package var openings: Int?
  package var travel: String?
  package var visaSponsorship: Bool?
  package var clearance: String?
  package var languages: [SpokenLanguage] = []
  package var industry: String?
  package var occupation: String?
  package var allowances: [Allowance] = []
}

/// The rendered body: where its HTML lies, and what its headings divide it into.
package struct PostingBody: Sendable {
  package var html = BodyReference(store: 0, place: .memory(block: 0, offset: 0), count: 0)
  package var sections: [BodySection] = []
  /// The first paragraph as plain text.
  package var firstParagraph = ""
  /// The links to pages of the site, as the author wrote them.
  package var links: [Located<String>] = []
  /// What the text is like, to find others that are nearly the same.
  package var sketch = TextSketch()

  package init() {}
}

/// A run of HTML bytes in a ``BodyStore``.
package struct BodyReference: Hashable, Sendable {
  package let store: UInt16
  package let count: UInt32
  private let position: UInt64

  package enum Place: Hashable, Sendable {
    case memory(block: Int, offset: Int)
    case scratch(offset: Int)
  }

  package init(store: UInt16, place: Place, count: UInt32) {
    self.store = store
    self.count = count
    // The highest bit tells the two apart; a block is less than 4 GiB long.
    switch place {
    case .memory(let block, let offset): position = UInt64(block) << 32 | UInt64(offset)
    case .scratch(let offset): position = 1 << 63 | UInt64(offset)
    }
  }

  package var place: Place {
    position >> 63 == 1
      ? .scratch(offset: Int(position & ~(1 << 63)))
      : .memory(block: Int(position >> 32), offset: Int(position & 0xFFFF_FFFF))
  }
}

/// A heading of a body and the HTML below it.
package struct BodySection: Sendable {
  /// What the site's configuration says the heading means.
  package var kind: SectionKind?
  package var title: String?
  package var anchor: String
  /// Offsets from the first byte of the body's HTML, without the heading.
  package var html: Range<UInt32>
}

package enum SectionKind: String, Choice {
  case about, responsibilities, qualifications, benefits
}
