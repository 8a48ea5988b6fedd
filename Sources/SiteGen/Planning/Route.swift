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
  package var path: String { address(on: "") }

  /// The path behind the address of a site or its base path.
  package func address(on base: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(base.utf8.count + 1 + byteCount)
    append(to: &bytes, on: base)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the path behind `base`.
  package func append(to bytes: inout [UInt8], on base: String) {
    bytes += base.utf8
    bytes.append(UInt8(ascii: "/"))
    append(to: &bytes)
  }

  /// The file in the output folder: `jobs/welder/index.html`.
  package var file: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount + 10)
    append(to: &bytes)
    if bytes.isEmpty || bytes.last == UInt8(ascii: "/") { bytes += "index.html".utf8 }
    return String(decoding: bytes, as: UTF8.self)
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
  private func append(to bytes: inout [UInt8]) {
    func addFolder(_ name: String) {
      bytes += name.utf8
      bytes.append(UInt8(ascii: "/"))
    }
    if !language.isEmpty { addFolder(language) }
    switch kind {
    case .home: break
    case .list: addFolder("jobs")
    case .group(let kind, let key):
      addFolder(kind.folder)
      addFolder(key)
    case .job(let id):
      addFolder("jobs")
      addFolder(id)
    case .path(let path): bytes += path.utf8.dropFirst()
    case .file(let name): bytes += name.utf8
    }
    if page > 1 {
      addFolder("page")
      addFolder(String(page))
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
