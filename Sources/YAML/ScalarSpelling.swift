package import SourceText

/// How a scalar is written.
enum ScalarStyle: UInt8, Hashable, Sendable {
  case plain, singleQuotes, doubleQuotes
  /// A block of lines behind `|` or `>`.
  case lines
}

extension YAMLNode {
  /// The change that makes this scalar say `text`, in the quotes that it has.
  ///
  /// A plain scalar gets quotes where the new text needs them. Nothing else is touched, so it holds
  /// in block and in flow style.
  ///
  /// - Returns: `nil` for lists, maps, missing values and blocks of lines, and where an anchor or an
  ///   alias gives the value to several places.
  package func edit(to text: String) -> SourceEdit? {
    guard kind == .scalar, !record.isShared, !range.isEmpty else { return nil }
    switch record.style {
    case .lines: return nil
    case .singleQuotes where !text.unicodeScalars.contains(where: needsEscape):
      let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
        result += scalar == "'" ? "''" : String(scalar)
      }
      return SourceEdit(range, to: "'\(doubled)'")
    case .singleQuotes, .doubleQuotes: return SourceEdit(range, to: doubleQuoted(text))
    case .plain:
      // What the old text has without harm harms in no place: a comma in flow style would end it.
      let harmless = self.text.utf8.filter { flowSigns.contains($0) }
      let isPlain = isPlainScalar(text) { harmless.contains($0) }
      return SourceEdit(range, to: isPlain ? text : doubleQuoted(text))
    }
  }
}

/// A text as a YAML scalar for any place: in double quotes where it could mean something else
/// without them.
package func yamlScalar(_ text: String) -> String {
  isPlainScalar(text) { _ in false } ? text : doubleQuoted(text)
}

private let flowSigns = Array(",[]{}".utf8)

/// Whether a text stays what it is without quotes.
private func isPlainScalar(_ text: String, isHarmless: (UInt8) -> Bool) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, let last = bytes.last, last != 0x20, last != UInt8(ascii: ":")
  else { return false }
  guard !" -?:,[]{}#&*!|>'\"%@`=<.".utf8.contains(first) else { return false }
  guard !["~", "null", "Null", "NULL"].contains(text) else { return false }
  for (byte, next) in zip(bytes, bytes.dropFirst() + [0x78]) {
    if byte < 0x20 || byte == 0x7F { return false }
    if flowSigns.contains(byte), !isHarmless(byte) { return false }
    if byte == UInt8(ascii: ":"), next == 0x20 || flowSigns.contains(next) { return false }
    if byte == 0x20, next == UInt8(ascii: "#") { return false }
  }
  return !text.unicodeScalars.contains(where: needsEscape)
}

/// Whether a character can stand only as an escape in double quotes.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
  default: false
  }
}

private func doubleQuoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where needsEscape(scalar):
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
