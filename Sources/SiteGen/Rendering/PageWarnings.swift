import SourceText

/// The warnings of many pages: the same value at the same place counts as one.
struct PageWarnings: Sendable {
  private struct Key: Hashable {
    let path: String
    let range: SourceRange?
    let message: String

    init(_ warning: Diagnostic) {
      path = warning.path
      range = warning.range
      message = warning.message
    }
  }

  private struct Seen {
    /// On the first of the pages by their addresses, whichever was made first.
    var warning: Diagnostic
    var page: String
    var pages: Int
  }

  private var seen: [Key: Seen] = [:]
}

extension PageWarnings {
  /// Adds the warnings of one page.
  ///
  /// - Parameters:
  ///   - warnings: as the templates give them.
  ///   - page: its address.
  ///   - note: names the page.
  mutating func add(_ warnings: [Diagnostic], of page: String, _ note: Diagnostic.Note) {
    var known: Set<Key> = []
    for var warning in warnings {
      guard known.insert(Key(warning)).inserted else { continue }
      let key = Key(warning)
      warning.notes.append(note)
      add(Seen(warning: warning, page: page, pages: 1), key)
    }
  }

  /// Adds what another worker has seen.
  mutating func add(_ other: PageWarnings) {
    for (key, seen) in other.seen { add(seen, key) }
  }

  private mutating func add(_ new: Seen, _ key: Key) {
    guard let old = seen[key] else {
      seen[key] = new
      return
    }
    var first = new.page < old.page ? new : old
    first.pages = old.pages + new.pages
    seen[key] = first
  }

  /// One warning for each value and place, with the number of pages.
  var diagnostics: [Diagnostic] { seen.values.map { $0.warning.seen($0.pages) } }
}

extension Diagnostic {
  /// The fault of `count` pages.
  func seen(_ count: Int) -> Diagnostic {
    guard count > 1 else { return self }
    var fault = self
    let others = count == 2 ? "one other page" : "\(count - 1) other pages"
    fault.notes.append(.init("the same on \(others)", path: ""))
    return fault
  }
}
