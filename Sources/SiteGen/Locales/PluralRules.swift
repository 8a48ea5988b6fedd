import _FoundationICU

/// Which of a text's plural forms a whole number takes in one language.
///
/// Source: CLDR's cardinal rules through ICU, asked once per language and kept as a table.
package struct PluralRules: Sendable {
  /// The categories of CLDR, spelt as keys of interface texts.
  package enum Category: String, CaseIterable, Sendable { case zero, one, two, few, many, other }

  /// For 0 to 199; later hundreds repeat the second one.
  private let table: [Category]
  /// For whole millions, which Romance languages treat apart.
  private let million: Category

  package init(language: String) {
    var status = U_ZERO_ERROR
    let rules = swift_uplrules_open(language, &status)
    defer { swift_uplrules_close(rules) }
    func category(_ number: Int) -> Category {
      var buffer = [UInt16](repeating: 0, count: 16)
      let length = swift_uplrules_select(rules, Double(number), &buffer, 16, &status)
      guard length > 0 else { return .other }
      return Category(rawValue: String(decoding: buffer[..<Int(length)], as: UTF16.self)) ?? .other
    }
    table = (0..<200).map(category)
    million = category(1_000_000)
  }

  /// The forms that numbers below 200 take, in the order of CLDR: those that texts must have.
  package var categories: [Category] { Category.allCases.filter { table.contains($0) } }

  package func category(of number: Int) -> Category {
    let number = Int(number.magnitude % 1_000_000_000_000)
    if number < 200 { return table[number] }
    return number % 1_000_000 == 0 ? million : table[100 + number % 100]
  }
}
