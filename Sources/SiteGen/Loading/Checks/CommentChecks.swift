import SourceText
import YAML

// What YAML leaves out without a word.

extension SchemaReader {
  /// Reports values that end at a `#`: `title: Welder #1` is only 'Welder'.
  ///
  /// A comment behind two spaces, or on a line of its own, is meant as one.
  mutating func checkCutValues(_ file: SourceFile, in yaml: SourceRange, _ root: YAMLNode) {
    guard site?.checks.isOn(.cutValue) == true else { return }
    let marks = loneMarks(file.bytes, yaml.indices)
    guard !marks.isEmpty else { return }
    var ends: [UInt32: String] = [:]
    collectPlainValues(of: root, into: &ends)
    for mark in marks {
      // One space stands between the two.
      guard let value = ends[UInt32(mark.lowerBound - 1)] else { continue }
      let cut = file.text(SourceRange(mark))
      report(
        .cutValue,
        "'\(cut)' is not read, as a '#' behind a space begins a note to yourself",
        at: SourceRange(mark),
        hint: hint(forNote: cut, behind: value)
      )
    }
  }

  /// The `#` that stand behind one space, each to the end of its line.
  private func loneMarks(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    var offset = range.lowerBound + 2
    while offset < range.upperBound {
      defer { offset += 1 }
      guard bytes[offset] == UInt8(ascii: "#"), bytes[offset - 1] == 0x20,
        bytes[offset - 2] > 0x20
      else { continue }
      var end = offset
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let start = offset
      offset = end
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      if end > start + 1 { marks.append(start..<end) }
    }
    return marks
  }

  private func collectPlainValues(of node: YAMLNode, into ends: inout [UInt32: String]) {
    switch node.kind {
    case .scalar:
      // Nothing is missing at the end of a number or a date.
      let text = node.text
      guard node.isPlain, !node.range.isEmpty, !text.utf8.allSatisfy(isFigure) else { return }
      ends[node.range.end] = text
    case .sequence: for item in node.items { collectPlainValues(of: item, into: &ends) }
    case .mapping: for (_, value) in node.entries { collectPlainValues(of: value, into: &ends) }
    }
  }
}

/// What to do about a value that ends at a `#`.
private func hint(forNote cut: String, behind value: String) -> String {
  let whole = "\(value) \(cut)"
  let isPlain = !whole.contains("\"") && !whole.contains("\\")
  let quoted =
    isPlain ? "write \"\(whole)\" with its quotes" : "put quotes around the whole value"
  return cut.hasPrefix("# ")
    ? "if it is a note, put two spaces in front of the '#', else \(quoted)"
    : "\(quoted), or put two spaces in front of the '#' if it is a note"
}

/// Whether the byte stands in numbers, dates and times.
private func isFigure(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || ".-:+".utf8.contains(byte)
}
