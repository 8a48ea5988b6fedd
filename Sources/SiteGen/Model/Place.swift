/// A place where work happens, or an office.
package struct Place: Hashable, Sendable {
  /// The key under `locations` in `site.yml`, for an office.
  package var key: String?
  package var name: String?
  package var city: String?
  package var region: String?
  /// ISO 3166-1 alpha-2.
  package var country: String?
  package var postalCode: String?
  package var street: String?
  package var latitude: Double?
  package var longitude: Double?
  /// IANA name.
  package var timeZone: String?
  /// By language; under the empty name that of the site's own.
  package var descriptions: [Entry<String>] = []

  package init() {}
}

/// From where a remote job may be done.
package struct RemoteArea: Hashable, Sendable {
  /// ISO 3166-1 alpha-2.
  package var countries: [String] = []
  package var regions: [String] = []
  package var timeZones: [String] = []

  package init() {}
}

extension Place {
  /// The flag of a country: its two letters as regional indicator symbols.
  package static func flag(ofCountry code: String) -> String {
    var flag = ""
    for scalar in code.unicodeScalars {
      if let symbol = Unicode.Scalar(0x1F1E6 + scalar.value - 65) {
        flag.unicodeScalars.append(symbol)
      }
    }
    return flag
  }
}

extension Place {
  /// Whether an author means this place by `name`: an office's key, `City` or `City, PT`.
  func isCalled(_ name: String) -> Bool {
    if key == name { return true }
    guard let city else { return false }
    let parts = [city, region, country].compactMap { $0 }
    return name == city || name == parts.joined(separator: ", ")
      || name == [city, country].compactMap { $0 }.joined(separator: ", ")
  }
}
