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
    /// Further addresses that its author gives it.
    package var aliases: [String]
  }

  /// An address of a posting that was taken away.
  package struct Gone: Hashable, Sendable {
    package var address: String
    /// The day of the build that found it so.
    package var since: CivilDate
  }

  /// Sorted by the bytes of their ids, each there once.
  package let entries: [Entry]
  /// Sorted by the bytes of their addresses, each there once.
  package let gone: [Gone]

  /// - Parameters:
  ///   - entries: in any order; of several with one id, the last counts.
  ///   - gone: in any order; of several with one address, the earliest counts.
  package init(_ entries: [Entry] = [], gone: [Gone] = []) {
    self.gone = gone.isEmpty ? [] : SiteState.unique(gone)
    var sorted = entries
    sorted.sort { $0.id.precedesByBytes($1.id) }
    if zip(sorted, sorted.dropFirst()).contains(where: { $0.id == $1.id }) {
      var last: [String: Entry] = [:]
      for entry in sorted { last[entry.id] = entry }
      sorted = last.values.sorted { $0.id.precedesByBytes($1.id) }
    }
    self.entries = sorted
  }

  private static func unique(_ gone: [Gone]) -> [Gone] {
    var first: [String: CivilDate] = [:]
    for entry in gone {
      first[entry.address] = min(entry.since, first[entry.address] ?? entry.since)
    }
    return first.map { Gone(address: $0.key, since: $0.value) }
      .sorted { $0.address.precedesByBytes($1.address) }
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

// MARK: - Reading

extension SiteState {
  private static let header = "sitegen-state 2"
  private static let oldHeader = "sitegen-state 1"

  /// Reads a state file; an empty one is a state without memory.
  ///
  /// Version 1, which knew neither fields nor addresses that are gone, is read too.
  ///
  /// - Throws: `state/not-readable` at the first line that isn't one of ours.
  package init(_ file: SourceFile) throws(Diagnostic) {
    var reading = StateReading()
    var offset = 0
    for line in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = SourceRange(offset..<offset + line.count)
      guard file.bytes.isEmpty || reading.read(line) else {
        throw .stateNotReadable(file.path, range)
      }
      offset += line.count + 1
    }
    self.init(reading.entries, gone: reading.gone)
  }

  /// What the lines so far have given.
  private struct StateReading {
    var entries: [Entry] = []
    var gone: [Gone] = []
    private var version = 0
    /// By their letters, the rows of fields.
    private var rows: [UInt8: Int?] = [:]

    /// - Returns: whether the line is one of ours.
    mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
      guard version > 0 else {
        if line.elementsEqual(SiteState.header.utf8) { version = 2 }
        if line.elementsEqual(SiteState.oldHeader.utf8) { version = 1 }
        return version > 0
      }
      guard let first = line.first else { return true }
      if first == UInt8(ascii: "/") {
        guard let address = Gone(line: line) else { return false }
        gone.append(address)
        return true
      }
      if line.starts(with: "fields\t".utf8) {
        let names = line.dropFirst(7).split(separator: UInt8(ascii: " "))
        for (letter, name) in zip(Fingerprint.letters, names) {
          rows[letter] = .some(Schema.job.row(of: String(decoding: name, as: UTF8.self)))
        }
        return true
      }
      guard let entry = Entry(line: line, version: version, rows: rows) else { return false }
      entries.append(entry)
      return true
    }
  }
}

extension SiteState.Gone {
  fileprivate init?(line: ArraySlice<UInt8>) {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard columns.count == 2,
      let since = CivilDate(iso: String(decoding: columns[1], as: UTF8.self))
    else { return nil }
    let address = String(decoding: columns[0], as: UTF8.self)
    guard isSitePath(address) else { return nil }
    self.init(address: address, since: since)
  }
}

extension SiteState.Entry {
  fileprivate init?(line: ArraySlice<UInt8>, version: Int, rows: [UInt8: Int?]) {
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard columns.count == (version == 1 ? 8 : 9) else { return nil }
    func text(_ column: Int) -> String { String(decoding: columns[column], as: UTF8.self) }
    func addresses(_ column: Int) -> [String] {
      column < columns.count ? text(column).split(separator: " ").map(String.init) : []
    }
    guard isSlug(text(0)), let firstSeen = CivilDate(iso: text(3)),
      let modified = CivilDate(iso: text(4)),
      let fingerprint = version == 1
        ? Fingerprint(version1: columns[6]) : Fingerprint(columns[6], rows: rows)
    else { return nil }
    let (former, aliases) = (addresses(7), addresses(8))
    guard ([text(1)] + former + aliases).allSatisfy(isSitePath) else { return nil }
    self.init(
      id: text(0),
      address: text(1),
      state: text(2),
      firstSeen: firstSeen,
      modified: modified,
      lastOpen: CivilDate(iso: text(5)),
      fingerprint: fingerprint,
      formerAddresses: former,
      aliases: aliases
    )
  }
}

// MARK: - Writing

extension SiteState {
  /// Writes the file, handing the buffer to `drain` whenever 64 KiB have come together.
  ///
  /// - Parameter drain: takes the bytes and leaves the buffer empty.
  /// - Throws: what `drain` throws.
  package func write<Failure: Error>(
    draining drain: (inout ByteBuffer) throws(Failure) -> Void
  ) throws(Failure) {
    var text = ByteBuffer(capacity: 1 << 17)
    text.append(SiteState.header)
    text.append("\nfields\t")
    for row in 0..<Schema.fingerprintedRows {
      if row > 0 { text.append(" ") }
      text.append(Schema.job.fields[row].name)
    }
    text.append("\n")
    for entry in entries {
      entry.write(into: &text)
      if text.count >= 1 << 16 { try drain(&text) }
    }
    for address in gone {
      text.append(address.address)
      text.append("\t")
      text.append(address.since.iso)
      text.append("\n")
      if text.count >= 1 << 16 { try drain(&text) }
    }
    try drain(&text)
  }
}

extension SiteState.Entry {
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
    for addresses in [formerAddresses, aliases] {
      text.append("\t")
      for (index, address) in addresses.enumerated() {
        if index > 0 { text.append(" ") }
        text.append(address)
      }
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
