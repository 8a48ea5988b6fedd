import SourceText

/// `manifest.webmanifest`: what a screen shows where the site is put on it like a program.
///
/// Source: W3C, Web Application Manifest.
struct WebManifest: FeedFormat {
  static let route = Route(.file("manifest.webmanifest"))

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    guard plan.site.publication.manifest != nil else { return [] }
    return [FeedFile(route, .part(0), mediaType: "application/manifest+json")]
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    let plan = context.plan
    guard let settings = plan.site.publication.manifest else { return }
    let root = plan.basePath + "/"
    var json = JSONWriter(capacity: 2048)
    json.beginObject()
    json.member("id", root)
    json.member("name", plan.site.title)
    json.member("short_name", settings.shortName)
    json.member("description", plan.site.description)
    json.member("lang", plan.site.language)
    json.member("start_url", root)
    json.member("scope", root)
    json.member("display", settings.display.rawValue)
    json.member("theme_color", settings.themeColor)
    json.member("background_color", settings.backgroundColor)
    json.name("icons")
    json.beginArray()
    for (icon, url) in context.icons where icon.relation == "icon" {
      json.beginObject()
      json.member("src", url)
      json.member("type", icon.mediaType)
      json.member("sizes", icon.sizes)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.buffer.append("\n")
    try drain(&json.buffer)
  }
}

extension RenderContext {
  /// The site's icons with their addresses, in the order of `site.yml`.
  var icons: [(icon: SiteIcon, url: String)] { plan.icons(of: theme) }
}

extension SitePlan {
  /// The site's icons with their addresses, in the order of `site.yml`.
  func icons(of theme: Theme) -> [(icon: SiteIcon, url: String)] {
    site.publication.icons.compactMap { name in
      guard let asset = theme.assets.first(where: { $0.name == name.value }),
        let icon = SiteIcon(asset)
      else { return nil }
      return (icon, basePath + "/" + asset.outputName)
    }
  }
}
