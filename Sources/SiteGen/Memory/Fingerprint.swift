import Hashing
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

  /// Of the front matter; the body's part follows with ``setBody(_:)``.
  init(of root: YAMLNode) {
    var texts = [[String: [UInt8]]](repeating: [:], count: Group.allCases.count)
    for (key, value) in root.entries {
      let name = key.text
      guard let group = Schema.fingerprintGroups[name] else { continue }
      var bytes: [UInt8] = []
      value.appendMeaning(to: &bytes)
      texts[group][name] = bytes
    }
    parts = texts.map { fields in
      var bytes: [UInt8] = []
      for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
        bytes += name.utf8
        bytes.append(0)
        bytes += text
      }
      return Fingerprint.digest(bytes)
    }
  }

  /// Takes over the fingerprint of the body's HTML.
  mutating func setBody(_ html: [UInt8]) {
    parts[Group.allCases.count - 1] = Fingerprint.digest(html)
  }

  /// The body's part, by which a renamed posting is known again.
  package var body: UInt64 { parts.last ?? 0 }

  /// The groups in which two postings differ.
  package func changes(since other: Fingerprint) -> [Group] {
    zip(Group.allCases, zip(parts, other.parts)).filter { $1.0 != $1.1 }.map(\.0)
  }

  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    let digest = SHA256.digest(of: bytes)
    return (0..<8).reduce(0) { $0 << 8 | UInt64(digest[$1]) }
  }
}

extension YAMLNode {
  /// The node's structure and texts, without its spelling.
  fileprivate func appendMeaning(to bytes: inout [UInt8]) {
    switch kind {
    case .scalar: withTextBytes { bytes.append(contentsOf: $0) }
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
  /// The number of each field's group in ``Fingerprint/Group``.
  fileprivate static let fingerprintGroups: [String: Int] = {
    let groups = [identity, work, dates, pay, hiring, presentation]
    return Dictionary(
      uniqueKeysWithValues: groups.enumerated().flatMap { index, fields in
        fields.map { ($0.name, index) }
      })
  }()
}
