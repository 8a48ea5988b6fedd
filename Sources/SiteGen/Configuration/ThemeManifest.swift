/// `theme.yml`.
package struct ThemeManifest: Sendable {
  package var name = ""
  package var version: String?
  package var extends: String?
  package var tokens: [Entry<ThemeToken>] = []
  package var contrast: [ContrastPair] = []
  package var params: [Entry<ThemeParameter>] = []

  package init() {}
}

/// A value that a site may set under `params`.
package struct ThemeParameter: Sendable {
  package enum Kind: String, Choice { case text, boolean, integer, url, list, map }

  package var kind = Kind.text
  package var fallback: FreeValue = .none
  package var summary: String?

  package init() {}
}

extension Schema where Model == ThemeManifest {
  package static let theme = Schema([
    Field("name", .text(1...60), \.name, .always, "The theme's name.", example: "default"),
    Field("version", .text(1...40), \.version, .optional, "Its version.", example: "1.0.0"),
    Field(
      "extends",
      .slug,
      \.extends,
      .optional,
      "A theme whose files are used where this one has none.",
      example: "default"
    ),
    Field(
      "tokens",
      .tokens,
      \.tokens,
      .optional,
      "Colours, sizes and the like by name.",
      example: "{accent: \"#0a5\"}"
    ),
    Field(
      "contrast",
      .list(of: .contrastPair),
      \.contrast,
      .optional,
      "Which tokens stand on which, and the contrast that they need.",
      example: "[[text, background, 4.5]]"
    ),
    Field(
      "params",
      .dictionary(of: .object(.themeParameter)),
      \.params,
      .optional,
      "The values that a site may set under `params`.",
      example: "{tagline: {type: text}}"
    ),
  ]) { ThemeManifest() }
}

extension Schema where Model == ThemeParameter {
  package static let themeParameter = Schema([
    Field("type", .choice, \.kind, .always, "What its values are.", example: "text"),
    Field(
      "default",
      .free,
      \.fallback,
      .optional,
      "The value where a site sets none.",
      example: "Come and see"
    ),
    Field(
      "doc",
      .text(1...300),
      \.summary,
      .optional,
      "What it is for.",
      example: "A line under the title."
    ),
  ]) { ThemeParameter() }
}
