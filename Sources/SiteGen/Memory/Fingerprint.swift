import Hashing
import SourceText
import YAML

/// What a posting says, in a few bytes: enough to see which fields changed since the last build.
///
/// Quotes, white space, the order of fields and comments between them don't count.
package struct Fingerprint: Equatable, Sendable {
  /// Of the body's HTML.
  package var body: UInt64 = 0
  /// Of all fields; 0 where that isn't known.
  package var front: UInt64 = 0
  /// By the row of the schema, 0 for a field that isn't filled in.
  ///
  /// They name what changed, so that one in 65,535 may be missed. In line: an array would be a block
  /// of its own.
  private var fields = InlineArray<48, UInt16>(repeating: 0)

  package init() {}

  package static func == (left: Fingerprint, right: Fingerprint) -> Bool {
    left.body == right.body && left.front == right.front && left.hasFields(of: right)
  }

  private func hasFields(of other: Fingerprint) -> Bool {
    fields.indices.allSatisfy { fields[$0] == other.fields[$0] }
  }

  /// Of the front matter and the body's HTML.
  init(
    of root: YAMLNode,
    in file: SourceFile,
    body: borrowing ByteBuffer,
    _ hash: inout SHA256
  ) {
    var found: [(row: Int, range: SourceRange)] = root.entries.compactMap { key, value in
      Schema.job.row(of: key.text).map { ($0, value.range) }
    }
    found.sort { $0.row < $1.row }
    var bytes = ByteBuffer(capacity: 4096)
    for field in found where field.row < Schema.fingerprintedRows {
      bytes.append(Schema.job.fields[field.row].name)
      bytes.append(UInt8(ascii: ":"))
      let start = bytes.count
      bytes.append(meaningOf: file.bytes[field.range.indices])
      fields[field.row] = bytes.withBytes { shortHash($0[start...]) }
    }
    front = bytes.withBytes { Fingerprint.part(hash.digest(of: $0)) }
    self.body = body.withBytes { Fingerprint.part(hash.digest(of: $0)) }
  }

  private static func part(_ digest: SHA256Digest) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64(digest[$1]) }
  }
}

/// The same 16 bits for the same bytes in every run (FNV-1a, folded), and never 0.
private func shortHash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
  let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  let folded = hash ^ hash >> 32
  return max(1, UInt16(truncatingIfNeeded: folded ^ folded >> 16))
}

// MARK: - Comparing

extension Fingerprint {
  /// What `changes(since:)` calls the text below the front matter.
  package static let bodyName = "body"

  /// Whether two postings say the same; what isn't known of one doesn't count.
  package func isSame(as other: Fingerprint) -> Bool {
    body == other.body && (front == other.front || front == 0 || other.front == 0)
  }

  /// The names of the fields in which two postings differ, in the order of the schema, then `body`.
  package func changes(since other: Fingerprint) -> [String] {
    var names: [String] = []
    if front != 0, other.front != 0 {
      names = (0..<Schema.fingerprintedRows).filter { fields[$0] != other.fields[$0] }
        .map { Schema.job.fields[$0].name }
    }
    return body == other.body ? names : names + [Fingerprint.bodyName]
  }

  /// Whether two postings are called the same, or are the same work: one of them may be the other
  /// under a new id.
  func isAkin(to other: Fingerprint) -> Bool {
    guard front != 0, other.front != 0 else { return true }
    func isSame(_ rows: Range<Int>) -> Bool {
      rows.allSatisfy { $0 == Schema.job.row(of: "id") || fields[$0] == other.fields[$0] }
    }
    let identity = Schema.identity.count
    return isSame(0..<identity) || isSame(identity..<identity + Schema.work.count)
  }
}

extension Schema where Model == JobPosting {
  /// The rows that count: all but those that readers don't see, which stand last.
  static let fingerprintedRows: Int = {
    let rows = job.fields.count - checking.count
    precondition(rows <= 48, "a fingerprint has room for 48 fields")
    return rows
  }()
}

// MARK: - Text

extension Fingerprint {
  /// The letters of rows in a state file, by the row.
  static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv".utf8)

  /// Reads what ``write(into:)`` wrote.
  ///
  /// - Parameters:
  ///   - text: the column of the state file.
  ///   - rows: by the letter, the row that it stands for; `nil` for a field that there is no more.
  init?(_ text: ArraySlice<UInt8>, rows: [UInt8: Int?]) {
    let parts = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 3, let body = number(parts[0]), let front = number(parts[1]),
      parts[2].count.isMultiple(of: 5)
    else { return nil }
    self.body = body
    self.front = front
    for start in stride(from: parts[2].startIndex, to: parts[2].endIndex, by: 5) {
      guard let row = rows[parts[2][start]], let hash = number(parts[2][start + 1..<start + 5])
      else { return nil }
      if let row { fields[row] = UInt16(hash) }
    }
  }

  /// Reads what version 1 of the state file has: seven numbers, of which only the body's can still
  /// be compared.
  init?(version1 text: ArraySlice<UInt8>) {
    let numbers = text.split(separator: UInt8(ascii: ",")).map(number)
    guard numbers.count == 7, numbers.allSatisfy({ $0 != nil }), let last = numbers.last
    else { return nil }
    body = last ?? 0
  }

  /// Writes the parts with commas between them, then each filled field's letter and four digits.
  func write(into text: inout ByteBuffer) {
    text.append(hexadecimal: body)
    text.append(",")
    text.append(hexadecimal: front)
    text.append(",")
    for row in fields.indices where fields[row] != 0 {
      text.append(Fingerprint.letters[row])
      for shift in [12, 8, 4, 0] as [UInt16] {
        text.append(hexadecimal: UInt64(fields[row] >> shift & 15))
      }
    }
  }
}

/// A hexadecimal number of at most 16 digits.
private func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
  guard 1...16 ~= digits.count else { return nil }
  var number: UInt64 = 0
  for digit in digits {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - 48)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(digit - 87)
    default: return nil
    }
  }
  return number
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
