package import SourceText

/// The nodes of one YAML document in document order.
///
/// One block of records and one block of text for the whole document; nothing is allocated per
/// node. Aliases have been replaced by copies, so it is a tree.
package struct YAMLDocument: Sendable {
  let storage: YAMLStorage

  /// The outermost node; an empty mapping when the document is empty.
  package var root: YAMLNode { YAMLNode(storage: storage, index: 0) }
}

// MARK: - Parsing

extension YAMLDocument {
  /// Parses a part of a file, such as the front matter of a posting.
  ///
  /// Scalars stay text, as in the failsafe schema of YAML 1.2: `country: NO` is Norway for
  /// whoever asks for text.
  ///
  /// - Parameters:
  ///   - file: the file; the ranges of all nodes are offsets in it.
  ///   - range: what to parse; a byte-order mark at its start is skipped.
  /// - Returns: the document, unless a fault hides its structure, and the faults:
  ///   `yaml/syntax`, `yaml/not-utf8`, `yaml/control-character`, `yaml/several-documents`,
  ///   `yaml/too-deep` (64 levels), `yaml/alias-limit` (10,000 copied nodes),
  ///   `yaml/unknown-alias` and `yaml/complex-key` come without a document; `yaml/duplicate-key`
  ///   (on the second key; both entries are there) and `yaml/tag` come with one.
  package static func parse(_ file: SourceFile, in range: SourceRange) -> Checked<YAMLDocument> {
    var builder = YAMLBuilder(file: file)
    do throws(Diagnostic) {
      try builder.build(
        try checkedText(of: file, in: range.indices.clamped(to: file.bytes.indices))
      )
      return Checked(YAMLDocument(storage: builder.takeStorage()), builder.faults.sorted())
    } catch {
      return Checked(nil, (builder.faults + [error]).sorted())
    }
  }
}

/// The records and the text of one document, never changed after parsing.
final class YAMLStorage: Sendable {
  let records: [YAMLRecord]
  let text: [UInt8]

  init(records: [YAMLRecord], text: [UInt8]) {
    self.records = records
    self.text = text
  }
}

/// One node; its descendants follow it directly.
struct YAMLRecord: Sendable {
  var kind: YAMLNode.Kind
  var style: ScalarStyle
  /// Whether an anchor or an alias lets several places have this value.
  var isShared = false
  /// How many collections stand in each other here, this one included.
  var height: UInt8 = 0
  var range: SourceRange
  /// The bytes of a scalar in the document's text.
  var text: SourceRange
  /// The index one past the last descendant.
  var next: UInt32
}
