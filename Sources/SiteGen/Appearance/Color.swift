import Glibc

/// An opaque sRGB colour with eight bits for each of its parts, as screens show it.
package struct Color: Hashable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package static let white = Color(red: 255, green: 255, blue: 255)
  package static let black = Color(red: 0, green: 0, blue: 0)

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#rrggbb` or `#rgb`, in either case.
  package init?(hex text: String) {
    var digits = text.utf8.dropFirst().compactMap { byte in
      UInt8(String(UnicodeScalar(byte)), radix: 16)
    }
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == text.utf8.count - 1 else {
      return nil
    }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    self.init(
      red: digits[0] << 4 | digits[1],
      green: digits[2] << 4 | digits[3],
      blue: digits[4] << 4 | digits[5]
    )
  }

  /// `#rrggbb` in lower case.
  package var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return part < 16 ? "0" + digits : digits
      }.joined()
  }
}

// MARK: - Contrast

extension Color {
  /// From 1 for the same brightness to 21 for black and white.
  ///
  /// Source: WCAG 2.2, "contrast ratio" and "relative luminance".
  package func contrast(with other: Color) -> Double {
    let (left, right) = (luminance, other.luminance)
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  private var luminance: Double {
    0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  /// A part from 0 to 1 without the curve of sRGB.
  static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// The part of a screen for a linear one; `nil` beyond what screens can show.
  static func part(_ linear: Double) -> UInt8? {
    guard -0.0005...1.0005 ~= linear else { return nil }
    let value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055
    return UInt8(min(255, max(0, (value * 255).rounded())))
  }

  /// Black or white, whichever can be read better on this colour.
  package var readable: Color {
    contrast(with: .white) >= contrast(with: .black) ? .white : .black
  }
}
