import Glibc

/// All files of a folder and of the folders in it.
///
/// Names that begin with a dot are left out. A link is followed where it leads to a place inside the
/// folder, and left out where it leads elsewhere, nowhere or in a circle.
package struct DirectoryListing: Hashable, Sendable {
  /// Relative to the folder, `/` between the parts, sorted by their bytes.
  package private(set) var files: [String] = []
  /// The links that were left out, likewise.
  package private(set) var skippedLinks: [String] = []

  /// Lists the folder `path`; a link there is followed.
  ///
  /// - Throws: a failure that names the folder that could not be read.
  package init(of path: String) throws(FileFailure) {
    do throws(SystemError) {
      let root = try Descriptor.open(path, flags: O_RDONLY | O_DIRECTORY)
      let realRoot = try Self.realPath(path)
      var chain = [try FileStatus(of: root.number).place]
      try list(root, prefix: "", realRoot: realRoot, path: path, chain: &chain)
    } catch {
      throw FileFailure(path: path, reason: .system(error))
    }
    files.sort { $0.precedesByBytes($1) }
    skippedLinks.sort { $0.precedesByBytes($1) }
  }
}

// MARK: - Walking

extension DirectoryListing {
  private mutating func list(
    _ folder: borrowing Descriptor,
    prefix: String,
    realRoot: String,
    path: String,
    chain: inout [FilePlace]
  ) throws(SystemError) {
    for (name, listed) in try folder.entries() where name.utf8.first != UInt8(ascii: ".") {
      var kind = if let listed { listed } else { try FileStatus(of: name, in: folder.number).kind }
      let relative = prefix + name
      if kind == .link {
        guard let target = Self.targetKind(of: "\(path)/\(relative)", inside: realRoot) else {
          skippedLinks.append(relative)
          continue
        }
        kind = target
      }
      switch kind {
      case .file: files.append(relative)
      case .folder:
        let inner = try Descriptor.open(name, in: folder.number, flags: O_RDONLY | O_DIRECTORY)
        let place = try FileStatus(of: inner.number).place
        guard !chain.contains(place) else {
          skippedLinks.append(relative)
          continue
        }
        chain.append(place)
        try list(inner, prefix: relative + "/", realRoot: realRoot, path: path, chain: &chain)
        chain.removeLast()
      case .link, .other: continue
      }
    }
  }

  /// What a link leads to; nil when that is outside of the folder or not there.
  private static func targetKind(of link: String, inside realRoot: String) -> FileStatus.Kind? {
    guard let target = try? realPath(link) else { return nil }
    guard target == realRoot || target.utf8.starts(with: "\(realRoot)/".utf8) || realRoot == "/"
    else { return nil }
    return try? FileStatus(of: target, in: AT_FDCWD).kind
  }

  /// The path of a file or folder without any link in it.
  static func realPath(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemError.last }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// A file or folder, whatever its names are.
struct FilePlace: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

extension FileStatus {
  var place: FilePlace { FilePlace(device: device, inode: identity.inode) }
}
