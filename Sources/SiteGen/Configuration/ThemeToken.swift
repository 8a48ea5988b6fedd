import SourceText
import YAML

/// One of a theme's `tokens`: a value that style sheets read as a custom property.
package struct ThemeToken: Sendable {
  package enum Kind: String, Choice { case color, length, font, asset, text }

  package var kind: Kind?
  package var value: Located<String>?
  package var light: Located<Color>?
  /// Of the dark scheme, where it is another.
  package var dark: Located<Color>?
  package var mix: Mix?
  /// The colour that this one is to be read on.
  package var ground: Located<String>?

  package init() {}

  /// A colour made of two others.
  package struct Mix: Sendable {
    package var first: Located<String>
    package var second: Located<String>
    /// How much of the first, in hundredths.
    package var percent: Int
  }
}

/// Two colours that a theme shows on each other.
package struct ContrastPair: Sendable {
  /// Names of tokens.
  package var foreground: Located<String>
  package var background: Located<String>
  /// The least that it has to be.
  package var ratio: Double
}

// MARK: - Rows

extension Schema where Model == ThemeToken {
  package static let themeToken = Schema([
    Field("type", .choice, \.kind, .optional, "What its value is.", example: "length"),
    Field("value", .located(.text(1...200)), \.value, .optional, "The value.", example: "0.5rem"),
    Field(
      "light",
      .located(.color),
      \.light,
      .optional,
      "A colour in the light scheme.",
      example: "\"#0b5b6b\""
    ),
    Field(
      "dark",
      .located(.color),
      \.dark,
      .optional,
      "The colour in the dark scheme.",
      example: "\"#7cc8d8\""
    ),
    Field(
      "mix",
      .mix,
      \.mix,
      .optional,
      "Two tokens, and how many hundredths of the first are in their mix.",
      example: "[accent, background, 12]"
    ),
    Field(
      "on",
      .located(.slug),
      \.ground,
      .optional,
      "The token on which black or white stands, whichever reads better.",
      example: "accent"
    ),
  ]) { ThemeToken() }
}

// MARK: - Types

extension FieldType where Value == ThemeToken {
  /// A text, of which a colour or a length is known by its looks; or a map.
  static var token: FieldType {
    FieldType(.anyOf([.text(1...200), .map(Schema.themeToken.part)])) { node, reader in
      if node.kind != .scalar {
        guard let token = Schema.themeToken.decode(node, &reader) else { return nil }
        return completed(token, node, &reader)
      }
      guard let text = FieldType<String>.text(1...200).read(node, &reader) else { return nil }
      var token = ThemeToken()
      token.value = Located(value: text, range: node.range)
      token.kind = text.hasPrefix("#") ? .color : isLength(text) ? .length : .text
      return completed(token, node, &reader)
    }
  }

  /// The token with its kind, and with its value read as what it is.
  private static func completed(
    _ token: ThemeToken,
    _ node: YAMLNode,
    _ reader: inout SchemaReader
  ) -> ThemeToken? {
    var token = token
    let isColor = token.light != nil || token.mix != nil || token.ground != nil
    let kind = token.kind ?? (isColor || token.dark != nil ? .color : .text)
    token.kind = kind
    switch kind {
    case .color where !isColor:
      guard let value = token.value else {
        if reader.hasFault(within: node.range) { return nil }
        reader.report(
          "missing-field",
          "\(reader.fieldName) has no 'light'",
          at: node.range,
          hint: "write it beside the others, such as 'light: \"#0b5b6b\"'"
        )
        return nil
      }
      guard let color = Color(hex: value.value) else {
        reader.reportColor(value.value, at: value.range)
        return nil
      }
      token.light = Located(value: color, range: value.range)
    case .length:
      if let value = token.value, !isLength(value.value) {
        reader.reportLength(value.value, at: value.range)
        return nil
      }
    case .font:
      if let value = token.value, !isFont(value.value) {
        reader.reportFont(value.value, at: value.range)
        return nil
      }
    case .color, .asset, .text: break
    }
    return token
  }
}

extension FieldType where Value == [Entry<ThemeToken>] {
  /// Tokens by names that style sheets can take over.
  static var tokens: FieldType {
    let tokens = FieldType.dictionary(of: FieldType<ThemeToken>.token)
    return FieldType(tokens.shape) { node, reader in
      tokens.read(node, &reader)?.filter { entry in
        if isSlug(entry.key) { return true }
        reader.report(
          "not-a-slug",
          "'\(entry.key)' is not the name of a token",
          at: entry.keyRange,
          hint: "write lower-case letters, digits and hyphens, such as 'on-accent'"
        )
        return false
      }
    }
  }
}

extension FieldType where Value == ThemeToken.Mix {
  /// `[accent, background, 12]`.
  static var mix: FieldType {
    FieldType(.list(.anyOf([.slug, .integer(1...99)]))) { node, reader in
      let items = Array(node.items)
      guard items.count == 3, items.allSatisfy({ $0.kind == .scalar }), isSlug(items[0].text),
        isSlug(items[1].text), let percent = Int(items[2].text), 1...99 ~= percent
      else {
        reader.report(
          "not-a-list",
          "\(reader.fieldName) wants two tokens and a number from 1 to 99",
          at: node.range,
          hint: "write it as [accent, background, 12]"
        )
        return nil
      }
      return ThemeToken.Mix(
        first: Located(value: items[0].text, range: items[0].range),
        second: Located(value: items[1].text, range: items[1].range),
        percent: percent
      )
    }
  }
}

extension FieldType where Value == ContrastPair {
  /// `[text, background, 4.5]`.
  static var contrastPair: FieldType {
    FieldType(.list(.anyOf([.slug, .decimal]))) { node, reader in
      let items = Array(node.items)
      guard items.count == 3, items.allSatisfy({ $0.kind == .scalar }), isSlug(items[0].text),
        isSlug(items[1].text), let ratio = Double(items[2].text), 1...21 ~= ratio
      else {
        reader.report(
          "not-a-list",
          "\(reader.fieldName) wants two tokens and a ratio from 1 to 21",
          at: node.range,
          hint: "write it as [text, background, 4.5]; text needs 4.5, large text and controls 3"
        )
        return nil
      }
      return ContrastPair(
        foreground: Located(value: items[0].text, range: items[0].range),
        background: Located(value: items[1].text, range: items[1].range),
        ratio: ratio
      )
    }
  }
}
