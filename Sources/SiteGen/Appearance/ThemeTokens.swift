package import SourceText

/// A theme's tokens with the site's brand over them, ready for style sheets and templates.
package struct ThemeTokens: Sendable {
  /// The two looks of a page, by what a reader's system prefers.
  package enum Scheme: String, CaseIterable, Sendable { case light, dark }

  /// Where a value was written.
  package struct Place: Hashable, Sendable {
    package var path: String
    package var range: SourceRange
    /// Whether `site.yml` says it.
    package var isBrand = false
  }

  /// What a colour is made of.
  enum Source: Sendable {
    case fixed(Color)
    case mix(String, String, percent: Int)
    /// Black or white on another.
    case readable(on: String)
  }

  /// A token that is a colour in each scheme.
  struct ColorToken: Sendable {
    var light: Source
    var dark: Source
    var places: [Scheme: Place]

    func source(_ scheme: Scheme) -> Source { scheme == .light ? light : dark }
  }

  /// A token that is a text: a length, a font, the name of an asset, or anything.
  struct TextToken: Sendable {
    var kind: ThemeToken.Kind
    /// `nil` for a token that a site may set.
    var value: String?
    var place: Place
  }

  /// In the order of the theme's file, those of the themes below it behind them.
  package private(set) var names: [String] = []
  private(set) var colors: [String: ColorToken] = [:]
  private(set) var texts: [String: TextToken] = [:]
  private(set) var pairs: [(pair: ContrastPair, path: String)] = []

  package init() {}
}

// MARK: - Gathering

extension ThemeTokens {
  /// Adds what a theme declares; the theme that extends it came before, and wins.
  mutating func add(_ manifest: ThemeManifest, path: String) {
    for entry in manifest.tokens where colors[entry.key] == nil && texts[entry.key] == nil {
      names.append(entry.key)
      let token = entry.value
      func place(_ range: SourceRange?) -> Place {
        Place(path: path, range: range ?? entry.keyRange)
      }
      guard token.kind == .color else {
        texts[entry.key] = TextToken(
          kind: token.kind ?? .text,
          value: token.value?.value,
          place: place(token.value?.range)
        )
        continue
      }
      let light: Source
      if let mix = token.mix {
        light = .mix(mix.first.value, mix.second.value, percent: mix.percent)
      } else if let ground = token.ground {
        light = .readable(on: ground.value)
      } else {
        light = .fixed(token.light?.value ?? .black)
      }
      let own = place(token.light?.range ?? token.mix?.first.range ?? token.ground?.range)
      colors[entry.key] = ColorToken(
        light: light,
        dark: token.dark.map { .fixed($0.value) } ?? light,
        places: [.light: own, .dark: token.dark.map { place($0.range) } ?? own]
      )
    }
    pairs += manifest.contrast.map { ($0, path) }
  }

  /// Puts a colour of the brand over the theme's.
  ///
  /// - Returns: whether the theme has such a colour.
  mutating func replace(_ name: String, with color: BrandColor, path: String) -> Bool {
    guard let own = colors[name] else { return false }
    let light = Place(path: path, range: color.light.range, isBrand: true)
    var token = own
    token.light = .fixed(color.light.value)
    token.places = [.light: light, .dark: light]
    if let dark = color.dark {
      token.dark = .fixed(dark.value)
      token.places[.dark] = Place(path: path, range: dark.range, isBrand: true)
    } else {
      token.dark = token.light
    }
    colors[name] = token
    return true
  }

  /// Makes a colour of the brand light enough for the dark scheme, where it isn't.
  mutating func settleDark(_ name: String) {
    guard case .fixed(let color)? = colors[name]?.dark,
      let found = nearest(to: color, as: name, in: .dark)
    else { return }
    colors[name]?.dark = .fixed(found)
  }

  /// Puts a text of the brand over the theme's.
  mutating func replace(_ name: String, with text: Located<String>, path: String) -> Bool {
    guard texts[name] != nil else { return false }
    texts[name]?.value = text.value
    texts[name]?.place = Place(path: path, range: text.range, isBrand: true)
    return true
  }
}

// MARK: - Colours

extension ThemeTokens {
  /// A token's colour.
  ///
  /// - Parameters:
  ///   - name: the token.
  ///   - scheme: in which.
  ///   - other: a colour that one token has for this question alone.
  /// - Returns: `nil` where it is made of something that isn't a colour, or of itself.
  func color(
    _ name: String,
    _ scheme: Scheme,
    assuming other: (name: String, color: Color)? = nil
  ) -> Color? {
    color(name, scheme, assuming: other, depth: 0)
  }

  private static let deepest = 8

  private func color(
    _ name: String,
    _ scheme: Scheme,
    assuming other: (name: String, color: Color)?,
    depth: Int
  ) -> Color? {
    if let other, other.name == name { return other.color }
    guard depth < ThemeTokens.deepest, let token = colors[name] else { return nil }
    func part(_ name: String) -> Color? {
      color(name, scheme, assuming: other, depth: depth + 1)
    }
    switch token.source(scheme) {
    case .fixed(let color): return color
    case .readable(let ground): return part(ground)?.readable
    case .mix(let first, let second, let percent):
      guard let first = part(first), let second = part(second) else { return nil }
      return first.mixed(with: second, percent: percent)
    }
  }

  /// The tokens of fixed colours that a token is made of: itself, or what it mixes.
  func roots(of name: String, _ scheme: Scheme, depth: Int = 0) -> [String] {
    guard depth < ThemeTokens.deepest, let token = colors[name] else { return [] }
    switch token.source(scheme) {
    case .fixed: return [name]
    case .readable(let ground): return roots(of: ground, scheme, depth: depth + 1)
    case .mix(let first, let second, _):
      return roots(of: first, scheme, depth: depth + 1)
        + roots(of: second, scheme, depth: depth + 1)
    }
  }
}
