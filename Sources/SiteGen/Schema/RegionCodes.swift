import SourceText
import Synchronization

/// The codes of states, provinces and regions (ISO 3166-2), read from ICU once for each country that
/// a posting names.
///
/// Source: CLDR's `idValidity` and `metadata`, through the toolchain's ICU; some 20 µs for a country.
final class RegionCodes: Sendable {
  /// In capitals, without the country's own code: `CA`, `NSW`, `75C`.
  struct Country: Sendable {
    var current: Set<String> = []
    /// Those that are countries of their own to ISO 3166-1 as well, such as `PR`.
    var territories: Set<String> = []
    /// What stands for a code that there was once: other codes of the country, or none.
    var former: [String: [String]] = [:]
  }

  private let known = Mutex<[String: Country]>([:])

  func country(_ code: String) -> Country {
    known.withLock { known in
      if let found = known[code] { return found }
      let found = Country(code)
      known[code] = found
      return found
    }
  }
}

extension RegionCodes.Country {
  /// - Parameter country: ISO 3166-1 alpha-2.
  init(_ country: String) {
    let start = country.lowercased()
    if let list = ICUTable.codes(of: "subdivision", "regular") {
      current = Set(list.codes(after: start).map { $0.uppercased() })
    }
    guard let list = ICUTable.codes(of: "subdivision", "deprecated") else { return }
    let replacements = ICUTable.open("metadata")?.table("alias")?.table("subdivision")
    for code in list.codes(after: start) {
      let text = replacements?.table(start + code)?.text("replacement") ?? ""
      let codes = text.split(separator: " ").map(String.init)
      if codes.contains(where: { $0.utf8.count == 2 }) {
        territories.insert(code.uppercased())
      } else {
        former[code.uppercased()] = codes.map { $0.dropFirst(2).uppercased() }
      }
    }
  }
}

extension ICUTable {
  /// The rest of the codes that begin with a country's letters, in a list that is sorted.
  fileprivate func codes(after start: String) -> [String] {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if text(at: middle) ?? "" < start { low = middle + 1 } else { high = middle }
    }
    var codes: [String] = []
    while low < count, let text = text(at: low), text.hasPrefix(start) {
      codes += codesInRange(text).map { String($0.dropFirst(2)) }
      low += 1
    }
    return codes
  }
}

// MARK: - Judging

extension CodeTables {
  /// What a region beside a country is.
  package enum Region: Hashable, Sendable {
    /// A name, or a code of the country.
    case fine
    /// A code that the country had once, and those that replace it.
    case former([String])
    /// No code of the country; the nearest that it has, in order.
    case unknown(nearest: [String])
    /// A code with the letters of another country in front.
    case elsewhere(country: String)
  }

  /// Judges what stands where the region of a place is wanted.
  ///
  /// One to three capitals and digits are a code, as they are behind the country's letters and a
  /// hyphen (`US-CA`); anything else is a name. A country of which no codes are known has any.
  package func region(_ text: String, of country: String) -> Region {
    var code = text[...]
    let bytes = text.utf8
    if 4...6 ~= bytes.count, bytes.dropFirst(2).first == UInt8(ascii: "-"),
      bytes.prefix(2).allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 })
    {
      guard text.hasPrefix(country) else {
        let other = String(text.prefix(2))
        return countries.contains(other) ? .elsewhere(country: other) : .fine
      }
      code = text.dropFirst(3)
    }
    guard 1...3 ~= code.utf8.count, code.utf8.allSatisfy(isCapitalOrDigit) else { return .fine }
    let codes = regions.country(country)
    if codes.current.isEmpty { return .fine }
    if codes.current.contains(String(code)) || codes.territories.contains(String(code)) {
      return .fine
    }
    if let replacements = codes.former[String(code)] { return .former(replacements) }
    return .unknown(nearest: nearestNames(to: String(code), in: codes.current.sorted()).names)
  }
}

private func isCapitalOrDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}

// MARK: - Saying it

extension SchemaReader {
  /// Reports a region's code that its country doesn't have.
  ///
  /// In the United States and Canada everybody writes the codes, and so does whoever puts the country's
  /// letters in front: that is an error, `unknown-region`. Elsewhere people have abbreviations of their
  /// own, such as NCR for Manila's region: that is for the rule `job/doubtful-region` to judge.
  ///
  /// - Parameters:
  ///   - region: as its author wrote it.
  ///   - country: ISO 3166-1 alpha-2.
  ///   - range: where it stands.
  ///   - fix: the change that puts another code in its place.
  mutating func checkRegion(
    _ region: String?,
    of country: String?,
    at range: SourceRange,
    fix: (String) -> SourceEdit?
  ) {
    guard let region, let country, !country.isEmpty else { return }
    let noun = "the code of a state, province or region of \(country)"
    let message: String
    let hint: String
    var change: SourceEdit?
    switch codes.region(region, of: country) {
    case .fine: return
    case .former(let codes):
      message = "'\(region)' is no longer \(noun)"
      hint =
        codes.isEmpty
        ? "write the region's name in full" : "write " + oneOf(codes.map { "'\($0)'" }[...])
      change = codes.count == 1 ? fix(codes[0]) : nil
    case .unknown(let nearest):
      message = "'\(region)' is not \(noun)"
      hint =
        nearest.isEmpty
        ? "write the region's name in full"
        : "write the name in full, or a code such as " + oneOf(nearest.prefix(8))
    case .elsewhere(let other):
      message = "'\(region)' is a region of \(other), and the country is \(country)"
      hint = "correct one of the two"
    }
    if ["US", "CA"].contains(country) || region.utf8.contains(UInt8(ascii: "-")) {
      report("unknown-region", message, at: range, hint: hint, fix: change)
    } else {
      report(.doubtfulRegion, message, at: range, hint: hint, fix: change)
    }
  }
}

/// `CA, CO or CT`.
private func oneOf(_ codes: ArraySlice<String>) -> String {
  guard codes.count > 1, let last = codes.last else { return codes.first ?? "" }
  return codes.dropLast().joined(separator: ", ") + " or " + last
}
