import SiteGen
import TestSupport
import Testing

/// Faults of `tokens` and `contrast` in `theme.yml`.
@Suite struct ThemeTokenTests {
  static let cases = [
    BrandFault(
      name: "values of the wrong type",
      brand: """
        tokens:
          a: "#zzz"
          b: {type: length, value: round}
          c: {type: font, value: Arial}
          d: {dark: "#000000"}
          e: {mix: [a, b]}
          F: x
        contrast: [[a, b]]
        """,
      text: """
        themes/tide/theme.yml:3:6: error: '#zzz' is not a colour [theme/not-a-color]
          3 |   a: "#zzz"
            |      ^^^^^^
          = help: write a colour as six digits in quotes, such as "#0b5b6b"
        themes/tide/theme.yml:4:28: error: 'round' is not a length [theme/not-a-length]
          4 |   b: {type: length, value: round}
            |                            ^^^^^
          = help: write a length such as 0.5rem, 8px or 0
        themes/tide/theme.yml:5:26: error: 'Arial' is neither a kind of font nor a font file \
        [theme/not-a-font]
          5 |   c: {type: font, value: Arial}
            |                          ^^^^^
          = help: write sans, serif, rounded or mono, or a font file of assets/ such as \
        fonts/body.woff2
        themes/tide/theme.yml:6:6: error: 'tokens.d' has no 'light' [theme/missing-field]
          6 |   d: {dark: "#000000"}
            |      ^^^^^^^^^^^^^^^^^
          = help: write it beside the others, such as 'light: "#0b5b6b"'
        themes/tide/theme.yml:7:12: error: 'tokens.e.mix' wants two tokens and a number from 1 to 99 \
        [theme/not-a-list]
          7 |   e: {mix: [a, b]}
            |            ^^^^^^
          = help: write it as [accent, background, 12]
        themes/tide/theme.yml:8:3: error: 'F' is not the name of a token [theme/not-a-slug]
          8 |   F: x
            |   ^
          = help: write lower-case letters, digits and hyphens, such as 'on-accent'
        themes/tide/theme.yml:9:12: error: 'contrast' wants two tokens and a ratio from 1 to 21 \
        [theme/not-a-list]
          9 | contrast: [[a, b]]
            |            ^^^^^^
          = help: write it as [text, background, 4.5]; text needs 4.5, large text and controls 3

        """
    ),
    BrandFault(
      name: "tokens that are no colours",
      brand: """
        tokens:
          ink: "#1a2126"
          round: 8px
          tint: {mix: [inc, ink, 12]}
          snake: {on: tail}
          tail: {on: snake}
          badge: {type: asset, value: badge.svg}
          loop: {mix: [ink, loop, 50]}
        contrast:
          - [ink, round, 4.5]
        """,
      text: """
        themes/tide/theme.yml:5:16: error: the theme has no colour 'inc' [theme/unknown-token]
          5 |   tint: {mix: [inc, ink, 12]}
            |                ^^^
          = help: did you mean 'ink'?
        themes/tide/theme.yml:6:15: error: the token 'snake' leads to no colour: it is made of itself, or \
        of too many others [theme/unknown-token]
          6 |   snake: {on: tail}
            |               ^^^^
          = help: begin with a token that has a colour of its own
        themes/tide/theme.yml:7:14: error: the token 'tail' leads to no colour: it is made of itself, or \
        of too many others [theme/unknown-token]
          7 |   tail: {on: snake}
            |              ^^^^^
          = help: begin with a token that has a colour of its own
        themes/tide/theme.yml:8:31: error: there is no file 'badge.svg' in assets/ \
        [theme/unknown-asset]
          8 |   badge: {type: asset, value: badge.svg}
            |                               ^^^^^^^^^
          = help: put it into assets/ beside site.yml
        themes/tide/theme.yml:9:16: error: the token 'loop' leads to no colour: it is made of itself, or \
        of too many others [theme/unknown-token]
          9 |   loop: {mix: [ink, loop, 50]}
            |                ^^^
          = help: begin with a token that has a colour of its own
        themes/tide/theme.yml:11:11: error: the theme has no colour 'round' [theme/unknown-token]
          11 |   - [ink, round, 4.5]
             |           ^^^^^
          = help: add it to 'tokens'

        """
    ),
    BrandFault(
      name: "colours that are too much alike",
      brand: """
        tokens:
          ink: {light: "#7b8a99", dark: "#e8ecee"}
          paper: {light: "#fbfaf8", dark: "#11161a"}
          grey: "#777777"
        contrast:
          - [ink, paper, 4.5]
          - [ink, paper, 3]
          - [grey, grey, 3]
        """,
      text: """
        themes/tide/theme.yml:3:16: error: 'ink' #7b8a99 on 'paper' #fbfaf8 has a contrast of 3.3 in \
        the light scheme, and 4.5 is needed [theme/low-contrast]
          3 |   ink: {light: "#7b8a99", dark: "#e8ecee"}
            |                ^^^^^^^^^
          = help: the nearest colour that passes is "#677584"
        themes/tide/theme.yml:5:9: error: 'grey' #777777 on 'grey' #777777 has a contrast of 1.0 in \
        the dark scheme, and 3 is needed [theme/low-contrast]
          5 |   grey: "#777777"
            |         ^^^^^^^^^
          = help: no lightness of #777777 passes; change the other colour, or both
        themes/tide/theme.yml:5:9: error: 'grey' #777777 on 'grey' #777777 has a contrast of 1.0 in \
        the light scheme, and 3 is needed [theme/low-contrast]
          5 |   grey: "#777777"
            |         ^^^^^^^^^
          = help: no lightness of #777777 passes; change the other colour, or both

        """
    ),
  ]

  @Test(arguments: cases)
  func `what can't be is refused at its line`(_ theme: BrandFault) async throws {
    let folder = try BrandTests.site("", theme: theme.brand)
    let result = await build(folder.path, into: folder) { $0.isCheck = true }
    #expect(report(result, folder.path) == theme.text)
  }

  @Test func `a theme's tokens stand over those of the theme that it extends`() async throws {
    let folder = try BrandTests.site("")
    try folder.write(
      "name: Shore\nextends: tide\ntokens: {radius: 0, accent: \"#123456\", own: 2px}\n",
      to: "themes/shore/theme.yml"
    )
    let result = await build(folder.path, into: folder) { $0.theme = "shore" }
    // The accent is now the same in the dark scheme.
    #expect(
      report(result, folder.path).contains(
        "'accent' #123456 on 'paper' #11161a has a contrast of 1.4 in the dark scheme"
      )
    )
  }
}
