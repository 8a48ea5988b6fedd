/// The rules for paths inside the output folder.
enum OutputPath {
  /// The folder in the output that is ours and is never published.
  static let ownFolder = ".sitegen"

  /// Whether `path` names a file inside the output folder that any file system can hold.
  ///
  /// - Parameter path: UTF-8, relative, `/` between its parts.
  /// - Returns: false for paths that leave the folder, lead into our own, or have parts that are
  ///   empty or longer than 255 bytes.
  static func isAllowed(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard path.count <= 3_500 else { return false }
    var partStart = 0
    for end in 0...path.count {
      if end < path.count {
        if path[end] == 0 { return false }
        guard path[end] == UInt8(ascii: "/") else { continue }
      }
      let part = UnsafeBufferPointer(rebasing: path[partStart..<end])
      guard 1...255 ~= part.count, !part.elementsEqual(".".utf8), !part.elementsEqual("..".utf8)
      else { return false }
      if partStart == 0, part.elementsEqual(ownFolder.utf8) { return false }
      partStart = end + 1
    }
    return true
  }

  static func isAllowed(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { isAllowed($0) }
  }

  /// The folder part without its closing `/`, empty at the top, and the name.
  static func split(_ path: String) -> (folder: Substring, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (path[..<slash], String(path[path.utf8.index(after: slash)...]))
  }

  /// The folders that `path` stands in, the outermost first.
  static func folders(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
  }
}
