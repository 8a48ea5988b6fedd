import CShims
import Glibc

/// The files that the program carries: the default theme, the starter site and the pages of faults.
///
/// They are addressed like files of a site, below a folder name that no site can have.
package enum EmbeddedFiles {
  package static let root = "<sitegen>/"

  /// The bytes of one file, if the program carries it.
  package static func bytes(_ path: String) -> [UInt8]? {
    guard path.hasPrefix(root) else { return nil }
    let name = String(path.dropFirst(root.count))
    for index in 0..<sitegen_embedded_count() {
      let file = sitegen_embedded_file(index)
      if name.withCString({ strcmp(file.name, $0) }) == 0 {
        return Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
      }
    }
    return nil
  }

  /// The paths of all files below a folder, sorted.
  package static func paths(below folder: String) -> [String] {
    (0..<sitegen_embedded_count()).map { root + String(cString: sitegen_embedded_file($0).name) }
      .filter { $0.hasPrefix(folder) }.sorted()
  }
}
