import SourceText
import YAML

/// `brand` of `site.yml`: what a company puts in place of the theme's tokens of the same names.
package struct Brand: Sendable {
  package var color: BrandColor?
  package var accent: BrandColor?
  /// One of ``FontStack``, or a font file of `assets/`.
  package var font: Located<String>?
  package var radius: Located<String>?
  /// Files of `assets/`.
  package var logo: Located<String>?
  package var cover: Located<String>?

  package init() {}
}

/// A colour of a company; without one for the dark scheme that is worked out.
package struct BrandColor: Sendable {
  package var light = Located(value: Color.black, range: SourceRange(start: 0, end: 0))
  package var dark: Located<Color>?

  package init() {}
}

extension Schema where Model == Brand {
  package static let brand = Schema([
    Field(
      "color",
      .brandColor,
      \.color,
      .optional,
      "The first colour; a map gives one for each scheme.",
      example: "\"#0b5b6b\""
    ),
    Field(
      "accent",
      .brandColor,
      \.accent,
      .optional,
      "The second colour.",
      example: "{light: \"#a2370d\", dark: \"#f0a37f\"}"
    ),
    Field(
      "font",
      .located(.font),
      \.font,
      .optional,
      "A kind of font that every system has, or a font file of assets/.",
      example: "serif"
    ),
    Field(
      "radius",
      .located(.length),
      \.radius,
      .optional,
      "How round corners are.",
      example: "0.5rem"
    ),
    Field(
      "logo",
      .located(.text(1...200)),
      \.logo,
      .optional,
      "A picture of assets/ for the header.",
      example: "logo.svg"
    ),
    Field(
      "cover",
      .located(.text(1...200)),
      \.cover,
      .optional,
      "A picture of assets/ for the home page.",
      example: "cover.jpg"
    ),
  ]) { Brand() }
}

extension Schema where Model == BrandColor {
  package static let brandColor = Schema([
    Field(
      "light",
      .located(.color),
      \.light,
      .always,
      "The colour in the light scheme.",
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
  ]) { BrandColor() }
}

extension FieldType where Value == BrandColor {
  /// A colour, or one for each scheme.
  static var brandColor: FieldType {
    FieldType(.anyOf([.color, .map(Schema.brandColor.part)])) { node, reader in
      guard node.kind == .scalar else { return Schema.brandColor.decode(node, &reader) }
      return FieldType<Color>.color.read(node, &reader).map { color in
        var brand = BrandColor()
        brand.light = Located(value: color, range: node.range)
        return brand
      }
    }
  }
}
