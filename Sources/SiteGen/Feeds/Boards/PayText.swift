// Pay in the writing that job boards read.

extension Salary {
  /// `$31-$38 per hour`, `€52000 per year`: a sign, no separators, always a period.
  ///
  /// Source: Indeed, "Job Sync XML feed reference", `salary`. It has no form for one end of a range;
  /// the words are those that Indeed shows to readers.
  ///
  /// - Parameter country: where the job is; a sign that several currencies share is written only where
  ///   it can mean one.
  /// - Returns: one figure or a range with its period.
  func boardText(in country: String?) -> String {
    let hasFraction = [minimum, maximum, value].contains { $0?.digits.fraction.isEmpty == false }
    func text(_ amount: Amount) -> String {
      let (whole, fraction) = amount.digits
      let sign = sign(in: country)
      guard hasFraction else { return sign + whole }
      return sign + whole + "." + fraction
        + String(repeating: "0", count: max(0, 2 - fraction.utf8.count))
    }
    let amount =
      switch (minimum, maximum) {
      case (let minimum?, let maximum?) where minimum == maximum: text(minimum)
      case (let minimum?, let maximum?): text(minimum) + "-" + text(maximum)
      case (let minimum?, nil): "From " + text(minimum)
      case (nil, let maximum?): "Up to " + text(maximum)
      case (nil, nil): value.map(text) ?? ""
      }
    return amount + " per " + period.rawValue
  }

  /// The currency's sign, or its code and a space.
  private func sign(in country: String?) -> String {
    switch (currency, country) {
    case ("EUR", _): "€"
    case ("GBP", _): "£"
    case ("INR", _): "₹"
    case ("JPY", "JP"), ("CNY", "CN"): "¥"
    case ("USD", "US"), ("CAD", "CA"), ("AUD", "AU"), ("NZD", "NZ"), ("SGD", "SG"), ("HKD", "HK"),
      ("MXN", "MX"):
      "$"
    default: currency + " "
    }
  }

  /// The two ends, where both are known.
  var ends: (low: Amount, high: Amount)? {
    if let value { return (value, value) }
    guard let minimum, let maximum else { return nil }
    return (minimum, maximum)
  }

  /// The lowest figure that is named.
  var low: Amount? { minimum ?? value }

  /// The highest figure that is named.
  var high: Amount? { maximum ?? value }
}
