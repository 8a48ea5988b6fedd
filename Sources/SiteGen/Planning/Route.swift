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
    var path = ""
    path.reserveCapacity(byteCount + 1)
    path += "/"
    append(to: &path)
    return path
  }

  /// The file in the output folder: `jobs/welder/index.html`.
  package var file: String {
    var file = ""
    // The manifest's records keep it: no byte too many.
    file.reserveCapacity(byteCount + "index.html".utf8.count)
    append(to: &file)
    if file.isEmpty || file.utf8.last == UInt8(ascii: "/") { file += "index.html" }
    return file
  }

  /// How many bytes the path has without its first `/`; on further pages fifteen more at most.
  private var byteCount: Int {
    let length =
      switch kind {
      case .home: 0
      case .list: 5
      case .group(let kind, let key): kind.folder.utf8.count + key.utf8.count + 2
      case .job(let id): id.utf8.count + 6
      case .path(let path): path.utf8.count - 1
      case .file(let name): name.utf8.count
      }
    return length + (language.isEmpty ? 0 : language.utf8.count + 1) + (page > 1 ? 15 : 0)
  }

  /// Writes the path without its first `/`.
  private func append(to text: inout String) {
    if !language.isEmpty {
      text += language
      text += "/"
    }
    switch kind {
    case .home: break
    case .list: text += "jobs/"
    case .group(let kind, let key):
      text += kind.folder
      text += "/"
      text += key
      text += "/"
    case .job(let id):
      text += "jobs/"
      text += id
      text += "/"
    case .path(let path): text += Substring(path.utf8.dropFirst())
    case .file(let name): text += name
    }
    if page > 1 {
      text += "page/"
      text += String(page)
      text += "/"
    }
  }
}

/// What postings are grouped by.
package enum GroupKind: String, Choice {
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
