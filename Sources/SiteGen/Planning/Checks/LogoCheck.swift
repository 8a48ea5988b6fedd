import SourceText

/// Looks for a logo that the pages' content security policy keeps away.
enum LogoCheck {
  /// - Returns: `body/remote-image`.
  static func faults(in plan: SitePlan) -> [Diagnostic] {
    let output = plan.site.output
    guard output.contentPolicy == .strict, let logo = plan.site.organization.logo,
      isWebAddress(logo), plan.site.checks.isOn(.remoteImage)
    else { return [] }
    let origin = ContentSecurityPolicy.origin(of: logo)
    guard !output.remoteImages.contains(where: { $0 == origin }) else { return [] }
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
