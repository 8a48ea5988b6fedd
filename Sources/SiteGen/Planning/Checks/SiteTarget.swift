/// A link's target, or a picture's, taken apart: where on the site it leads from one of its pages.
struct SiteTarget {
  /// The path on the site, without query and fragment; nothing where there is none, or where it is
  /// written with `%`.
  let path: String?
  /// What stands behind `#`, which names a place of the page; nothing where that is its beginning.
  let fragment: String?
  /// Whether it names a place of the page that it stands on.
  let isOnSamePage: Bool

  /// - Parameters:
  ///   - target: as its author wrote it.
  ///   - base: the path of the page that it stands on.
  init(_ target: String, from base: String) {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].prefix { $0 != "?" }
    let name = parts.count > 1 ? String(parts[1]) : ""
    // Browsers know 'top', and take a piece of text behind ':~:'.
    fragment = ["", "top"].contains(name) || name.hasPrefix(":~:") ? nil : name
    isOnSamePage = parts[0].isEmpty && parts.count > 1
    path = address.isEmpty || address.contains("%") ? nil : SiteTarget.resolved(address, base)
  }

  /// ``path``, if it can be that of a page: files of other kinds may come from elsewhere.
  var page: String? {
    guard let path, !path.hasSuffix("/"), let name = path.split(separator: "/").last,
      let dot = name.lastIndex(of: ".")
    else { return path }
    return [".html", ".md"].contains(name[dot...]) ? path : nil
  }

  private static func resolved(_ path: Substring, _ base: String) -> String {
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
    let joined = "/" + parts.joined(separator: "/")
    return isFolder && !parts.isEmpty ? joined + "/" : joined
  }
}
