package import SourceText

/// What a build remembers for the next one: what each posting was, and when.
///
/// Kept as lines of tab-separated text, sorted by id, so that a committed state file merges like
/// any other text.
package struct SiteState: Sendable {
  package struct Entry: Hashable, Sendable {
    package var id: String
    /// The path below the site's base path.
    package var address: String
    package var state: String
    /// When a build first saw it.
    package var firstSeen: CivilDate
    /// When its content last changed.
    package var modified: CivilDate
    /// The last day a build found it open.
    package var lastOpen: CivilDate?
    package var fingerprint: Fingerprint
    /// Addresses it had before; they redirect.
    package var formerAddresses: [String]
  }

  /// By id.
  package var entries: [String: Entry]

  package init(_ entries: [String: Entry] = [:]) { self.entries = entries }
}

// MARK: - Text

extension SiteState {
  private static let header = "sitegen-state 1"

  /// Reads a state file; an empty one is a state without memory.
  ///
  /// - Throws: `state/not-readable` at the first line that isn't one of ours.
  package init(_ file: SourceFile) throws(Diagnostic) {
    self.init()
    guard !file.bytes.isEmpty else { return }
    var offset = 0
    var isFirst = true
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer {
        offset += line.count + 1
        isFirst = false
      }
      let text = String(decoding: line, as: UTF8.self)
      let range = SourceRange(offset..<offset + line.count)
      if isFirst {
        guard text == SiteState.header else { throw .stateNotReadable(file.path, range) }
      } else if !line.isEmpty {
        guard let entry = Entry(line: text) else { throw .stateNotReadable(file.path, range) }
        entries[entry.id] = entry
      }
    }
  }

  package var text: String {
    let lines = entries.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return ([SiteState.header] + lines.map(\.line)).joined(separator: "\n") + "\n"
  }
}

extension SiteState.Entry {
  fileprivate init?(line: String) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 8, isSlug(columns[0]), let firstSeen = CivilDate(iso: columns[3]),
      let modified = CivilDate(iso: columns[4])
    else { return nil }
    let parts = columns[6].split(separator: ",").map { UInt64($0, radix: 16) }
    guard parts.count == Fingerprint.Group.allCases.count, !parts.contains(nil) else { return nil }
    let former = columns[7].split(separator: " ").map(String.init)
    guard ([columns[1]] + former).allSatisfy(isSitePath) else { return nil }
    self.init(
      id: columns[0],
      address: columns[1],
      state: columns[2],
      firstSeen: firstSeen,
      modified: modified,
      lastOpen: CivilDate(iso: columns[5]),
      fingerprint: Fingerprint(parts: parts.compactMap { $0 }),
      formerAddresses: former
    )
  }

  fileprivate var line: String {
    let parts = fingerprint.parts.map { String($0, radix: 16) }.joined(separator: ",")
    return [
      id, address, state, firstSeen.iso, modified.iso, lastOpen?.iso ?? "-", parts,
      formerAddresses.joined(separator: " "),
    ].joined(separator: "\t")
  }
}

extension Diagnostic {
  fileprivate static func stateNotReadable(_ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "state/not-readable",
      "this line of the state file can't be read",
      path: path,
      range: range,
      hint: "restore the file from the last build, or delete it to begin without memory"
    )
  }
}
