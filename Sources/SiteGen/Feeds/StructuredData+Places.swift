import SourceText

// Where a job is done, from where, and what it pays there.

extension StructuredData {
  func writePlaces(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    if !posting.value.locations.isEmpty {
      json.name("jobLocation")
      json.beginArray()
      for place in posting.value.locations { write(place.value, into: &json) }
      json.endArray()
    }
    // Google refuses it for jobs that are done at home only at times.
    guard posting.value.workplace == .remote else { return }
    json.member("jobLocationType", "TELECOMMUTE")
    writeApplicantAreas(posting, into: &json)
  }

  /// Where applicants may live: the countries, or their states where the posting names some.
  ///
  /// `remote.regions` is in words of any kind: only where all are states or provinces of these
  /// countries do they say more than the countries do.
  private func writeApplicantAreas(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    let remote = posting.value.details?.value.remote
    var countries = remote?.countries ?? []
    if countries.isEmpty { countries = posting.value.locations.compactMap(\.value.country) }
    var states = (remote?.regions ?? []).unique
    let areStates = states.allSatisfy { state in
      countries.contains { RegionNames.isCode(state, in: $0) }
    }
    if !areStates { states = [] }
    json.name("applicantLocationRequirements")
    json.beginArray()
    for code in countries.unique {
      let country = context.names.englishCountryNames[code] ?? code
      let own = states.filter { RegionNames.isCode($0, in: code) }
      if own.isEmpty { writeArea("Country", country, into: &json) }
      for state in own {
        writeArea("State", "\(RegionNames.name(of: state, in: code)), \(country)", into: &json)
      }
    }
    json.endArray()
  }

  private func writeArea(_ type: String, _ name: String, into json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", type)
    json.member("name", name)
    json.endObject()
  }

  private func write(_ place: Place, into json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "Place")
    writeAddress(place, into: &json)
    if let latitude = place.latitude, let longitude = place.longitude {
      json.object("geo", type: "GeoCoordinates")
      json.name("latitude")
      json.value(latitude)
      json.name("longitude")
      json.value(longitude)
      json.endObject()
    }
    json.endObject()
  }

  func writeAddress(_ place: Place, into json: inout JSONWriter) {
    json.object("address", type: "PostalAddress")
    json.member("streetAddress", place.street)
    json.member("addressLocality", place.city)
    json.member("addressRegion", place.region)
    json.member("postalCode", place.postalCode)
    json.member("addressCountry", place.country)
    json.endObject()
  }
}

// MARK: - Pay

extension StructuredData {
  /// Writes the pay; a list where it depends on the place, each with the names of its places.
  ///
  /// Neither Google nor schema.org has another way to say so: a `Place` has no pay, and one range over
  /// all would be true of none.
  func writePay(_ posting: Shared<JobPosting>, into json: inout JSONWriter) {
    guard let first = posting.value.salaries.first else { return }
    json.name("baseSalary")
    guard posting.value.salaries.count > 1 else { return write(first, of: posting, into: &json) }
    json.beginArray()
    for salary in posting.value.salaries { write(salary, of: posting, into: &json) }
    json.endArray()
  }

  private func write(
    _ salary: Salary,
    of posting: Shared<JobPosting>,
    into json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("@type", "MonetaryAmount")
    if !salary.locations.isEmpty {
      json.name("name")
      let places = salary.locations.map { name in
        let place = posting.value.locations.first { $0.value.isCalled(name) }
        return place?.value.cityWithState ?? name
      }
      json.value(joining: places, with: "; ")
    }
    json.member("description", salary.note)
    json.member("currency", salary.currency)
    json.object("value", type: "QuantitativeValue")
    json.member("value", salary.value)
    json.member("minValue", salary.minimum)
    json.member("maxValue", salary.maximum)
    json.member("unitText", salary.period.rawValue.uppercased())
    json.endObject()
    json.endObject()
  }
}
