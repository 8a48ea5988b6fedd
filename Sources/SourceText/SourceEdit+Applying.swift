extension SourceEdit {
  /// Makes changes to a file's bytes; every byte outside of them stays.
  ///
  /// Of two changes that touch the same bytes, or insert at the same place, only the first is made:
  /// whoever looks again will find what the second was about, if it is still wrong.
  ///
  /// - Returns: the new bytes, and the changes that were made, in the order of the file.
  package static func apply(
    _ edits: [SourceEdit],
    to bytes: [UInt8]
  ) -> (bytes: [UInt8], made: [SourceEdit]) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var made: [SourceEdit] = []
    var copied = 0
    for edit in edits.sorted() {
      let range = edit.range.indices
      let isInsertedAgain = made.last.map { $0.range.start == edit.range.start } ?? false
      guard range.lowerBound >= copied, range.upperBound <= bytes.count, !isInsertedAgain,
        !bytes[range].elementsEqual(edit.text.utf8)
      else { continue }
      result += bytes[copied..<range.lowerBound]
      result += edit.text.utf8
      copied = range.upperBound
      made.append(edit)
    }
    result += bytes[copied...]
    return (result, made)
  }
}

extension SourceEdit: Comparable {
  /// By place, then by text: the order in which changes are made.
  package static func < (left: SourceEdit, right: SourceEdit) -> Bool {
    (left.range.start, left.range.end, left.text) < (right.range.start, right.range.end, right.text)
  }
}
