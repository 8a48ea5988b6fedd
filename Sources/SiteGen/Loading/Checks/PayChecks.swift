import SourceText
import YAML

// What the job pays.

extension PostingCheck {
  func checkPay(_ reader: inout SchemaReader) {
    guard let node = root.value(for: "salary") else { return }
    let nodes = node.kind == .sequence ? Array(node.items) : [node]
    guard nodes.count == posting.salaries.count else { return }
    for (salary, node) in zip(posting.salaries, nodes) {
      let isReadable = !reader.hasFault(within: node.range)
      checkRange(salary, node, isReadable, &reader)
      checkSalaryPlaces(salary, node, &reader)
      guard isReadable else { continue }
      checkAmount(salary, node, &reader)
      checkCurrency(salary, node, &reader)
    }
  }

  private func checkRange(
    _ salary: Salary,
    _ node: YAMLNode,
    _ isReadable: Bool,
    _ reader: inout SchemaReader
  ) {
    if let minimum = salary.minimum, let maximum = salary.maximum, maximum < minimum {
      reader.report(
        "salary-order",
        "'min' \(minimum.text) is more than 'max' \(maximum.text)",
        at: node.value(for: "min")?.range ?? node.range,
        hint: "swap the two"
      )
    }
    let hasRange = salary.minimum != nil || salary.maximum != nil
    if !hasRange, salary.value == nil, isReadable {
      reader.report(
        "salary-empty",
        "'salary' names no amount",
        at: node.range,
        hint: "write 'min' and 'max', or 'value'"
      )
    }
    if hasRange, salary.value != nil {
      reader.report(
        "salary-twice",
        "'salary' has both a range and a value",
        at: node.range,
        hint: "keep 'min' and 'max', or keep 'value', and delete the other"
      )
    }
  }

  private func checkSalaryPlaces(
    _ salary: Salary,
    _ node: YAMLNode,
    _ reader: inout SchemaReader
  ) {
    let places = node.value(for: "locations").map { Array($0.items) } ?? []
    for (name, place) in zip(salary.locations, places)
    where !self.places.contains(where: { $0.isCalled(name) }) {
      reader.report(
        "unknown-location",
        "the posting has no location '\(name)'",
        at: place.range,
        hint: "name one of the posting's own 'locations'"
      )
    }
  }

  // MARK: Plausibility

  private func checkAmount(_ salary: Salary, _ node: YAMLNode, _ reader: inout SchemaReader) {
    let bounds = PayBounds(salary.currency, isFullTime: posting.employmentTypes.isFullTime)
    let amounts = [("min", salary.minimum), ("max", salary.maximum), ("value", salary.value)]
    for (name, amount) in amounts {
      guard let amount, let judgement = bounds?.judge(amount, per: salary.period) else { continue }
      let period = judgement.likelyPeriod
      reader.report(
        .implausibleSalary,
        "\(amount.text) \(salary.currency) for one \(salary.period.rawValue) "
          + (judgement.isLow ? "is very little" : "is very much"),
        at: node.value(for: name)?.range ?? node.range,
        hint: period.map {
          "if that is the pay for one \($0.rawValue), write 'per: \($0.rawValue)'"
        }
          ?? "correct the amount, or 'per'"
      )
      // The other end says the same.
      return
    }
    guard let minimum = salary.minimum, let maximum = salary.maximum, minimum.number > 0,
      maximum.number / minimum.number > PayBounds.widestRange
    else { return }
    reader.report(
      .implausibleSalary,
      "'max' \(maximum.text) is more than \(Int(PayBounds.widestRange)) times 'min' \(minimum.text)",
      at: node.value(for: "max")?.range ?? node.range,
      hint: "count the digits of both"
    )
  }

  /// Pay is in money that is used where the work is done.
  ///
  /// From elsewhere, any may be agreed.
  private func checkCurrency(_ salary: Salary, _ node: YAMLNode, _ reader: inout SchemaReader) {
    guard posting.workplace != .remote else { return }
    let places =
      salary.locations.isEmpty
      ? places
      : places.filter { place in salary.locations.contains { place.isCalled($0) } }
    let countries = places.compactMap(\.country)
    guard !countries.isEmpty else { return }
    let usual = countries.compactMap { reader.codes.currency(ofCountry: $0) }
    guard !usual.isEmpty, !usual.contains(salary.currency),
      !isUsedBeside(usual, salary.currency)
    else { return }
    let code = salary.currency
    reader.report(
      .foreignCurrency,
      "people in \(countries[0]) are not usually paid in \(code)",
      at: node.value(for: "currency")?.range ?? node.range,
      hint: "if the amount is in \(usual[0]), write 'currency: \(usual[0])'"
    )
  }
}

/// Whether people are paid in this money, too, where that of their own country is another one.
///
/// Many countries use dollars or euros beside or instead of their own; where one of the two is the country's own,
/// the other is as foreign as any. The rest are pegged to a neighbour's, whose notes are in use.
private func isUsedBeside(_ usual: [String], _ code: String) -> Bool {
  let large: Set = ["USD", "EUR", "GBP", "JPY", "CNY", "CAD", "AUD", "CHF", "INR"]
  if code == "USD" || code == "EUR" { return large.isDisjoint(with: usual) }
  let neighbours = [
    "NAD": "ZAR", "SZL": "ZAR", "LSL": "ZAR", "BTN": "INR", "BND": "SGD", "MOP": "HKD",
    "GIP": "GBP", "FKP": "GBP",
  ]
  return usual.contains { neighbours[$0] == code }
}

extension [EmploymentType] {
  /// Whether the pay is for all of somebody's working time.
  fileprivate var isFullTime: Bool {
    contains(.fullTime) && !contains(.partTime) && !contains(.internship) && !contains(.volunteer)
  }
}
