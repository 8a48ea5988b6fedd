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
      let range = SourceRange(offset..<offset + line.count)
      if isFirst {
        guard line.elementsEqual(SiteState.header.utf8) else {
          throw .stateNotReadable(file.path, range)
        }
      } else if !line.isEmpty {
        guard let entry = Entry(line: line) else { throw .stateNotReadable(file.path, range) }
        entries[entry.id] = entry
      }
    }
  }

  /// The bytes of the file.
  package var text: ByteBuffer {
    var text = ByteBuffer(capacity: 64 + entries.count * 160)
    text.append(SiteState.header)
    text.append("\n")
    let ids = entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for id in ids { entries[id]?.write(into: &text) }
    return text
  }
}

extension SiteState.Entry {
  fileprivate init?(line: ArraySlice<UInt8>) {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard columns.count == 8, isSlug(columns[0]), let firstSeen = CivilDate(iso: columns[3]),
      let modified = CivilDate(iso: columns[4])
    else { return nil }
    let parts = columns[6].utf8.split(separator: UInt8(ascii: ",")).map {
      UInt64(Substring($0), radix: 16)
    }
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

  fileprivate func write(into text: inout ByteBuffer) {
    let parts = fingerprint.parts.map { String($0, radix: 16) }.joined(separator: ",")
    let columns = [
      id, address, state, firstSeen.iso, modified.iso, lastOpen?.iso ?? "-", parts,
      formerAddresses.joined(separator: " "),
    ]
    for (index, column) in columns.enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\t")) }
      text.append(column)
    }
    text.append(UInt8(ascii: "\n"))
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
