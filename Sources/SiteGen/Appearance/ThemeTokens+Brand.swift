import SourceText

extension ThemeTokens {
  /// Puts the brand of a site over the theme's tokens.
  ///
  /// - Returns: `site/unknown-token` for what this theme has no token for.
  mutating func apply(_ brand: Brand, path: String) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    func check(_ isKnown: Bool, _ name: String, _ range: SourceRange) {
      guard !isKnown else { return }
      faults.append(
        Diagnostic(
          "site/unknown-token",
          "the theme has no token '\(name)' that a brand could replace",
          path: path,
          range: range,
          hint: "delete it, or add the token to theme.yml"
        )
      )
    }
    let colors = [("color", brand.color), ("accent", brand.accent)]
    for (name, color) in colors {
      guard let color else { continue }
      check(replace(name, with: color, path: path), name, color.light.range)
    }
    let texts = [
      ("font", brand.font), ("radius", brand.radius), ("logo", brand.logo), ("cover", brand.cover),
    ]
    for (name, text) in texts {
      guard let text else { continue }
      check(replace(name, with: text, path: path), name, text.range)
    }
    // Each with the others in place.
    for (name, color) in colors where color != nil && color?.dark == nil { settleDark(name) }
    return faults
  }

  /// Looks for the files that tokens name.
  ///
  /// - Returns: `theme/unknown-asset` and `site/unknown-asset`.
  func assetFaults(_ assets: [Asset]) -> [Diagnostic] {
    names.compactMap { name in
      guard let token = texts[name], let file = token.value else { return nil }
      let isFile = token.kind == .asset || token.kind == .font && FontStack(rawValue: file) == nil
      guard isFile, !assets.contains(where: { $0.name == file }) else { return nil }
      return Diagnostic(
        token.place.isBrand ? "site/unknown-asset" : "theme/unknown-asset",
        "there is no file '\(file)' in assets/",
        path: token.place.path,
        range: token.place.range,
        hint: nearestName(to: file, in: assets.map(\.name)).map { "did you mean '\($0)'?" }
          ?? "put it into assets/ beside site.yml"
      )
    }
  }
}
