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
  ///
  /// Not through Foundation, which knows one size of groups alone.
  static func all(_ currencies: Set<String>, in locale: Locale) -> [String: MoneyPattern] {
    var status = U_ZERO_ERROR
    let format = swift_unum_open(UNUM_CURRENCY, nil, 0, locale.identifier, nil, &status)
    defer { swift_unum_close(format) }
    var patterns: [String: MoneyPattern] = [:]
    for currency in currencies {
      // A currency with separators of its own leaves them behind: each gets a copy.
      let copy = swift_unum_clone(format, &status)
      defer { swift_unum_close(copy) }
      guard status.rawValue <= U_ZERO_ERROR.rawValue, let copy else { return [:] }
      patterns[currency] = MoneyPattern(currency: currency, copy)
    }
    return patterns
  }

  private init(currency: String, _ format: UnsafeMutablePointer<UNumberFormat?>) {
    var status = U_ZERO_ERROR
    let code = Array(currency.utf16)
    swift_unum_setTextAttribute(format, UNUM_CURRENCY_CODE, code, Int32(code.count), &status)
    // An amount in full shows the space between letters and digits, which prefix and suffix lack.
    let sample = written { swift_unum_formatDouble(format, 1, $0, $1, nil, &status) }
    prefix = String(sample.prefix { !$0.isNumber })
    suffix = String(sample.reversed().prefix { !$0.isNumber }.reversed())
    func symbol(_ symbol: UNumberFormatSymbol) -> String {
      written { swift_unum_getSymbol(format, symbol, $0, $1, &status) }
    }
    grouping = symbol(UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL)
    decimal = symbol(UNUM_MONETARY_SEPARATOR_SYMBOL)
    minorDigits = Int(swift_unum_getAttribute(format, UNUM_MAX_FRACTION_DIGITS))
    let last = Int(swift_unum_getAttribute(format, UNUM_GROUPING_SIZE))
    let others = Int(swift_unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE))
    // None where people don't group.
    groupSizes = last > 0 ? (last, others > 0 ? others : last) : (.max, .max)
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

/// What a function of ICU writes into a buffer: texts of a few letters.
private func written(_ write: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32) -> String {
  let units = [UInt16](unsafeUninitializedCapacity: 64) { buffer, count in
    count = min(64, max(0, Int(write(buffer.baseAddress, 64))))
  }
  return String(decoding: units, as: UTF16.self)
}
