import Foundation
import _FoundationICU

/// How a language writes amounts of one currency.
struct MoneyPattern: Sendable {
  private let prefix: String
  private let suffix: String
  private let grouping: String
  private let decimal: String
  /// Digits of the last group, and of the groups before it.
  private let groupSizes: (last: Int, others: Int)
  /// Digits behind the point when there are any.
  private let minorDigits: Int

  /// How a language writes amounts of each of these currencies.
  static func all(_ currencies: Set<String>, in locale: Locale) -> [String: MoneyPattern] {
    // Foundation knows one size of groups alone, its ICU both.
    let groupSizes = groupSizes(of: locale)
    // Made once: to make one takes longer than all that it is asked.
    let formatter = NumberFormatter()
    formatter.locale = locale
    formatter.numberStyle = .currency
    return Dictionary(
      uniqueKeysWithValues: currencies.map { currency in
        formatter.currencyCode = currency
        return (currency, MoneyPattern(formatter, groupSizes))
      }
    )
  }

  private init(_ formatter: NumberFormatter, _ groupSizes: (last: Int, others: Int)) {
    minorDigits = formatter.maximumFractionDigits
    // Not its prefix and suffix: they lack the space that stands between letters and digits.
    let sample = formatter.string(from: 1) ?? ""
    prefix = String(sample.prefix { !$0.isNumber })
    suffix = String(sample.reversed().prefix { !$0.isNumber }.reversed())
    grouping = formatter.currencyGroupingSeparator
    decimal = formatter.currencyDecimalSeparator
    self.groupSizes = groupSizes
  }

  /// The digits of the last group and of those before it: 3 and 2 where people write `12,34,567`.
  private static func groupSizes(of locale: Locale) -> (last: Int, others: Int) {
    var status = U_ZERO_ERROR
    let format = swift_unum_open(UNUM_DECIMAL, nil, 0, locale.identifier, nil, &status)
    defer { swift_unum_close(format) }
    guard status.rawValue <= U_ZERO_ERROR.rawValue else { return (3, 3) }
    let last = Int(swift_unum_getAttribute(format, UNUM_GROUPING_SIZE))
    let others = Int(swift_unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE))
    guard last > 0 else { return (.max, .max) }
    return (last, others > 0 ? others : last)
  }

  /// Whole amounts carry no decimals; others carry at least the currency's own.
  func text(of amount: Amount) -> String {
    let (whole, fraction) = amount.digits
    var text = prefix + grouped(whole)
    if !fraction.isEmpty {
      let zeros = max(0, minorDigits - fraction.utf8.count)
      text += decimal + fraction + String(repeating: "0", count: zeros)
    }
    return text + suffix
  }

  private func grouped(_ digits: String) -> String {
    var rest = digits[...]
    var groups: [Substring] = []
    var size = groupSizes.last
    while rest.utf8.count > size {
      groups.append(rest.suffix(size))
      rest = rest.dropLast(size)
      size = groupSizes.others
    }
    groups.append(rest)
    return groups.reversed().joined(separator: grouping)
  }
}
