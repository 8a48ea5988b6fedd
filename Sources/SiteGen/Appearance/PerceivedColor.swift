import Glibc

/// A colour as people see it: how light it is, and how far and in which direction from grey.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (Oklab), with the
/// matrices of CSS Color 4.
struct PerceivedColor {
  /// From 0 for black to 1 for white.
  var lightness: Double
  /// Green to red.
  var a: Double
  /// Blue to yellow.
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(_ color: Color) {
    let (red, green, blue) = (
      Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue)
    )
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// The colour of a screen; `nil` where screens have none so strong.
  private var exact: Color? {
    func cubed(_ value: Double) -> Double { value * value * value }
    let long = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let medium = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let short = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b)
    guard let red = Color.part(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      let green = Color.part(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      let blue = Color.part(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short)
    else { return nil }
    return Color(red: red, green: green, blue: blue)
  }

  /// The strongest colour of a screen with this lightness and hue that is no stronger than this.
  var color: Color {
    if let exact { return exact }
    var (weak, strong) = (0.0, 1.0)
    var best = PerceivedColor(lightness: lightness, a: 0, b: 0).exact ?? .black
    for _ in 0..<16 {
      let middle = (weak + strong) / 2
      if let found = PerceivedColor(lightness: lightness, a: a * middle, b: b * middle).exact {
        (weak, best) = (middle, found)
      } else {
        strong = middle
      }
    }
    return best
  }
}

extension Color {
  /// The colour of the same hue whose lightness is nearest to this one's, among those that pass.
  ///
  /// - Complexity: at most 2000 colours are tried, those near this one first.
  /// - Returns: this colour if it passes; `nil` if none does.
  package func nearest(where passes: (Color) -> Bool) -> Color? {
    if passes(self) { return self }
    let own = PerceivedColor(self)
    for step in 1...1000 {
      let distance = Double(step) / 1000
      for lightness in [own.lightness - distance, own.lightness + distance]
      where 0...1 ~= lightness {
        let color = PerceivedColor(lightness: lightness, a: own.a, b: own.b).color
        if passes(color) { return color }
      }
    }
    return nil
  }

  /// This colour with so many hundredths of it, the rest being the other, mixed as
  /// `color-mix(in oklab, …)` mixes.
  package func mixed(with other: Color, percent: Int) -> Color {
    let (own, rest) = (PerceivedColor(self), PerceivedColor(other))
    let share = Double(percent) / 100
    func mix(_ left: Double, _ right: Double) -> Double { left * share + right * (1 - share) }
    return PerceivedColor(
      lightness: mix(own.lightness, rest.lightness),
      a: mix(own.a, rest.a),
      b: mix(own.b, rest.b)
    ).color
  }
}
