/// Why nobody is paid in a currency whose code exists.
package enum CurrencyFate: Hashable, Sendable {
  /// It is no longer in use; with what its country uses now, if that is one currency.
  case withdrawn(successor: String?)
  /// Gold, a unit of account, or a code for tests; with the money of its country, if it has one.
  case notMoney(instead: String?)
}

extension CodeTables {
  /// What became of a currency that is none of ``currencies``; nothing for a code that never was one.
  ///
  /// Source: CLDR's `idValidity` and `CurrencyMap`, through the toolchain's ICU. Read anew for each
  /// question, in about 0.2 ms: only faults ask.
  func fate(ofCurrency code: String) -> CurrencyFate? {
    let others = ICUTable.codes(of: "currency", "deprecated")?.codes ?? []
    guard code == "XXX" || others.contains(code) else { return nil }
    let uses = CurrencyUse.all(of: code, among: currencies)
    // A code begins with its country's letters; other countries may have used it as well.
    let own = uses.first { code.hasPrefix($0.country) }
    let successors = own.map { [$0.successor] } ?? uses.map(\.successor)
    let successor = Set(successors).count == 1 ? successors[0] : nil
    let isWithdrawn = !uses.isEmpty && uses.allSatisfy(\.isOver)
    return isWithdrawn ? .withdrawn(successor: successor) : .notMoney(instead: successor)
  }
}

/// That a currency was used in a country.
private struct CurrencyUse {
  /// ISO 3166-1 alpha-2.
  var country: String
  var isOver: Bool
  /// The newest of the country's currencies that people are paid in.
  var successor: String?

  static func all(of code: String, among known: Set<String>) -> [CurrencyUse] {
    guard let countries = ICUTable.open("supplementalData", in: .currencies)?.table("CurrencyMap")
    else { return [] }
    var uses: [CurrencyUse] = []
    for index in 0..<countries.count {
      guard let currencies = countries.table(at: index) else { continue }
      var use: CurrencyUse?
      var successor: String?
      for index in 0..<currencies.count {
        guard let entry = currencies.table(at: index), let id = entry.text("id") else { continue }
        if id == code { use = CurrencyUse(country: currencies.key, isOver: entry.has("to")) }
        if successor == nil, known.contains(id), !entry.has("to") { successor = id }
      }
      use?.successor = successor
      if let use { uses.append(use) }
    }
    return uses
  }
}
