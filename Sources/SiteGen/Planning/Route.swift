/// The address of one output on the site.
///
/// A language is part of every route: those of the site's own language stand at the root, the
/// others under `/<language>/`.
package struct Route: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case home
    case list
    case group(GroupKind, key: String)
    case job(id: String)
    /// A content page or a redirect at a path of its author's choice.
    case path(String)
    /// A file by its name, such as `feed.json`.
    case file(String)
  }

  /// The language's part of the address: empty for the site's own.
  package var language: String
  package var kind: Kind
  /// Counted from 1.
  package var page: Int

  package init(_ kind: Kind, language: String = "", page: Int = 1) {
    self.kind = kind
    self.language = language
    self.page = page
  }
}

extension Route {
  /// The path below the site's base path, beginning with `/`: `/jobs/welder/`.
  package var path: String {
    let prefix = language.isEmpty ? "" : "/" + language
    let pages = page > 1 ? "page/\(page)/" : ""
    return switch kind {
    case .home: prefix + "/" + pages
    case .list: prefix + "/jobs/" + pages
    case .group(let kind, let key): prefix + "/\(kind.folder)/\(key)/" + pages
    case .job(let id): prefix + "/jobs/\(id)/"
    case .path(let path): prefix + path
    case .file(let name): prefix + "/" + name
    }
  }

  /// The file in the output folder: `jobs/welder/index.html`.
  package var file: String {
    let relative = String(path.dropFirst())
    return relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
  }
}

/// What postings are grouped by.
package enum GroupKind: String, CaseIterable, Hashable, Sendable {
  case department, location, level
  case employmentType = "employment-type"
  case tag

  /// The first part of the addresses of such groups.
  package var folder: String {
    switch self {
    case .department: "departments"
    case .location: "locations"
    case .level: "levels"
    case .employmentType: "types"
    case .tag: "tags"
    }
  }
}
