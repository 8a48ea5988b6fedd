import Glibc

/// Goes from folder to folder of the output without ever following a link.
///
/// It keeps the way to the last folder open, so that paths in their order cost little. Every worker
/// has one of its own.
struct FolderWalk: ~Copyable {
  private let tree: OutputTree
  private let createsFolders: Bool
  private let changesFolders: Bool
  private var names: [String] = []
  private var descriptors: [Int32] = []
  /// The last folder that was not there: whatever else would be in it isn't there either.
  private(set) var missingFolder = ""
  /// Whether this walk has just made the folder that it stands in: then nothing foreign is in it.
  private(set) var isInNewFolder = false

  /// A walk that starts at the top of `tree`.
  ///
  /// - Parameters:
  ///   - tree: the output folder.
  ///   - createsFolders: whether folders that are missing are made.
  ///   - changesFolders: whether entries are made or removed, so that a durable build has to flush
  ///     the folders.
  init(_ tree: OutputTree, createsFolders: Bool = false, changesFolders: Bool = false) {
    self.tree = tree
    self.createsFolders = createsFolders
    self.changesFolders = changesFolders
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// What the way to a file leads to.
  enum End {
    /// The open descriptor of the folder, valid until the next step of the walk.
    case folder(Int32)
    case missing
    /// Something that is no folder stands at this path.
    case blocked(String)
  }
}

// MARK: - Walking

extension FolderWalk {
  /// Goes to the folder in which `path` stands.
  ///
  /// - Throws: `publish/cannot-write`, `publish/cannot-read`.
  mutating func goToFolder(of path: String) throws(PublishingFailure) -> End {
    let (folder, _) = OutputPath.split(path)
    if isInMissingFolder(path) { return .missing }
    let parts = folder.utf8.split(separator: UInt8(ascii: "/"))
    var depth = 0
    while depth < min(parts.count, names.count), parts[depth].elementsEqual(names[depth].utf8) {
      depth += 1
    }
    if depth < names.count { isInNewFolder = false }
    try leave(downTo: depth)
    while names.count < parts.count {
      let part = String(Substring(parts[names.count]))
      switch try enter(part) {
      case .opened(let descriptor):
        names.append(part)
        descriptors.append(descriptor)
      case .missing:
        missingFolder = (names + [part]).joined(separator: "/")
        return .missing
      case .blocked: return .blocked((names + [part]).joined(separator: "/"))
      }
    }
    return .folder(current)
  }

  private func isInMissingFolder(_ path: String) -> Bool {
    let count = missingFolder.utf8.count
    return count > 0 && path.utf8.starts(with: missingFolder.utf8)
      && path.utf8.dropFirst(count).first == UInt8(ascii: "/")
  }

  private var current: Int32 { descriptors.last ?? tree.root.number }

  private func place(_ name: String) -> String {
    tree.shown((names + [name]).joined(separator: "/"))
  }

  private enum Entrance {
    case opened(Int32)
    case missing
    case blocked
  }

  /// Opens one folder of the current one.
  private mutating func enter(_ name: String) throws(PublishingFailure) -> Entrance {
    if createsFolders {
      do throws(SystemError) {
        isInNewFolder = try tree.steps.makeFolder(name, in: current)
      } catch {
        throw .cannotWrite(place(name), error)
      }
    }
    while true {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let descriptor = openat(current, name, flags)
      if descriptor >= 0 { return .opened(descriptor) }
      switch errno {
      case EINTR: continue
      case ENOENT: return .missing
      case ENOTDIR, ELOOP: return .blocked
      default: throw .cannotRead(place(name), .last)
      }
    }
  }

  /// Leaves folders until `depth` of them are open.
  private mutating func leave(downTo depth: Int) throws(PublishingFailure) {
    while descriptors.count > depth, let descriptor = descriptors.popLast() {
      let name = names.removeLast()
      defer { close(descriptor) }
      guard changesFolders, tree.isDurable else { continue }
      do throws(SystemError) {
        try tree.steps.flush(descriptor)
      } catch {
        throw .cannotWrite(place(name), error)
      }
    }
  }

  /// Leaves all folders; in a durable walk the disk then has them.
  mutating func finish() throws(PublishingFailure) { try leave(downTo: 0) }
}
