import SourceText

/// Looks for links in texts that lead to no page of the site.
///
/// Paths of files such as `/files/brochure.pdf` are left alone: a host may have them from elsewhere.
struct LinkCheck {
  private let plan: SitePlan
  private let files: Set<String>
  private var faults: [Diagnostic] = []
  /// What was said about a target before: many postings have the same wrong link.
  private var hints: [String: String] = [:]
  /// Looking for the nearest address takes long on a large site.
  private static let searchLimit = 10

  private init(_ plan: SitePlan) {
    self.plan = plan
    files = Set(plan.outputs.map(\.route.file))
  }

  /// - Returns: `body/broken-link`.
  static func faults(in plan: SitePlan) -> [Diagnostic] {
    guard plan.site.checks.isOn(.brokenLink) else { return [] }
    let jobs = plan.postings.indices.filter { job in
      plan.states[job].hasPage && !plan.postings[job].value.body.links.isEmpty
    }
    let pages = plan.pages.filter { !$0.body.links.isEmpty }
    guard !jobs.isEmpty || !pages.isEmpty else { return [] }
    var check = LinkCheck(plan)
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
        let fault = plan.site.checks.fault(
          .brokenLink,
          "'\(link.value)' would be looked for on the site itself",
          path: path,
          range: link.range,
          hint: "write '\(meant)'"
        )
        if let fault { faults.append(fault) }
        continue
      }
      guard let target = resolved(link.value, from: route.path), !exists(target) else { continue }
      let fault = plan.site.checks.fault(
        .brokenLink,
        "the site has no page '\(target)'",
        path: path,
        range: link.range,
        hint: hint(for: target)
      )
      if let fault { faults.append(fault) }
    }
  }

  /// An e-mail address or the address of another site that lacks what begins it.
  private func address(meantBy target: String) -> String? {
    isEmailAddress(target) ? "mailto:" + target : webAddress(meantBy: target)
  }

  private func exists(_ path: String) -> Bool {
    let file = String(path.dropFirst())
    if file.isEmpty || file.hasSuffix("/") { return files.contains(file + "index.html") }
    return files.contains(file) || files.contains(file + "/index.html")
  }

  /// The path on the site, without fragment and query, or nothing where that isn't a page.
  private func resolved(_ target: String, from base: String) -> String? {
    let end = target.firstIndex { $0 == "#" || $0 == "?" } ?? target.endIndex
    let path = target[..<end]
    guard !path.isEmpty, !path.contains("%") else { return nil }
    var parts: [Substring] = []
    if !path.hasPrefix("/") {
      parts = base.split(separator: "/")
      if !base.hasSuffix("/") { parts = parts.dropLast() }
    }
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("..")
    if !isFolder, let name = parts.last, let dot = name.lastIndex(of: ".") {
      guard [".html", ".md"].contains(name[dot...]) else { return nil }
    }
    let joined = "/" + parts.joined(separator: "/")
    return isFolder && !parts.isEmpty ? joined + "/" : joined
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
