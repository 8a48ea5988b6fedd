import SourceText

/// Where a board or a client of a recruiting system sees a posting: a place, or a country in which
/// a remote job may be done.
struct BoardPlace: Sendable {
  /// `nil` for a remote job without places.
  var place: Shared<Place>?
  /// ISO 3166-1 alpha-2.
  var country: String?
  /// What tells it from the posting's others, and stays while the place does: `porto-pt`.
  var key: String
}

extension BoardPlace {
  var city: String? { place?.value.city }
  var region: String? { place?.value.region }
  var regionName: String? { region.map { RegionNames.name(of: $0, in: country) } }
  /// A region that is given as a code, such as `NS`.
  var regionCode: String? {
    region.flatMap { region in
      let isCode = 2...3 ~= region.utf8.count && region.utf8.allSatisfy { 0x41...0x5A ~= $0 }
      return isCode ? region : nil
    }
  }
  var street: String? { place?.value.street }
  var postalCode: String? { place?.value.postalCode }

  /// `Halifax, NS`, `Porto, Portugal`; a country alone for a remote job without places.
  func name(_ countries: [String: String]) -> String {
    let isAmerican = country == "US" || country == "CA"
    let name = country.map { countries[$0] ?? $0 }
    let parts =
      isAmerican && city != nil && region != nil
      ? [city, region] : [city ?? regionName, name]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `Halifax, Nova Scotia, Canada`.
  func fullName(_ countries: [String: String]) -> String {
    [city, regionName == city ? nil : regionName, country.map { countries[$0] ?? $0 }]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

extension JobPosting {
  /// The posting's places, one for each city; for a remote job without places one for each country.
  ///
  /// Boards want one advertisement a city, and its key must stay when another place joins it.
  var boardPlaces: [BoardPlace] {
    var places: [BoardPlace] = []
    for shared in locations {
      let (place, country) = (shared.value, shared.value.country)
      let code = country.map { $0.lowercased() }
      var key = [slug(place.cityWithState ?? place.region ?? ""), code ?? ""].joinedKey
      if let other = places.first(where: { $0.key == key }) {
        guard let region = place.region, region != other.region else { continue }
        key = [slug(place.city ?? ""), slug(region), code ?? ""].joinedKey
        if places.contains(where: { $0.key == key }) { continue }
      }
      places.append(BoardPlace(place: shared, country: country, key: key))
    }
    if places.isEmpty, workplace == .remote {
      for country in (details?.value.remote?.countries ?? []).unique {
        places.append(BoardPlace(country: country, key: "remote-" + country.lowercased()))
      }
    }
    return places
  }

  /// What the job pays at a place: what is meant for it, else what is meant for all.
  func salary(at place: BoardPlace?) -> Salary? {
    let own = place?.place.flatMap { place in
      salaries.first { salary in salary.locations.contains { place.value.isCalled($0) } }
    }
    return own ?? salaries.first { $0.locations.isEmpty }
  }
}

extension [String] {
  /// The texts that aren't empty, with hyphens between.
  fileprivate var joinedKey: String { filter { !$0.isEmpty }.joined(separator: "-") }
}
