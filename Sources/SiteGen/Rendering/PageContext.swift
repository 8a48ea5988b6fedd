import Templating

/// What one page is about; the rest of what its template sees follows from the plan.
package struct PageContext: Sendable {
  package enum Kind: String, Sendable {
    case home, list, group, job, page
    case notFound = "not-found"
    case redirect
  }

  package var kind: Kind
  package var route: Route
  /// Index into the plan's editions.
  package var edition: Int
  package var title: String
  package var description: String?
  package var isHidden = false
  package var alternates: [Alternate] = []
  /// Postings listed on this page, as indices into the plan.
  package var jobs: ArraySlice<Int> = []
  package var job: Int?
  /// Index into the plan's pages.
  package var contentPage: Int?
  /// Index into the edition's groups.
  package var group: Int?
  package var pagination: Pagination?
  /// Where a redirect leads.
  package var redirect: Route?

  package init(_ kind: Kind, _ route: Route, edition: Int, title: String) {
    self.kind = kind
    self.route = route
    self.edition = edition
    self.title = title
  }
}

/// The same page in another language.
package struct Alternate: Sendable {
  package var language: String
  package var route: Route
}

/// Which page of a list this is.
package struct Pagination: Sendable {
  /// Counted from 1.
  package var page: Int
  package var pages: Int
  /// Postings on all pages together.
  package var total: Int
  /// The route of the first page.
  package var first: Route

  package func route(ofPage page: Int) -> Route {
    var route = first
    route.page = page
    return route
  }

  /// The pages that links name: the first, the last and those around this one, in order.
  package var shownPages: [Int] {
    (1...pages).filter { $0 == 1 || $0 == pages || abs($0 - page) <= 2 }
  }
}
