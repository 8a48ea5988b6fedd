package import SourceText

/// One posting as its author wrote it: the only source of pages, structured data and feeds.
///
/// Nothing here is derived; states, addresses and texts are worked out by ``SitePlan`` and by the
/// outputs. A field that the author left out is `nil` or empty.
package struct JobPosting: Sendable {
  // Texts first, small values last: without gaps a posting is 30 bytes shorter.

  /// Where faults about this posting are shown.
  package var path = ""
  package var id = Located(value: "", range: SourceRange(start: 0, end: 0))
  package var title = ""
  /// Where the title is written.
  package var titleRange = SourceRange(start: 0, end: 0)
  package var company: String?
  package var department: String?
  package var team: String?
  package var summary: String?
  package var language = ""
  package var apply: ApplyTarget?
  /// Shared: the same few places come up in all postings, and one takes 180 bytes.
  package var locations: [Shared<Place>] = []
  package var employmentTypes: [EmploymentType] = []
  package var levels: [Level] = []
  package var salaries: [Salary] = []
  package var techStack: [String] = []
  package var keywords: Keywords?
  package var tags: [String] = []
  package var benefits: [String] = []
  package var interview: [InterviewStep] = []
  package var aliases: [Located<String>] = []
  package var custom: [CustomValue] = []
  /// What few postings fill in, in a block of its own: 280 bytes that most don't need.
  package private(set) var details: Shared<JobDetails>?
  package var body = PostingBody()
  package var fingerprint = Fingerprint()
  /// The rows of the schema that the author filled in: bit n stands for row n.
  package var filledRows: UInt64 = 0
  package var translationOf: Located<String>?
  package var validThrough: Deadline?
  package var datePosted = CivilDate(dayNumber: 0)
  package var dateUpdated: CivilDate?
  package var dateClosed: CivilDate?
  package var workplace = Workplace.onSite
  package var status = Status.open
  package var isFeatured = false

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
  package var remote: RemoteArea?
  package var image: Image?
  package var allowances: [Allowance] = []
}

extension JobPosting {
  /// ``details`` as the rows of the schema fill them in.
  var filledDetails: JobDetails {
    get { details?.value ?? JobDetails() }
    set { details = Shared(newValue) }
  }

  package var allowances: [Allowance] { details?.value.allowances ?? [] }
}

/// The rendered body: where its HTML lies, and what its headings divide it into.
package struct PostingBody: Sendable {
  package var html = BodyReference(store: 0, place: .memory(block: 0, offset: 0), count: 0)
  package var sections: [BodySection] = []
  /// The first paragraph as plain text, which lies beside the HTML.
  package var firstParagraph = BodyReference(
    store: 0,
    place: .memory(block: 0, offset: 0),
    count: 0
  )
  /// The links to pages of the site and to headings, as the author wrote them; addresses under the
  /// site's own are paths.
  package var links: [Located<String>] = []
  /// Where pictures on the site are, likewise.
  package var images: [Located<String>] = []
  /// The ids of headings that begin no section.
  package var deepAnchors: [String] = []
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
