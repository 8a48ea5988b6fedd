import Markdown
import SourceText

// What stands in the text of a posting or a page.

extension SchemaReader {
  /// Reports pictures that say nothing to people who can't see them.
  mutating func checkImages(_ body: MarkdownBody) {
    for image in body.images where image.alt.isEmpty {
      report(
        .imageWithoutText,
        "the image '\(image.source)' has no text for people who can't see it",
        at: image.range,
        hint: "write what it shows between the brackets: ![The team at work](\(image.source))"
      )
    }
    for image in body.images { checkRemote(image.source, at: image.range) }
  }

  /// Reports a picture of another site, which the content security policy of the pages keeps away.
  mutating func checkRemote(_ source: String, at range: SourceRange) {
    guard let site, !ContentSecurityPolicy.shows(source, on: site) else { return }
    let origin = ContentSecurityPolicy.origin(of: source)
    report(
      .remoteImage,
      "pages don't show '\(source)', which is on another site",
      at: range,
      hint: "copy the picture to the site itself"
        + (origin.map { ", or add '\($0)' to output.remote_images of site.yml" } ?? "")
    )
  }

  /// Reports headings that were likely meant for a section that site.yml declares.
  mutating func checkHeadings(_ body: MarkdownBody, _ kinds: HeadingKinds) {
    guard !kinds.isEmpty, site?.checks.isOn(.unclaimedHeading) == true else { return }
    let headings = body.sections.filter { $0.title != nil }
    var claimed = 0
    for section in headings {
      let title = section.title ?? ""
      if kinds.kind(of: title) != nil {
        claimed += 1
      } else if let nearest = kinds.nearest(to: title) {
        claimed += 1
        report(
          .unclaimedHeading,
          "the heading '\(title)' begins no section of site.yml",
          at: section.range,
          hint: "did you mean '\(nearest)'?"
        )
      }
    }
    guard claimed == 0, headings.count > 1 else { return }
    report(
      .unclaimedHeading,
      "none of the headings begins a section of site.yml, so feeds don't know tasks from benefits",
      at: headings[0].range,
      hint: "use one of " + kinds.texts.map { "'\($0)'" }.joined(separator: ", ")
    )
  }

  /// Reports a text that says nothing, which Google refuses, or little, which job boards refuse.
  ///
  /// Source: Google's `description`, "must not equal title"; 100 characters are the least that LinkedIn
  /// and Adzuna take.
  mutating func checkDescription(
    _ text: String,
    length: @autoclosure () -> Int,
    title: String,
    at place: SourceRange
  ) {
    guard let checks = site?.checks,
      checks.isOn(.noDescription) || checks.isOn(.shortDescription)
    else { return }
    let length = length()
    if length == 0 || text.lowercased() == title.lowercased() && length <= title.utf8.count {
      report(
        .noDescription,
        length == 0
          ? "the posting has no text below its fields"
          : "the text only repeats the title '\(title)'",
        at: place,
        hint: "say what people will do, and what they need"
      )
    } else if length < 100 {
      report(
        .shortDescription,
        "the text has \(length) characters, and job boards refuse fewer than 100",
        at: place,
        hint: "say what people will do, and what they need"
      )
    }
  }
}

extension MarkdownBody {
  /// Links to pages of the site and to headings: by a path, relative to the page, or under the site's
  /// own address.
  func pageLinks(baseURL: String) -> [Located<String>] {
    links.compactMap { link in
      siteTarget(link.target, baseURL).map { Located(value: $0, range: link.range) }
    }
  }

  /// Pictures that the site itself has to have.
  func siteImages(baseURL: String) -> [Located<String>] {
    images.compactMap { image in
      siteTarget(image.source, baseURL).map { Located(value: $0, range: image.range) }
    }
  }
}

/// A target on the site as a path, relative path or fragment; nothing for other sites and schemes.
func siteTarget(_ target: String, _ baseURL: String) -> String? {
  guard let first = target.utf8.first, !target.hasPrefix("//") else { return nil }
  if first == UInt8(ascii: "#") { return target }
  if !baseURL.isEmpty, target.hasPrefix(baseURL) {
    let rest = String(target.dropFirst(baseURL.count))
    if rest.isEmpty { return "/" }
    if rest.hasPrefix("/") { return rest }
    if rest.hasPrefix("?") || rest.hasPrefix("#") { return "/" + rest }
  }
  for byte in target.utf8 {
    switch byte {
    case UInt8(ascii: ":"): return nil
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return target
    default: continue
    }
  }
  return target
}
