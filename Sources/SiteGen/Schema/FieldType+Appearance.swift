import SourceText
import YAML

// Colours, lengths, fonts and files of `assets/`.

extension Shape {
  static let color = Shape.written("a colour as six digits in quotes, such as \"#0b5b6b\"")
  static let length = Shape.written("a length such as 0.5rem, 8px or 0")
  static let font = Shape.written(
    "sans, serif, rounded or mono, or a font file of assets/ such as fonts/body.woff2"
  )
}

extension FieldType where Value == Color {
  /// `#0b5b6b`, or `#05b` for `#0055bb`.
  static var color: FieldType {
    FieldType(.color) { node, reader in
      guard let text = reader.scalar(node, expecting: .color) else { return nil }
      guard let color = Color(hex: text) else {
        reader.reportColor(text, at: node.range)
        return nil
      }
      return color
    }
  }
}

extension FieldType where Value == String {
  /// A number with a unit of style sheets.
  static var length: FieldType {
    FieldType(.length) { node, reader in
      guard let text = reader.scalar(node, expecting: .length) else { return nil }
      guard isLength(text) else {
        reader.reportLength(text, at: node.range)
        return nil
      }
      return text
    }
  }

  /// One of ``FontStack``, or the name of a font file in `assets/`.
  static var font: FieldType {
    FieldType(.font) { node, reader in
      guard let text = reader.scalar(node, expecting: .font) else { return nil }
      guard isFont(text) else {
        reader.reportFont(text, at: node.range)
        return nil
      }
      return text
    }
  }
}

extension SchemaReader {
  mutating func reportColor(_ text: String, at range: SourceRange) {
    let bare = Color(hex: "#" + text)?.hex
    report(
      "not-a-color",
      "'\(text)' is not a colour",
      at: range,
      hint: bare.map { "write \"\($0)\"" } ?? "write " + Shape.color.description
    )
  }

  mutating func reportLength(_ text: String, at range: SourceRange) {
    report(
      "not-a-length",
      "'\(text)' is not a length",
      at: range,
      hint: text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        ? "write it with a unit, such as \(text)px" : "write " + Shape.length.description
    )
  }

  mutating func reportFont(_ text: String, at range: SourceRange) {
    let stacks = FontStack.allCases.map(\.rawValue)
    report(
      "not-a-font",
      "'\(text)' is neither a kind of font nor a font file",
      at: range,
      hint: nearestName(to: text, in: stacks).map { "did you mean '\($0)'?" }
        ?? "write " + Shape.font.description
    )
  }
}

/// Whether the text is 0 or a number with a unit, as style sheets write lengths.
package func isLength(_ text: String) -> Bool {
  if text == "0" { return true }
  let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
  let units = ["px", "rem", "em", "ch", "vw", "vh", "%"]
  return !number.isEmpty && Double(number) != nil && text.utf8.count <= 20
    && units.contains(String(text[number.endIndex...]))
}

/// Whether the text is one of ``FontStack`` or names a font file.
package func isFont(_ text: String) -> Bool {
  FontStack(rawValue: text) != nil || FontStack.format(ofFile: text) != nil && isAssetName(text)
}

/// Whether the text can be the name of a file of `assets/`.
package func isAssetName(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.first != UInt8(ascii: "/") && isSitePath("/" + text)
}
