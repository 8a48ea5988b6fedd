package import Compression

/// `site.yml`: what the owner of a site decides once for all postings.
package struct SiteConfiguration: Sendable {
  package var title = ""
  package var description: String?
  /// Absolute, without a slash at its end.
  package var baseURL = ""
  package var language = "en"
  package var languages: [String] = []
  package var timeZone = TimeZoneRules.utc
  package var theme = "default"
  package var brand = Brand()
  package var organization = Organization()
  package var organizations: [Entry<Organization>] = []
  package var departments: [Department] = []
  package var locations: [Entry<Place>] = []
  package var apply: ApplyDefaults?
  package var benefits: [Entry<Benefit>] = []
  package var sections = SectionHeadings()
  package var jobRules = JobRules()
  package var checks = CheckSettings()
  package var lifecycle = Lifecycle()
  package var output = OutputSettings()
  package var feeds = FeedSettings()
  package var menu: [Link] = []
  package var footer: [Link] = []
  package var social: [SocialLink] = []
  package var params: FreeValue = .map([])
  package var publication = Publication()

  package init() {}
}

extension SiteConfiguration {
  /// The site's languages, its own first.
  package var allLanguages: [String] {
    [language] + languages.filter { $0 != language }
  }

  /// The path of the site's root on its host, without a slash at its end: `/careers`, or nothing.
  package var basePath: String {
    let rest = baseURL.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
    let path = rest.drop { $0 != UInt8(ascii: "/") }
    return String(decoding: path, as: UTF8.self)
  }
}

/// A company that hires.
package struct Organization: Hashable, Sendable {
  package var name = ""
  package var url: String?
  package var logo: String?
  package var email: String?
  package var sameAs: [String] = []
  /// Headcount.
  package var size: Int?
  package var address: Place?
  /// The number of its page on LinkedIn.
  package var linkedInID: Int?

  package init() {}
}

package struct Department: Sendable {
  package var name = ""
  /// What readers see in place of it, by language.
  package var names: [Entry<String>] = []
  /// By language; under the empty name that of the site's own.
  package var descriptions: [Entry<String>] = []
  package var parent: String?

  package init() {}
}

/// How people apply where a posting doesn't say.
package struct ApplyDefaults: Sendable {
  package var target = ApplyTarget()
  /// Query parameters by the name of a feed, in their author's order.
  package var track: [Entry<[Entry<String>]>] = []

  package init() {}
}

/// A benefit's text, and its other texts by country.
package struct Benefit: Hashable, Sendable {
  package var text: String
  /// By ISO 3166-1 alpha-2.
  package var byCountry: [String: String] = [:]
}

/// Which heading texts begin which section, in any language.
package struct SectionHeadings: Hashable, Sendable {
  package var about: [String] = []
  package var responsibilities: [String] = []
  package var qualifications: [String] = []
  package var benefits: [String] = []

  package init() {}
}

/// What the site asks of its postings beyond the schema.
package struct JobRules: Sendable {
  package var required: [Located<String>] = []
  package var custom: [Entry<CustomField>] = []
  package var deniesUnknownDepartments = false

  package init() {}
}

/// A field that the site declares for its own postings.
package struct CustomField: Sendable {
  package enum Kind: String, Choice { case text, boolean, integer, date, url, list }

  package var kind = Kind.text
  /// By language; under the empty name where one text serves all.
  package var labels: [Entry<String>] = []
  package var isRequired = false
  package var values: [String] = []

  package init() {}
}

/// How long a posting lives, in days.
package struct Lifecycle: Hashable, Sendable {
  package var keepClosed = 90
  package var closingSoon = 7
  /// Days that the address of a posting answers that it is gone.
  package var keepGone = 730

  package init() {}
}

package struct OutputSettings: Hashable, Sendable {
  /// Whether staged files are flushed to the disk before they are moved into place.
  package var isDurable = false
  /// Postings on one list page.
  package var pageSize = 50
  /// What postings are grouped by.
  package var groups: [GroupKind] = GroupKind.allCases
  /// Whether pages and style sheets lose what nobody sees.
  package var isMinified = true
  /// What stands compressed beside each text output.
  package var compression: [CompressionFormat] = []
  /// What pages may load.
  package var contentPolicy = ContentPolicy.strict
  /// Other sites whose pictures pages may show: each a scheme with a host.
  package var remoteImages: [String] = []

  package init() {}
}

/// Whether pages say what they may load; see ``ContentSecurityPolicy``.
package enum ContentPolicy: String, Choice { case strict, off }

package struct FeedSettings: Hashable, Sendable {
  package var hasJSONFeed = true
  package var hasRSS = true
  package var hasAtom = true
  package var hasCalendar = true
  /// The `base_url` that the site began with, if it has another now.
  package var firstBaseURL: String?
  package var boards = BoardSettings()
  /// What has feeds of its own.
  package var groups: [GroupKind] = [.department, .location]
  /// Postings at most where a feed holds the newest alone.
  package var items = 50
  /// Postings in one file of a feed that holds all.
  package var pageItems = 100
  package var hasSitemap = true
  package var hasLLMs = true

  package init() {}
}

/// Which files for job boards and for clients of recruiting systems are written.
package struct BoardSettings: Hashable, Sendable {
  package var hasJobsXML = true
  package var hasIndeed = true
  /// For the companies that have a number there.
  package var hasLinkedIn = true
  package var hasGreenhouse = false
  package var hasLever = false
  package var hasAshby = false
  package var hasRecruitee = false
  package var hasTeamtailor = false

  package init() {}
}

/// An entry of a menu.
package struct Link: Sendable {
  /// By language; under the empty name where one text serves all.
  package var texts: [Entry<String>] = []
  package var url = ""

  package init() {}
}

package struct SocialLink: Hashable, Sendable {
  package var name = ""
  package var url = ""

  package init() {}
}

/// A value that only themes look at.
package indirect enum FreeValue: Hashable, Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case text(String)
  case list([FreeValue])
  case map([Pair])

  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: FreeValue
  }
}

/// Texts by language; under the empty name one for all, or for the site's own.
extension [Entry<String>] {
  /// The text of a language: of its whole tag, else of its first part.
  package func translated(into language: String) -> Entry<String>? {
    first { $0.key == language } ?? first { !$0.key.isEmpty && language.hasPrefix($0.key + "-") }
  }

  /// The text of a language, else the one for all, else that of the site's own, else the first.
  package func entry(in language: String, else own: String) -> Entry<String>? {
    translated(into: language) ?? first { $0.key.isEmpty } ?? translated(into: own) ?? first
  }

  /// The text that people who look after the site read.
  package var label: String? { entry(in: "en", else: "en")?.value }
}
