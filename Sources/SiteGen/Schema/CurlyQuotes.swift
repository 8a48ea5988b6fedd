import SourceText
import YAML

// Quotes as word processors write them: to YAML they are letters like any other.

/// A text without the typographic quotes that stand around all of it; nothing where there are none.
func withoutCurlyQuotes(_ text: String) -> String? {
  // Nearly every text begins with an ASCII letter.
  guard let first = text.utf8.first, first >= 0xC2 else { return nil }
  let scalars = text.unicodeScalars
  guard scalars.count > 2, let opening = scalars.first, let closing = scalars.last,
    isOpeningQuote(opening), isClosingQuote(closing)
  else { return nil }
  let inner = String(scalars.dropFirst().dropLast())
  // “One” and “two” are two quotations.
  guard !inner.unicodeScalars.contains(where: isQuotationMark) else { return nil }
  let trimmed = trimmed(inner[...])
  return trimmed.isEmpty ? nil : trimmed
}

/// An apostrophe looks like one of the closing marks: `’tis` is no quotation.
private func isOpeningQuote(_ scalar: Unicode.Scalar) -> Bool {
  "“”„«»‘‚".unicodeScalars.contains(scalar)
}

private func isClosingQuote(_ scalar: Unicode.Scalar) -> Bool {
  "“”«»‘’".unicodeScalars.contains(scalar)
}

private func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
  "“”„«»".unicodeScalars.contains(scalar)
}

extension SchemaReader {
  /// Reports a value in typographic quotes.
  ///
  /// - Returns: whether it is one.
  mutating func reportCurlyQuotes(_ node: YAMLNode, _ text: String) -> Bool {
    guard node.isPlain, let inner = withoutCurlyQuotes(text) else { return false }
    append([
      Diagnostic(
        "yaml/curly-quotes",
        "the curly quotes of '\(text)' count as letters like any others",
        path: path,
        range: node.range,
        hint: "write \"\(inner)\" with straight quotes, or leave them out",
        fix: node.edit(to: inner)
      )
    ])
    return true
  }

  /// Reports a place of a list that typographic quotes don't hold together: `[“Porto, PT”]`.
  ///
  /// - Returns: whether there is one.
  mutating func reportTornCurlyQuotes(in list: YAMLNode) -> Bool {
    var parts: [YAMLNode] = []
    for item in list.items {
      guard item.isPlain else {
        parts = []
        continue
      }
      let scalars = item.text.unicodeScalars
      if let first = scalars.first, isOpeningQuote(first) {
        parts = []
      } else if parts.isEmpty {
        continue
      }
      parts.append(item)
      guard parts.count > 1, let last = scalars.last, isClosingQuote(last) else { continue }
      let joined = parts.map(\.text).joined(separator: ", ")
      guard let inner = withoutCurlyQuotes(joined) else { continue }
      let range = SourceRange(start: parts[0].range.start, end: item.range.end)
      append([
        Diagnostic(
          "yaml/curly-quotes",
          "'\(joined)' falls apart at the comma, since curly quotes don't hold it together",
          path: path,
          range: range,
          hint: "write \"\(inner)\" with straight quotes",
          fix: inner.contains("\"") || inner.contains("\\")
            ? nil : SourceEdit(range, to: "\"\(inner)\"")
        )
      ])
      return true
    }
    return false
  }
}
