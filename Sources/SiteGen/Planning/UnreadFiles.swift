import SourceText
import YAML

/// What postings and pages with faults would have given the site, as far as it shows.
///
/// Where some can't be read the site isn't made, but the others are looked at together all the same.
/// Nothing is said against them only because one of these is missing: whatever a faulty file might
/// provide counts as there.
package struct UnreadFiles: Sendable {
  /// The ids that postings have by their `id`, or by the names of their files.
  private(set) var ids: Set<String> = []
  /// Pages by the names of their files, as translations name them.
  private(set) var pages: Set<String> = []
  /// Words of the front matter that begin with `/`: addresses of pages and aliases.
  private var paths: Set<String> = []

  package init() {}

  var isEmpty: Bool { ids.isEmpty && pages.isEmpty }
}

// MARK: - Reading

extension UnreadFiles {
  /// Front matter ends before.
  private static let bytesLookedAt = FrontMatter.sizeLimit

  mutating func addPosting(_ path: String, _ bytes: [UInt8]) {
    ids.insert(UnreadFiles.name(of: path))
    for line in lines(of: bytes) where line.hasPrefix("id:") {
      ids.insert(String(line.dropFirst(3).filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }))
    }
  }

  mutating func addPage(_ path: String, _ bytes: [UInt8]) {
    let name = UnreadFiles.name(of: path)
    pages.insert(name)
    paths.insert("/" + slug(name))
    _ = lines(of: bytes)
  }

  /// The first lines, of which paths are kept.
  private mutating func lines(of bytes: [UInt8]) -> [Substring] {
    let text = String(decoding: bytes.prefix(Self.bytesLookedAt), as: UTF8.self)
    for word in text.split(whereSeparator: { $0.isWhitespace || ",[]{}\"'()".contains($0) })
    where word.hasPrefix("/") {
      paths.insert("/" + word.split(separator: "/").joined(separator: "/"))
    }
    return text.split(whereSeparator: \.isNewline)
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".md") ? name.dropLast(3) : name)
  }
}

// MARK: - Asking

extension UnreadFiles {
  /// Whether one of the files may give the site something at an address.
  func mayProvide(_ path: String) -> Bool {
    guard !isEmpty else { return false }
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last else { return false }
    // Groups, and further pages of lists, may be there for a faulty posting alone.
    let folders = GroupKind.allCases.map(\.folder) + ["page"]
    if parts.contains(where: folders.contains) { return true }
    if ids.contains(last), parts.dropLast().last == "jobs" { return true }
    // Pages in another language stand below its code.
    let whole = "/" + parts.joined(separator: "/")
    return paths.contains { whole.hasSuffix($0) }
  }
}
