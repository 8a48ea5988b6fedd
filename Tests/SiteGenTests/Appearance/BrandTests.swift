import Foundation
import SiteGen
import TestSupport
import Testing

struct BrandFault: Sendable, CustomTestStringConvertible {
  let name: String
  let brand: String
  let text: String
  var testDescription: String { name }
}

/// A site with a theme of its own, which says what a brand may be.
@Suite struct BrandTests {
  static let tokens = """
    tokens:
      color: {light: "#0b5b6b", dark: "#7cc8d8"}
      accent: {light: "#a2370d", dark: "#f0a37f"}
      paper: {light: "#fbfaf8", dark: "#11161a"}
      ink: {light: "#1a2126", dark: "#e8ecee"}
      tint: {mix: [color, paper, 12]}
      on-color: {on: color}
      font: {type: font, value: sans}
      radius: {type: length, value: 0.75rem}
      logo: {type: asset}
      cover: {type: asset}
      word: plain
    contrast:
      - [ink, paper, 4.5]
      - [ink, tint, 4.5]
      - [color, paper, 4.5]
      - [on-color, color, 4.5]
      - [accent, paper, 3]
    """

  static func site(_ brand: String, theme: String = tokens) throws -> TestFolder {
    let folder = try smallSite(site: "theme: tide\n" + brand)
    try folder.write("name: Tide\n\(theme)\n", to: "themes/tide/theme.yml")
    for text in ["en", "de", "pt"] {
      try FileManager.default.createDirectory(
        atPath: folder.path + "/themes/tide/text",
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(
        atPath: repository + "/themes/default/text/\(text).yml",
        toPath: folder.path + "/themes/tide/text/\(text).yml"
      )
    }
    let page = """
      <p>{{ theme.tokens.color }} {{ theme.dark.color }} {{ theme.tokens.tint }}
      {{ theme.tokens.font }} {{ theme.tokens.radius }} {{ theme.tokens.word }}
      {{ theme.tokens.logo or 'no logo' }} {{ theme.tokens['logo-width'] | default('of no width') }} {{ theme.font_url or 'no font' }}
      """
    for kind in ["home", "list", "group", "job", "page", "not-found", "redirect"] {
      try folder.write(page, to: "themes/tide/templates/\(kind).html")
    }
    try folder.write("@import \"tokens.css\";\np { color: var(--color) }\n", to: "assets/a.css")
    try folder.write("<svg viewBox=\"0 0 64 24\"/>", to: "assets/logo.svg")
    try folder.write("font", to: "assets/fonts/body.woff2")
    return folder
  }

  private func built(_ brand: String) async throws -> (page: String, style: String) {
    let folder = try BrandTests.site(brand)
    let result = await build(folder.path, into: folder)
    try #require(report(result, folder.path) == "")
    let files = try TestFolder.files(below: folder.path + "/public")
    func text(_ test: (String) -> Bool) -> String {
      String(decoding: files.first { test($0.key) }?.value ?? Data(), as: UTF8.self)
    }
    return (text { $0 == "index.html" }, text { $0.hasSuffix(".css") })
  }

  @Test func `without a brand the theme's tokens hold`() async throws {
    let (page, style) = try await built("")
    #expect(
      page == """
        <p>#0b5b6b #7cc8d8 #dfe6e6
        \(FontStack.sans.families.replacingOccurrences(of: "\"", with: "&#34;")) 0.75rem plain
        no logo of no width no font
        """
    )
    #expect(
      style == ":root{--color:#0b5b6b;--accent:#a2370d;--paper:#fbfaf8;--ink:#1a2126;"
        + "--tint:#dfe6e6;--on-color:#ffffff;--font:\(FontStack.sans.families);--radius:0.75rem}"
        + "@media (prefers-color-scheme:dark){:root{--color:#7cc8d8;--accent:#f0a37f;"
        + "--paper:#11161a;--ink:#e8ecee;--tint:#1c282d;--on-color:#000000}}"
        + "p{color:var(--color)}"
    )
  }

  @Test func `a brand replaces tokens, and what is made of them`() async throws {
    let (page, style) = try await built(
      """
      brand:
        color: "#7a1fa2"
        accent: {light: "#0a6b3d", dark: "#8fe0b8"}
        font: fonts/body.woff2
        radius: 0
        logo: logo.svg

      """
    )
    #expect(page.contains("<p>#7a1fa2 #"))
    #expect(page.contains("/assets/logo.") && page.contains("/assets/fonts/body."))
    #expect(page.contains(".svg 64 /assets/"))
    #expect(style.hasPrefix("@font-face{font-family:\"Brand\";font-weight:100 900;"))
    #expect(style.contains("font-display:optional;src:url(\"fonts/body."))
    #expect(style.contains("--font:\"Brand\",system-ui"))
    #expect(style.contains("--radius:0;--logo:url(\"logo."))
    #expect(style.contains("--color:#7a1fa2;--accent:#0a6b3d;"))
    #expect(style.contains("--accent:#8fe0b8;"))
  }

  @Test(arguments: ["#7a1fa2", "#0a3d91", "#8a0f2e"])
  func `one colour serves both schemes`(_ color: String) async throws {
    let (_, style) = try await built("brand: {color: \"\(color)\"}\n")
    let dark = try #require(style.range(of: "@media"))
    let rest = style[dark.lowerBound...]
    let start = try #require(rest.range(of: "--color:")).upperBound
    let twin = try #require(Color(hex: String(rest[start...].prefix(7))))
    let paper = try #require(Color(hex: "#11161a"))
    #expect(twin.hex != color && twin.contrast(with: paper) >= 4.5)
  }

  static let faults = [
    BrandFault(
      name: "no colour",
      brand: "{color: teal, accent: 0b5b6b}",
      text: """
        site.yml:5:16: error: 'teal' is not a colour [site/not-a-color]
          5 | brand: {color: teal, accent: 0b5b6b}
            |                ^^^^
          = help: write a colour as six digits in quotes, such as "#0b5b6b"
        site.yml:5:30: error: '0b5b6b' is not a colour [site/not-a-color]
          5 | brand: {color: teal, accent: 0b5b6b}
            |                              ^^^^^^
          = help: write "#0b5b6b"

        """
    ),
    BrandFault(
      name: "no length and no font",
      brand: "{radius: 8, font: serfi}",
      text: """
        site.yml:5:17: error: '8' is not a length [site/not-a-length]
          5 | brand: {radius: 8, font: serfi}
            |                 ^
          = help: write it with a unit, such as 8px
        site.yml:5:26: error: 'serfi' is neither a kind of font nor a font file [site/not-a-font]
          5 | brand: {radius: 8, font: serfi}
            |                          ^^^^^
          = help: did you mean 'serif'?

        """
    ),
    BrandFault(
      name: "a key that isn't there",
      brand: "{colour: \"#0b5b6b\"}",
      text: """
        site.yml:5:9: error: 'brand' has no field 'colour' [site/unknown-field]
          5 | brand: {colour: "#0b5b6b"}
            |         ^^^^^^
          = help: did you mean 'color'?

        """
    ),
    BrandFault(
      name: "a file that isn't there",
      brand: "{logo: logo.svgg}",
      text: """
        site.yml:5:15: error: there is no file 'logo.svgg' in assets/ [site/unknown-asset]
          5 | brand: {logo: logo.svgg}
            |               ^^^^^^^^^
          = help: did you mean 'logo.svg'?

        """
    ),
    BrandFault(
      name: "a colour that can't be read on paper",
      brand: "{color: \"#e0a83a\"}",
      text: """
        site.yml:5:16: error: 'color' #e0a83a on 'paper' #fbfaf8 has a contrast of 2.0 in the light \
        scheme, and 4.5 is needed [site/low-contrast]
          5 | brand: {color: "#e0a83a"}
            |                ^^^^^^^^^
          = help: the nearest colour that passes is "#976b00"

        """
    ),
    BrandFault(
      name: "a dark colour that can't be read",
      brand: "{color: {light: \"#0b5b6b\", dark: \"#0b5b6b\"}}",
      text: """
        site.yml:5:41: error: 'color' #0b5b6b on 'paper' #11161a has a contrast of 2.3 in the dark \
        scheme, and 4.5 is needed [site/low-contrast]
          5 | brand: {color: {light: "#0b5b6b", dark: "#0b5b6b"}}
            |                                         ^^^^^^^^^
          = help: the nearest colour that passes is "#438898"

        """
    ),
  ]

  @Test(arguments: faults)
  func `a brand that can't be is refused at its line`(_ fault: BrandFault) async throws {
    let folder = try BrandTests.site("brand: \(fault.brand)\n")
    let result = await build(folder.path, into: folder) { $0.isCheck = true }
    #expect(report(result, folder.path) == fault.text)
  }

  @Test func `a brand wants tokens of the theme`() async throws {
    let theme = "tokens: {color: \"#0b5b6b\"}"
    let folder = try BrandTests.site("brand: {radius: 8px}\n", theme: theme)
    let result = await build(folder.path, into: folder) { $0.isCheck = true }
    #expect(
      report(result, folder.path) == """
        site.yml:5:17: error: the theme has no token 'radius' that a brand could replace \
        [site/unknown-token]
          5 | brand: {radius: 8px}
            |                 ^^^
          = help: delete it, or add the token to theme.yml

        """
    )
  }
}
