import SourceText

/// Looks for a logo that the pages' content security policy keeps away.
enum LogoCheck {
  /// - Returns: `body/remote-image`.
  static func faults(in plan: SitePlan) -> [Diagnostic] {
    guard let logo = plan.site.organization.logo, plan.site.checks.isOn(.remoteImage),
      !ContentSecurityPolicy.shows(logo, on: plan.site)
    else { return [] }
    let origin = ContentSecurityPolicy.origin(of: logo)
    let fault = plan.site.checks.fault(
      .remoteImage,
      "pages don't show the logo '\(logo)', which is on another site",
      path: SourceTree.configurationPath,
      range: nil,
      hint: "put the logo into assets/ and name it in 'brand'"
        + (origin.map { ", or add '\($0)' to output.remote_images" } ?? "")
    )
    return [fault].compactMap { $0 }
  }
}
