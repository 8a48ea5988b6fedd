import Hashing
import SourceText
import YAML

/// What a posting says, group of fields by group of fields, in 8 bytes each: enough to see what
/// changed since the last build.
///
/// Quotes, white space, the order of fields and comments between them don't count.
package struct Fingerprint: Equatable, Sendable {
  /// The groups in the order they are kept in the state file.
  package enum Group: String, CaseIterable, Sendable {
    case identity, work, dates, pay, hiring, presentation, body

    fileprivate var position: Int { Group.allCases.firstIndex(of: self) ?? 0 }
  }

  /// By the group's position; in line, for an array would be a block of 88 bytes a posting.
  private var parts = InlineArray<7, UInt64>(repeating: 0)

  package init() {}

  package subscript(group: Group) -> UInt64 {
    get { parts[group.position] }
    set { parts[group.position] = newValue }
  }

  package static func == (left: Fingerprint, right: Fingerprint) -> Bool {
    left.parts.indices.allSatisfy { left.parts[$0] == right.parts[$0] }
  }

  /// Of the front matter and the body's HTML.
  init(
    of root: YAMLNode,
    in file: SourceFile,
    body: borrowing ByteBuffer,
    _ hash: inout SHA256
  ) {
    var fields: [(row: Int, range: SourceRange)] = root.entries.compactMap { key, value in
      Schema.job.row(of: key.text).map { ($0, value.range) }
    }
    fields.sort { $0.row < $1.row }
    var bytes = ByteBuffer(capacity: 2048)
    for (group, rows) in zip(Group.allCases, Schema.fingerprintRows) {
      bytes.removeAll()
      for field in fields where rows.contains(field.row) {
        bytes.append(Schema.job.fields[field.row].name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(meaningOf: file.bytes[field.range.indices])
      }
      self[group] = bytes.withBytes { Fingerprint.part(hash.digest(of: $0)) }
    }
    self[.body] = body.withBytes { Fingerprint.part(hash.digest(of: $0)) }
  }

  /// The groups in which two postings differ.
  package func changes(since other: Fingerprint) -> [Group] {
    Group.allCases.filter { self[$0] != other[$0] }
  }

  private static func part(_ digest: SHA256Digest) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64(digest[$1]) }
  }
}

// MARK: - Text

extension Fingerprint {
  /// Reads what ``write(into:)`` wrote.
  init?(_ text: String) {
    let numbers = text.utf8.split(separator: UInt8(ascii: ",")).map {
      UInt64(Substring($0), radix: 16)
    }
    guard numbers.count == parts.count else { return nil }
    for (index, number) in numbers.enumerated() {
      guard let number else { return nil }
      parts[index] = number
    }
  }

  /// Writes the parts as hexadecimal numbers with commas between them.
  func write(into text: inout ByteBuffer) {
    for index in parts.indices {
      if index > 0 { text.append(",") }
      text.append(hexadecimal: parts[index])
    }
  }
}

extension ByteBuffer {
  /// Writes YAML without what only spells it: white space and quotes.
  fileprivate mutating func append(meaningOf yaml: ArraySlice<UInt8>) {
    yaml.withUnsafeBufferPointer { yaml in
      var start = 0
      for (offset, byte) in yaml.enumerated() {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"),
          UInt8(ascii: "\""), UInt8(ascii: "'"):
          append(UnsafeBufferPointer(rebasing: yaml[start..<offset]))
          start = offset + 1
        default: continue
        }
      }
      append(UnsafeBufferPointer(rebasing: yaml[start...]))
    }
  }
}

extension Schema where Model == JobPosting {
  /// The rows of each group in ``Fingerprint/Group`` but the body's.
  fileprivate static let fingerprintRows: [Range<Int>] = {
    var first = 0
    return [identity, work, dates, pay, hiring, presentation].map { fields in
      defer { first += fields.count }
      return first..<first + fields.count
    }
  }()
}
