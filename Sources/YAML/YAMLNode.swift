package import SourceText

/// A node of a document, as a view of it.
package struct YAMLNode: Sendable {
  package enum Kind: UInt8, Hashable, Sendable { case scalar, sequence, mapping }

  let storage: YAMLStorage
  let index: Int

  var record: YAMLRecord { storage.records[index] }
}

// MARK: - Properties

extension YAMLNode {
  package var kind: Kind { record.kind }

  /// Where the node is written, in bytes of its file.
  ///
  /// Quotes and brackets belong to it, anchors of scalars don't. A missing value is an empty range
  /// behind its colon; a copy made by an alias has the range of the alias.
  package var range: SourceRange { record.range }

  /// Whether this is a scalar without quotes: only then do `null` and `~` mean nothing.
  package var isPlain: Bool { record.style == .plain && kind == .scalar }

  /// Whether nothing is written here, or one of `~`, `null`, `Null` and `NULL` without quotes.
  package var isNull: Bool {
    guard isPlain, record.text.count <= 4 else { return false }
    return switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// Whether nothing is written here, be it between quotes.
  package var isBlank: Bool { isNull || kind == .scalar && textCount == 0 }

  /// The scalar's text after quotes, escapes and folding; empty for other nodes.
  package var text: String {
    let bytes = storage.text[record.text.indices]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes ``text`` has.
  package var textCount: Int { record.text.count }

  /// Whether ``text`` can be taken as it is: visible ASCII on one line, without a space at its ends.
  package var isVisibleASCII: Bool {
    let range = record.text.indices
    guard kind == .scalar, !range.isEmpty else { return false }
    return unsafe storage.text.withUnsafeBufferPointer { bytes in
      guard unsafe bytes[range.lowerBound] != 0x20, unsafe bytes[range.upperBound - 1] != 0x20
      else { return false }
      for offset in range where unsafe bytes[offset] &- 0x20 >= 0x5F { return false }
      return true
    }
  }

  /// Lends the bytes of ``text`` for the length of `body`.
  package func withTextBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = record.text.indices
    var failure: Failure?
    let result = unsafe storage.text.withUnsafeBufferPointer { bytes -> Result? in
      do throws(Failure) {
        return try unsafe body(UnsafeBufferPointer(rebasing: bytes[range]))
      } catch {
        failure = error
        return nil
      }
    }
    if let failure { throw failure }
    guard let result else { preconditionFailure("a result or a failure") }
    return result
  }
}

// MARK: - Children

extension YAMLNode {
  /// The items of a sequence in order; nothing for other nodes.
  package var items: Items {
    Items(storage: storage, position: index + 1, end: kind == .sequence ? Int(record.next) : 0)
  }

  /// The entries of a mapping in the order they are written; nothing for other nodes.
  package var entries: Entries {
    Entries(storage: storage, position: index + 1, end: kind == .mapping ? Int(record.next) : 0)
  }

  /// The value of the first entry whose key is `key`.
  package func value(for key: String) -> YAMLNode? {
    var key = key
    return key.withUTF8 { name in
      var entries = entries
      while let (key, value) = entries.next() {
        if unsafe key.hasText(name) { return value }
      }
      return nil
    }
  }

  private func hasText(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = record.text.indices
    guard range.count == other.count else { return false }
    return unsafe storage.text.withUnsafeBufferPointer { bytes in
      unsafe bytes[range].elementsEqual(other)
    }
  }

  package struct Items: Sequence, IteratorProtocol {
    fileprivate let storage: YAMLStorage
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> YAMLNode? {
      guard position < end else { return nil }
      defer { position = Int(storage.records[position].next) }
      return YAMLNode(storage: storage, index: position)
    }
  }

  package struct Entries: Sequence, IteratorProtocol {
    fileprivate let storage: YAMLStorage
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
      guard position < end else { return nil }
      // A key is a scalar, so its value is the record behind it.
      let key = YAMLNode(storage: storage, index: position)
      let value = YAMLNode(storage: storage, index: position + 1)
      position = Int(storage.records[position + 1].next)
      return (key, value)
    }
  }
}
