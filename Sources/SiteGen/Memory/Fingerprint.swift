import Hashing
import SourceText
import YAML

/// What a posting says, group of fields by group of fields, in 8 bytes each: enough to see what
/// changed since the last build.
///
/// Quotes, white space, the order of fields and comments between them don't count.
package struct Fingerprint: Hashable, Sendable {
  /// The groups in the order they are kept in the state file.
  package enum Group: String, CaseIterable, Sendable {
    case identity, work, dates, pay, hiring, presentation, body
  }

  package private(set) var parts: [UInt64]

  package init(parts: [UInt64]) { self.parts = parts }

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
    parts = []
    parts.reserveCapacity(Group.allCases.count)
    var bytes = ByteBuffer(capacity: 2048)
    for rows in Schema.fingerprintRows {
      bytes.removeAll()
      for field in fields where rows.contains(field.row) {
        bytes.append(Schema.job.fields[field.row].name)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(meaningOf: file.bytes[field.range.indices])
      }
      parts.append(bytes.withBytes { Fingerprint.part(hash.digest(of: $0)) })
    }
    parts.append(body.withBytes { Fingerprint.part(hash.digest(of: $0)) })
  }

  /// The body's part, by which a renamed posting is known again.
  package var body: UInt64 { parts.last ?? 0 }

  /// The groups in which two postings differ.
  package func changes(since other: Fingerprint) -> [Group] {
    zip(Group.allCases, zip(parts, other.parts)).filter { $1.0 != $1.1 }.map(\.0)
  }

  private static func part(_ digest: SHA256Digest) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64(digest[$1]) }
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
