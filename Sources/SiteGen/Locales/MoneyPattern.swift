import Foundation

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

  init(currency: String, locale: Locale) {
    let formatter = NumberFormatter()
    formatter.locale = locale
    formatter.numberStyle = .currency
    formatter.currencyCode = currency
    prefix = formatter.positivePrefix
    suffix = formatter.positiveSuffix
    grouping = formatter.currencyGroupingSeparator
    decimal = formatter.currencyDecimalSeparator
    let size = formatter.groupingSize > 0 ? formatter.groupingSize : 3
    let others = formatter.secondaryGroupingSize
    groupSizes = (size, others > 0 ? others : size)
    minorDigits = formatter.maximumFractionDigits
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
