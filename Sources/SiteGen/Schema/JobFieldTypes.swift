import SourceText
import YAML

// The types of fields that only postings have.

extension FieldType where Value == Place {
  /// An office of the site, a map, or `City, PT` and `City, Region, PT`.
  static var place: FieldType {
    let shape = Shape.anyOf([.entry(.locations, .placeText), .map(Schema.place.part)])
    return FieldType(shape) { node, reader in
      guard node.kind != .mapping else { return FieldType.placeMap.read(node, &reader) }
      guard let text = reader.scalar(node, expecting: shape) else { return nil }
      if let office = reader.site?.locations.value(of: text) { return office }
      return readPlace(text, at: node, &reader)
    }
  }
}

extension FieldType where Value == Place {
  /// A map of a place, whose region is one of its country.
  static var placeMap: FieldType {
    FieldType(.map(Schema.place.part)) { node, reader in
      guard let place = Schema.place.decode(node, &reader) else { return nil }
      let region = node.value(for: "region")
      reader.checkRegion(place.region, of: place.country, at: region?.range ?? node.range) {
        region?.edit(to: $0)
      }
      return place
    }
  }
}

extension FieldType where Value == Shared<Place> {
  /// A place of a posting.
  static var sharedPlace: FieldType { FieldType<Place>.place.map { Shared($0) } }
}

private func readPlace(
  _ text: String,
  at node: YAMLNode,
  _ reader: inout SchemaReader
) -> Place? {
  let parts = text.split(separator: ",").map { trimmed($0) }
  if [";", "|", " / "].contains(where: { text.contains($0) }) {
    reader.report(
      "unknown-location",
      "'\(text)' names several places",
      at: node.range,
      hint: "write each in quotes, such as [\"Porto, PT\", \"Lyon, FR\"]"
    )
    return nil
  }
  guard 2...3 ~= parts.count, !parts.contains("") else {
    let offices = reader.site?.locations.map(\.key) ?? []
    let nearest = nearestName(to: text, in: offices)
    reader.report(
      "unknown-location",
      "'\(text)' is neither an office of the site nor a city with its country",
      at: node.range,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "write the city and the country's two letters in quotes, such as \"Porto, PT\""
        + (offices.count == 1 ? "; the office is \(offices[0])" : "")
        + (2...10 ~= offices.count ? "; the offices are " + offices.joined(separator: ", ") : "")
    )
    return nil
  }
  let code = parts[parts.count - 1]
  if parts.count == 2, reportState(parts[0], code.uppercased(), text, at: node, &reader) {
    return nil
  }
  guard reader.codes.countries.contains(code) else {
    let languages = reader.site?.allLanguages ?? []
    let certain = reader.codes.countryCode(meantBy: code, in: languages)
    let meant = certain ?? reader.codes.countryCode(ofEnglishName: code)
    func place(in country: String) -> String {
      (parts.dropLast() + [country]).joined(separator: ", ")
    }
    // 'Berlin, DE' could be in Delaware.
    let isState = parts.count == 2 && CodeTables.northAmericanRegions.contains(meant ?? "")
    reader.report(
      "unknown-country",
      "'\(code)' is not a country code",
      at: node.range,
      hint: meant.map {
        isState
          ? "write {city: \(yamlScalar(parts[0])), country: \($0)}" : "write \"\(place(in: $0))\""
      } ?? "end with " + Shape.country.description,
      fix: isState ? nil : certain.flatMap { node.edit(to: place(in: $0)) }
    )
    return nil
  }
  var place = Place()
  place.city = parts[0]
  place.region = parts.count == 3 ? parts[1] : nil
  place.country = code
  reader.checkRegion(place.region, of: code, at: node.range) { region in
    node.edit(to: [parts[0], region, code].joined(separator: ", "))
  }
  return place
}

/// Reports a place whose last two letters are those of a state or province.
///
/// - Returns: whether they are.
private func reportState(
  _ city: String,
  _ code: String,
  _ text: String,
  at node: YAMLNode,
  _ reader: inout SchemaReader
) -> Bool {
  guard let country = CodeTables.northAmericanCountry(ofRegion: code) else { return false }
  let full = "\(city), \(code), \(country)"
  guard reader.codes.countries.contains(code) else {
    reader.report(
      "ambiguous-location",
      "'\(text)' names a state or province, but no country",
      at: node.range,
      hint: "write \"\(full)\"",
      fix: node.edit(to: full)
    )
    return true
  }
  let name = CodeTables.englishName(ofCountry: code)
  reader.report(
    "ambiguous-location",
    "'\(text)' could be in \(name), or in a state or province",
    at: node.range,
    hint: "for \(name) write {city: \(yamlScalar(city)), country: \(code)}, else \"\(full)\""
  )
  return true
}

extension FieldType where Value == ApplyTarget {
  /// A web address, an e-mail address, or a map of the two.
  static var apply: FieldType {
    let shape = Shape.anyOf([.url, .email, .map(Schema.apply.part)])
    return FieldType(shape) { node, reader in
      guard node.kind != .mapping else { return Schema.apply.decode(node, &reader) }
      guard let text = reader.scalar(node, expecting: shape) else { return nil }
      var target = ApplyTarget()
      if isWebAddress(text) {
        target.url = text
      } else if isEmailAddress(text) {
        target.email = text
      } else {
        let meant = webAddress(meantBy: text) ?? emailAddress(meantBy: text)
        reader.report(
          "not-a-way-to-apply",
          "'\(text)' is neither a web address nor an e-mail address",
          at: node.range,
          hint: meant.map { "write '\($0)'" } ?? addressHint(for: text)
            ?? "write \(Shape.url.description) or \(Shape.email.description)",
          fix: meant.flatMap { node.edit(to: $0) }
        )
        return nil
      }
      return target
    }
  }
}

extension FieldType where Value == Experience {
  /// `3-5 years`, `18 months`, `5+ years`, `none`, or a map of months.
  static var experience: FieldType {
    let shape = Shape.anyOf([.experience, .map(Schema.experience.part)])
    return FieldType(shape) { node, reader in
      guard node.kind != .mapping else {
        let experience = Schema.experience.decode(node, &reader)
        guard let least = experience?.minimumMonths, let most = experience?.maximumMonths,
          most < least
        else { return experience }
        reader.report(
          "not-an-experience",
          "'min_months' \(least) is more than 'max_months' \(most)",
          at: node.value(for: "min_months")?.range ?? node.range,
          hint: "swap the two"
        )
        return nil
      }
      guard let text = reader.scalar(node, expecting: shape) else { return nil }
      guard let experience = Experience(text) else {
        reader.report(
          "not-an-experience",
          "'\(text)' is not an amount of experience",
          at: node.range,
          hint: "write it as '3-5 years', '2 years', '18 months' or 'none'"
        )
        return nil
      }
      return experience
    }
  }
}

extension Experience {
  init?(_ text: String) {
    self.init()
    if text == "none" {
      isNone = true
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return nil }
    let unit: Int
    switch words[1] {
    case "year", "years": unit = 12
    case "month", "months": unit = 1
    default: return nil
    }
    var numbers = words[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if numbers.count == 1 { numbers = words[0].split(separator: "–").map(String.init) }
    if numbers.count == 1, words[0].hasSuffix("+") { numbers = [String(words[0].dropLast())] }
    let months = numbers.compactMap { Int(digits: $0.utf8).map { min($0, 100) * unit } }
    guard months.count == numbers.count, 1...2 ~= months.count else { return nil }
    minimumMonths = months[0]
    maximumMonths = months.count == 2 ? months[1] : nil
    if let maximumMonths, maximumMonths < months[0] { return nil }
  }
}

extension FieldType where Value == SpokenLanguage {
  static var spokenLanguage: FieldType {
    FieldType(.anyOf([.language, .map(Schema.spokenLanguage.part)])) { node, reader in
      guard node.kind == .scalar else { return Schema.spokenLanguage.decode(node, &reader) }
      return FieldType<String>.language.read(node, &reader).map { code in
        var language = SpokenLanguage()
        language.code = code
        return language
      }
    }
  }
}

extension FieldType where Value == InterviewStep {
  static var interviewStep: FieldType {
    FieldType(.anyOf([.text(1...120), .map(Schema.interviewStep.part)])) { node, reader in
      guard node.kind == .scalar else { return Schema.interviewStep.decode(node, &reader) }
      return FieldType<String>.text(1...120).read(node, &reader).map { name in
        var step = InterviewStep()
        step.name = name
        return step
      }
    }
  }
}

extension FieldType where Value == Keywords {
  /// A map of hard and soft keywords.
  static var keywords: FieldType {
    FieldType(.map(Schema.keywords.part)) { node, reader in
      if node.kind == .scalar, node.text == "auto" {
        reader.report(
          "keywords-not-listed",
          "keywords can't be found in the text yet",
          at: node.range,
          hint: "list them under 'hard' and 'soft'"
        )
        return nil
      }
      return Schema.keywords.decode(node, &reader)
    }
  }
}

extension FieldType where Value == String {
  /// A date, or the word `immediately`.
  static var startDate: FieldType {
    let shape = Shape.anyOf([.date, .choice(["immediately"])])
    return scalar(shape, fault: "not-a-date", FieldType<CivilDate>.dateNoun) { text in
      text.lowercased() == "immediately" ? "immediately" : CivilDate(written: text)?.iso
    } parse: { text in
      text == "immediately" || CivilDate(iso: text) != nil ? text : nil
    }
  }

  /// A key of `benefits` in `site.yml`, else the text itself.
  static var benefit: FieldType { .text(1...200).naming(.benefits) }

  /// One of the site's languages.
  static var siteLanguage: FieldType {
    FieldType(.entry(.languages, .language)) { node, reader in
      guard let tag = FieldType.language.read(node, &reader) else { return nil }
      let known = reader.site?.allLanguages ?? []
      guard known.isEmpty || known.contains(tag) else {
        reader.report(
          "language-not-on-site",
          "the site has no language '\(tag)'",
          at: node.range,
          hint: "add it to 'languages' in site.yml, or use one of \(known.joined(separator: ", "))"
        )
        return nil
      }
      return tag
    }
  }
}

extension FieldType where Value == Rule {
  /// The id of a check that a posting may be excused from.
  static var rule: FieldType {
    let names = Rule.allCases.filter(\.canBeAllowed).map(\.rawValue)
    return FieldType(.choice(names)) { node, reader in
      guard let text = reader.scalar(node, expecting: .choice(names)) else { return nil }
      if let rule = Rule(rawValue: text), rule.canBeAllowed { return rule }
      reader.reportCheck(thatCannotBeAllowed: text, at: node.range, names)
      return nil
    }
  }
}

/// The text without spaces at its ends.
func trimmed(_ text: Substring) -> String {
  var rest = text
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}
