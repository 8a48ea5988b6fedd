/// Between which bounds pay is plausible in one currency.
///
/// An hour's pay lies between 1.50 and 500 US dollars or what is worth as much; anything beyond is
/// more likely a wrong period or a digit too many. The lower bound is near the lowest minimum wages of
/// countries that use dollars or euros. The upper one is a figure of our own, a million a year: more than
/// surgeons, executives and consultants are advertised with. By the month it is half of that, since a
/// year's pay given as a month's is the most frequent mistake. Only the order of magnitude of a currency
/// counts, which outlives all but a collapse: a currency that isn't listed, because it had one, isn't
/// judged. Hours in a period: the factors that clients of job boards use to compare pay by the year (2,080
/// hours, 260 days, 52 weeks, 12 months).
struct PayBounds {
  private static let lowestHour = 1.5
  private static let highestHour = 500.0
  /// Apprentices, trainees and people who come for a few hours a week get a small part of that.
  private static let smallPart = 15.0
  /// How many times the lowest pay the highest may be.
  static let widestRange = 8.0

  private let low: Double
  private let high: Double

  /// - Returns: nothing for a currency whose worth isn't known.
  init?(_ currency: String, isFullTime: Bool) {
    guard let power = Self.magnitudes[currency] else { return nil }
    let unit = (0..<power).reduce(1.0) { worth, _ in worth * 10 }
    // A magnitude is off by up to three times either way.
    low = Self.lowestHour * unit / (power == 0 ? 1 : 3) / (isFullTime ? 1 : Self.smallPart)
    high = Self.highestHour * unit * (power == 0 ? 1 : 3)
  }

  struct Judgement {
    var isLow: Bool
    /// The period for which the amount would be plausible, if it is only one.
    var likelyPeriod: PayPeriod?
  }

  /// What is wrong with an amount, or nothing.
  func judge(_ amount: Amount, per period: PayPeriod) -> Judgement? {
    let hour = amount.number / period.hours
    guard hour < low || hour > (period == .month ? high / 2 : high) else { return nil }
    // What most people are paid, so that one period is left.
    let likely = PayPeriod.allCases.filter {
      (low * 4...high / 8).contains(amount.number / $0.hours)
    }
    return Judgement(isLow: hour < low, likelyPeriod: likely.count == 1 ? likely[0] : nil)
  }

  /// The power of ten nearest to how many units make one US dollar.
  private static let magnitudes: [String: Int] = [
    "AUD": 0, "BGN": 0, "CAD": 0, "CHF": 0, "EUR": 0, "GBP": 0, "NZD": 0, "SGD": 0, "USD": 0,
    "AED": 1, "BRL": 1, "CNY": 1, "CZK": 1, "DKK": 1, "HKD": 1, "ILS": 1, "MXN": 1, "MYR": 1,
    "NOK": 1, "PLN": 1, "QAR": 1, "RON": 1, "SAR": 1, "SEK": 1, "THB": 1, "TWD": 1, "ZAR": 1,
    "HUF": 2, "INR": 2, "ISK": 2, "JPY": 2, "KES": 2, "PHP": 2, "RSD": 2,
    "CLP": 3, "KRW": 3, "COP": 4, "IDR": 4, "VND": 4,
  ]
}

extension PayPeriod {
  /// Working hours of somebody who works full time.
  fileprivate var hours: Double {
    switch self {
    case .hour: 1
    case .day: 8
    case .week: 40
    case .month: 2080.0 / 12
    case .year: 2080
    }
  }
}

extension Amount {
  /// Near enough to compare; not for output.
  var number: Double { (0..<scale).reduce(Double(coefficient)) { value, _ in value / 10 } }
}
