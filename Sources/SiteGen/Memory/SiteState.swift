package import SourceText

/// What a build remembers for the next one: what each posting was, and when.
///
/// Kept as lines of tab-separated text, sorted by id, so that a committed state file merges like
/// any other text.
package struct SiteState: Sendable {
  package struct Entry: Equatable, Sendable {
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

  /// Sorted by the bytes of their ids, each there once.
  package let entries: [Entry]

  /// - Parameter entries: in any order; of several with one id, the last counts.
  package init(_ entries: [Entry] = []) {
    var sorted = entries
    sorted.sort { $0.id.precedesByBytes($1.id) }
    if zip(sorted, sorted.dropFirst()).contains(where: { $0.id == $1.id }) {
      var last: [String: Entry] = [:]
      for entry in sorted { last[entry.id] = entry }
      sorted = last.values.sorted { $0.id.precedesByBytes($1.id) }
    }
    self.entries = sorted
  }

  /// The entry with this id.
  package subscript(id: String) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id.precedesByBytes(id) { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? entries[low] : nil
  }
}

// MARK: - Text

extension SiteState {
  private static let header = "sitegen-state 1"

  /// Reads a state file; an empty one is a state without memory.
  ///
  /// - Throws: `state/not-readable` at the first line that isn't one of ours.
  package init(_ file: SourceFile) throws(Diagnostic) {
    var entries: [Entry] = []
    var offset = 0
    var isFirst = true
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer {
        offset += line.count + 1
        isFirst = false
      }
      let range = SourceRange(offset..<offset + line.count)
      if isFirst {
        guard file.bytes.isEmpty || line.elementsEqual(SiteState.header.utf8) else {
          throw .stateNotReadable(file.path, range)
        }
      } else if !line.isEmpty {
        guard let entry = Entry(line: line) else { throw .stateNotReadable(file.path, range) }
        entries.append(entry)
      }
    }
    self.init(entries)
  }

  /// Writes the file, handing the buffer to `drain` whenever 64 KiB have come together.
  ///
  /// - Parameter drain: takes the bytes and leaves the buffer empty.
  /// - Throws: what `drain` throws.
  package func write<Failure: Error>(
    draining drain: (inout ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) {
    var text = ByteBuffer(capacity: 1 << 17)
    text.append(SiteState.header)
    text.append("\n")
    for entry in entries {
      entry.write(into: &text)
      if text.count >= 1 << 16 { try drain(&text) }
    }
    try drain(&text)
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
    guard let fingerprint = Fingerprint(columns[6]) else { return nil }
    let former = columns[7].split(separator: " ").map(String.init)
    guard ([columns[1]] + former).allSatisfy(isSitePath) else { return nil }
    self.init(
      id: columns[0],
      address: columns[1],
      state: columns[2],
      firstSeen: firstSeen,
      modified: modified,
      lastOpen: CivilDate(iso: columns[5]),
      fingerprint: fingerprint,
      formerAddresses: former
    )
  }

  fileprivate func write(into text: inout ByteBuffer) {
    for column in [id, address, state] {
      text.append(column)
      text.append("\t")
    }
    for date in [firstSeen, modified, lastOpen] {
      if let date { text.append(date.iso) } else { text.append("-") }
      text.append("\t")
    }
    fingerprint.write(into: &text)
    text.append("\t")
    for (index, address) in formerAddresses.enumerated() {
      if index > 0 { text.append(" ") }
      text.append(address)
    }
    text.append("\n")
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
