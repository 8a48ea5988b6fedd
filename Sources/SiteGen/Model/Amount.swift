import SourceText

/// An exact decimal number of money or hours: `52000`, `17.50`.
package struct Amount: Hashable, Sendable {
  /// The digits as a whole number.
  package let coefficient: Int64
  /// How many of them stand behind the point.
  package let scale: Int

  package init(coefficient: Int64, scale: Int = 0) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads digits with at most one point and at most four digits behind it.
  package init?(_ text: String) {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "."),
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let whole = parts.first, whole.count <= 13, let units = Int(digits: whole) else {
      return nil
    }
    guard parts.count == 2 else {
      self.init(coefficient: Int64(units))
      return
    }
    let fraction = parts[1]
    guard 1...4 ~= fraction.count, let rest = Int(digits: fraction) else { return nil }
    let power = (0..<fraction.count).reduce(Int64(1)) { result, _ in result * 10 }
    self.init(coefficient: Int64(units) * power + Int64(rest), scale: fraction.count)
  }
}

extension Amount: Comparable {
  package static func < (left: Amount, right: Amount) -> Bool {
    left.scaled(to: 4) < right.scaled(to: 4)
  }

  package static func == (left: Amount, right: Amount) -> Bool {
    left.scaled(to: 4) == right.scaled(to: 4)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(scaled(to: 4)) }

  private func scaled(to scale: Int) -> Int64 {
    (self.scale..<max(scale, self.scale)).reduce(coefficient) { result, _ in result * 10 }
  }
}

extension Amount {
  /// The number as JSON and people without a locale write it: `52000`, `17.5`.
  package var text: String {
    var digits = String(coefficient)
    guard scale > 0 else { return digits }
    digits = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    var fraction = String(digits.suffix(scale))
    while fraction.last == "0" { fraction.removeLast() }
    let whole = String(digits.dropLast(scale))
    return fraction.isEmpty ? whole : whole + "." + fraction
  }

  /// The digits before the point and those behind it, without trailing zeros.
  package var digits: (whole: String, fraction: String) {
    let parts = text.split(separator: ".", maxSplits: 1)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
  }
}
