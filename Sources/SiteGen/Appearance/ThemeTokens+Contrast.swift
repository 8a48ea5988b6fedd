import SourceText

// Whether people can read what a theme shows with its colours and those of the brand.

extension ThemeTokens {
  /// A pair of colours that is too much alike.
  private struct Shortfall {
    var pair: ContrastPair
    var foreground: Color
    var background: Color
    var contrast: Double
    /// How much of what is needed is there, from 0 to 1.
    var share: Double { contrast / pair.ratio }
  }

  /// The pairs in which a token takes part, itself or mixed.
  private func pairs(with name: String, in scheme: Scheme) -> [ContrastPair] {
    pairs.lazy.map(\.pair).filter { pair in
      roots(of: pair.foreground.value, scheme).contains(name)
        || roots(of: pair.background.value, scheme).contains(name)
    }
  }

  private func shortfall(
    of pair: ContrastPair,
    _ scheme: Scheme,
    assuming other: (name: String, color: Color)? = nil
  ) -> Shortfall? {
    guard let foreground = color(pair.foreground.value, scheme, assuming: other),
      let background = color(pair.background.value, scheme, assuming: other)
    else { return nil }
    let contrast = foreground.contrast(with: background)
    guard contrast < pair.ratio else { return nil }
    return Shortfall(
      pair: pair,
      foreground: foreground,
      background: background,
      contrast: contrast
    )
  }

  /// The nearest colour for a token with which every pair that it is part of can be read.
  ///
  /// - Returns: `color` itself if it is one; `nil` if no lightness of it is.
  func nearest(to color: Color, as name: String, in scheme: Scheme) -> Color? {
    let pairs = pairs(with: name, in: scheme)
    return color.nearest { candidate in
      pairs.allSatisfy { shortfall(of: $0, scheme, assuming: (name, candidate)) == nil }
    }
  }

  /// - Returns: `theme/low-contrast` and `site/low-contrast`, at the colour that has to give way: that
  ///   of the brand if there is one in the pair, else the one that stands on the other; one fault
  ///   for each colour and scheme, about the pair that is read worst.
  func contrastFaults() -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for scheme in Scheme.allCases {
      var worst: [String: Shortfall] = [:]
      for (pair, _) in pairs {
        guard let found = shortfall(of: pair, scheme),
          let name = culprit(of: pair, scheme)
        else { continue }
        if let known = worst[name], known.share <= found.share { continue }
        worst[name] = found
      }
      for name in names {
        if let found = worst[name], let fault = fault(found, name, scheme) { faults.append(fault) }
      }
    }
    return faults
  }

  private func culprit(of pair: ContrastPair, _ scheme: Scheme) -> String? {
    let roots = roots(of: pair.foreground.value, scheme) + roots(of: pair.background.value, scheme)
    return roots.first { colors[$0]?.places[scheme]?.isBrand == true } ?? roots.first
  }

  private func fault(_ found: Shortfall, _ name: String, _ scheme: Scheme) -> Diagnostic? {
    guard let place = colors[name]?.places[scheme], let own = color(name, scheme) else {
      return nil
    }
    let nearest = nearest(to: own, as: name, in: scheme)
    let pair = found.pair
    let needed = pair.ratio == pair.ratio.rounded() ? "\(Int(pair.ratio))" : "\(pair.ratio)"
    return Diagnostic(
      place.isBrand ? "site/low-contrast" : "theme/low-contrast",
      "'\(pair.foreground.value)' \(found.foreground.hex) on '\(pair.background.value)' "
        + "\(found.background.hex) has a contrast of \(oneDecimal(found.contrast)) in the "
        + "\(scheme.rawValue) scheme, and \(needed) is needed",
      path: place.path,
      range: place.range,
      hint: nearest.map { "the nearest colour that passes is \"\($0.hex)\"" }
        ?? "no lightness of \(own.hex) passes; change the other colour, or both"
    )
  }

  /// Rounded down: what is too little must not look enough.
  private func oneDecimal(_ value: Double) -> String {
    let tenths = Int(value * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

// MARK: - Names

extension ThemeTokens {
  /// - Returns: `theme/unknown-token` for pairs and mixes of tokens that are no colours.
  func nameFaults() -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (pair, path) in pairs {
      for name in [pair.foreground, pair.background]
      where colors[name.value] == nil {
        faults.append(unknown(name.value, path, name.range))
      }
    }
    for name in names {
      guard let token = colors[name], color(name, .light) == nil || color(name, .dark) == nil,
        let place = token.places[.light]
      else { continue }
      let parts: [String] =
        switch token.light {
        case .fixed: []
        case .readable(let ground): [ground]
        case .mix(let first, let second, _): [first, second]
        }
      if let part = parts.first(where: { colors[$0] == nil }) {
        faults.append(unknown(part, place.path, place.range))
      } else {
        faults.append(
          Diagnostic(
            "theme/unknown-token",
            "the token '\(name)' leads to no colour: it is made of itself, or of too many others",
            path: place.path,
            range: place.range,
            hint: "begin with a token that has a colour of its own"
          )
        )
      }
    }
    return faults
  }

  private func unknown(_ name: String, _ path: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "theme/unknown-token",
      "the theme has no colour '\(name)'",
      path: path,
      range: range,
      hint: nearestName(to: name, in: names.filter { colors[$0] != nil })
        .map { "did you mean '\($0)'?" } ?? "add it to 'tokens'"
    )
  }
}
