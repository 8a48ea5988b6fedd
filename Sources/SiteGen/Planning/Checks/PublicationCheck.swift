import SourceText

/// Looks at what `site.yml` says to hosts and browsers: icons must be there, and a security contact
/// must still count.
enum PublicationCheck {
  /// - Returns: `site/not-an-icon` and `site/expired`.
  static func faults(in plan: SitePlan, _ assets: [Asset]) -> [Diagnostic] {
    plan.site.publication.icons.compactMap { fault(of: $0, assets) } + expired(plan)
  }

  private static func fault(of icon: Located<String>, _ assets: [Asset]) -> Diagnostic? {
    func fault(_ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(
        "site/not-an-icon",
        message,
        path: SourceTree.configurationPath,
        range: icon.range,
        hint: hint
      )
    }
    guard let asset = assets.first(where: { $0.name == icon.value }) else {
      let nearest = nearestName(to: icon.value, in: assets.map(\.name))
      return fault(
        "there is no file '\(icon.value)' in assets/",
        nearest.map { "did you mean '\($0)'?" } ?? "put it into assets/ beside site.yml"
      )
    }
    guard SiteIcon(asset) == nil else { return nil }
    return fault(
      "'\(icon.value)' is not an icon that browsers read",
      "give a file in one of the formats .svg, .png and .ico"
    )
  }

  private static func expired(_ plan: SitePlan) -> [Diagnostic] {
    guard let expires = plan.site.publication.security?.expires,
      expires.value < plan.moment.today
    else { return [] }
    return [
      Diagnostic(
        "site/expired",
        "the security contact counts no more since its 'expires'",
        path: SourceTree.configurationPath,
        range: expires.range,
        hint: "see that 'contact' is still right, and set 'expires' to a day within a year"
      )
    ]
  }
}
