import Hashing
import SourceText
import YAML

/// What a posting says, group of fields by group of fields, in 8 bytes each: enough to see what
/// changed since the last build.
///
/// Spelling that means the same, such as quotes, comments and the order of fields, doesn't count.
package struct Fingerprint: Hashable, Sendable {
  /// The groups in the order they are kept in the state file.
  package enum Group: String, CaseIterable, Sendable {
    case identity, work, dates, pay, hiring, presentation, body
  }

  package private(set) var parts: [UInt64]

  package init(parts: [UInt64]) { self.parts = parts }

  /// Of the front matter and the body's HTML.
  init(of root: YAMLNode, body: borrowing ByteBuffer, _ hash: inout SHA256) {
    var fields: [(row: Int, value: YAMLNode)] = root.entries.compactMap { key, value in
      Schema.job.row(of: key.text).map { ($0, value) }
    }
    fields.sort { $0.row < $1.row }
    parts = []
    parts.reserveCapacity(Group.allCases.count)
    var bytes = ByteBuffer(capacity: 2048)
    for rows in Schema.fingerprintRows {
      bytes.removeAll()
      for field in fields where rows.contains(field.row) {
        bytes.append(Schema.job.fields[field.row].name)
        bytes.append(0 as UInt8)
        field.value.appendMeaning(to: &bytes)
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

extension YAMLNode {
  /// The node's structure and texts, without its spelling.
  fileprivate func appendMeaning(to bytes: inout ByteBuffer) {
    switch kind {
    case .scalar: withTextBytes { bytes.append($0) }
    case .sequence: for item in items { item.appendMeaning(to: &bytes) }
    case .mapping:
      for (key, value) in entries {
        key.appendMeaning(to: &bytes)
        value.appendMeaning(to: &bytes)
      }
    }
    bytes.append(UInt8(kind.rawValue + 1))
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
