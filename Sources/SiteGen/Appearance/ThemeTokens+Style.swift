import SourceText

// What style sheets and templates see of tokens.

extension ThemeTokens {
  /// The name of the style sheet that stands for the tokens.
  static let sheetName = "tokens.css"

  /// The tokens as custom properties: `--accent` and so on, colours for both schemes.
  ///
  /// Texts without a type stay with the templates.
  ///
  /// - Parameter assets: the published names of the files that tokens may name.
  /// - Returns: rules for `:root`, minified, with the font's file in front of them.
  func style(_ assets: [Asset]) -> String {
    var light = ""
    var dark = ""
    var face = ""
    for name in names {
      if let color = color(name, .light) {
        light += "--\(name):\(color.hex);"
        if let other = self.color(name, .dark), other != color { dark += "--\(name):\(other.hex);" }
      }
      guard let token = texts[name], let value = token.value else { continue }
      switch token.kind {
      case .length: light += "--\(name):\(value);"
      case .font:
        light += "--\(name):\(families(value));"
        if let file = published(value, assets), let format = FontStack.format(ofFile: value) {
          face =
            "@font-face{font-family:\"\(ThemeTokens.ownFamily)\";font-weight:100 900;"
            + "font-display:optional;src:url(\"\(file)\") format(\"\(format)\")}"
        }
      case .asset:
        if let file = published(value, assets) { light += "--\(name):url(\"\(file)\");" }
      case .color, .text: continue
      }
    }
    var sheet = face
    if !light.isEmpty { sheet += ":root{\(light.dropLast())}" }
    if !dark.isEmpty { sheet += "@media (prefers-color-scheme:dark){:root{\(dark.dropLast())}}" }
    return sheet
  }

  private static let ownFamily = "Brand"

  /// The value of `font-family` for a kind of font or a font file.
  private func families(_ font: String) -> String {
    if let stack = FontStack(rawValue: font) { return stack.families }
    return "\"\(ThemeTokens.ownFamily)\"," + FontStack.sans.families
  }

  /// The name that an asset has beside the style sheets.
  private func published(_ name: String, _ assets: [Asset]) -> String? {
    assets.first { $0.name == name }.map { String($0.outputName.dropFirst("assets/".count)) }
  }

  /// The font file that pages load, if they load one.
  var fontFile: String? {
    texts.values.first { $0.kind == .font }?.value.flatMap { font in
      FontStack(rawValue: font) == nil ? font : nil
    }
  }

  /// What templates see: colours as `#rrggbb`, assets by their names, fonts as lists of families.
  ///
  /// - Returns: the value of each token by its name; none for one that only a site sets.
  func values(_ scheme: Scheme) -> [(name: String, value: TemplateToken)] {
    names.map { name in
      if let color = color(name, scheme) { return (name, .text(color.hex)) }
      guard let token = texts[name], let value = token.value else { return (name, .none) }
      switch token.kind {
      case .asset: return (name, .asset(value))
      case .font: return (name, .text(families(value)))
      case .length, .color, .text: return (name, .text(value))
      }
    }
  }

  enum TemplateToken: Sendable {
    case none
    case text(String)
    /// The name of an asset, of which templates get the address.
    case asset(String)
  }
}
