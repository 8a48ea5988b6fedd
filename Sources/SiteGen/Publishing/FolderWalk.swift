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
  /// Whether this walk has just made the folder that it stands in: then nothing foreign is in it.
  private(set) var isInNewFolder = false

  /// A walk that starts at the top of `tree`.
  ///
  /// - Parameters:
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
    let parts = folder.utf8.split(separator: UInt8(ascii: "/"))
    var depth = 0
    while depth < min(parts.count, names.count), parts[depth].elementsEqual(names[depth].utf8) {
      depth += 1
    }
    if depth < names.count { isInNewFolder = false }
    try leave(downTo: depth)
    while names.count < parts.count {
      let part = String(Substring(parts[names.count]))
      guard let descriptor = try enter(part) else {
        let place = (names + [part]).joined(separator: "/")
        return try tree.isMissing(part, in: current) ? .missing : .blocked(place)
      }
      names.append(part)
      descriptors.append(descriptor)
    }
    return .folder(current)
  }

  private var current: Int32 { descriptors.last ?? tree.root.number }

  private func place(_ name: String) -> String {
    tree.shown((names + [name]).joined(separator: "/"))
  }

  /// Opens one folder of the current one; nil when there is none.
  private mutating func enter(_ name: String) throws(PublishingFailure) -> Int32? {
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
      if descriptor >= 0 { return descriptor }
      switch errno {
      case EINTR: continue
      case ENOENT, ENOTDIR, ELOOP: return nil
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
