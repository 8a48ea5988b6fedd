import SourceText

/// Looks for links in texts that lead to no page of the site, or to no heading of one.
///
/// Paths of files such as `/files/brochure.pdf` are left alone: a host may have them from elsewhere.
struct LinkCheck {
  private let plan: SitePlan
  private let files: Set<String>
  private let unread: UnreadFiles
  private var anchors: AnchorTable
  private var faults: [Diagnostic] = []
  /// What was said about a target before: many postings have the same wrong link.
  private var hints: [String: String] = [:]
  /// Looking for the nearest address takes long on a large site.
  private static let searchLimit = 10

  private init(_ plan: SitePlan, _ unread: UnreadFiles, _ theme: ThemeAnchors) {
    self.plan = plan
    self.unread = unread
    files = Set(plan.outputs.map(\.route.file))
    anchors = AnchorTable(plan, theme)
  }

  /// - Parameters:
  ///   - plan: the site.
  ///   - unread: files whose pages count as there.
  ///   - theme: what links to headings may name as well.
  /// - Returns: `body/broken-link`.
  static func faults(in plan: SitePlan, _ unread: UnreadFiles, _ theme: ThemeAnchors)
    -> [Diagnostic]
  {
    guard plan.site.checks.isOn(.brokenLink) else { return [] }
    let jobs = plan.postings.indices.filter { job in
      plan.states[job].hasPage && !plan.postings[job].value.body.links.isEmpty
    }
    let pages = plan.pages.filter { !$0.body.links.isEmpty }
    guard !jobs.isEmpty || !pages.isEmpty else { return [] }
    var check = LinkCheck(plan, unread, theme)
    for job in jobs {
      let posting = plan.postings[job]
      check.check(posting.value.body.links, on: plan.route(ofJob: job), posting.value.path)
    }
    for page in pages { check.check(page.body.links, on: plan.route(of: page), page.path) }
    return check.faults
  }
}

extension LinkCheck {
  private mutating func check(_ links: [Located<String>], on route: Route, _ path: String) {
    for link in links {
      if let meant = address(meantBy: link.value) {
        report(
          "'\(link.value)' would be looked for on the site itself",
          link.range,
          path,
          hint: "write '\(meant)'"
        )
        continue
      }
      let target = SiteTarget(link.value, from: route.path)
      guard let address = target.page ?? (target.isOnSamePage ? route.path : nil) else { continue }
      guard let file = file(at: address) else {
        guard !unread.mayProvide(address) else { continue }
        report("the site has no page '\(address)'", link.range, path, hint: hint(for: address))
        continue
      }
      guard let fragment = target.fragment, let missing = anchors.missing(fragment, in: file)
      else { continue }
      report(
        target.isOnSamePage
          ? "the text has no heading for '#\(fragment)'"
          : "the page '\(address)' has no heading for '#\(fragment)'",
        link.range,
        path,
        hint: missing.hint
      )
    }
  }

  private mutating func report(
    _ message: String,
    _ range: SourceRange,
    _ path: String,
    hint: String
  ) {
    let fault = plan.site.checks.fault(.brokenLink, message, path: path, range: range, hint: hint)
    if let fault { faults.append(fault) }
  }

  /// An e-mail address or the address of another site that lacks what begins it.
  private func address(meantBy target: String) -> String? {
    isEmailAddress(target) ? "mailto:" + target : webAddress(meantBy: target)
  }

  /// The file that a host gives for a path.
  private func file(at path: String) -> String? {
    let file = String(path.dropFirst())
    if file.isEmpty || file.hasSuffix("/") {
      return files.contains(file + "index.html") ? file + "index.html" : nil
    }
    if files.contains(file) { return file }
    return files.contains(file + "/index.html") ? file + "/index.html" : nil
  }

  private mutating func hint(for target: String) -> String {
    let general = "write the path of a page, such as '/jobs/', or the whole address of another site"
    if let known = hints[target] { return known }
    guard hints.count < Self.searchLimit else { return general }
    let hint = search(for: target) ?? general
    hints[target] = hint
    return hint
  }

  private func search(for target: String) -> String? {
    let name = target.split(separator: "/").last.map { name in
      name.hasSuffix(".md") ? String(name.dropLast(3)) : String(name)
    }
    if let name, let job = plan.postings.firstIndex(where: { $0.value.id.value == name }) {
      return plan.states[job].hasPage
        ? "write '\(plan.route(ofJob: job).path)'"
        : "the posting '\(name)' is not published: its state is \(plan.states[job].rawValue)"
    }
    let nearest = nearestName(to: target, in: plan.outputs.lazy.map(\.route.path))
    return nearest.map { "did you mean '\($0)'?" }
  }
}
