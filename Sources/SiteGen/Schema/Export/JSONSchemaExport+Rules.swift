// Rules between fields: those of `JobPosting.check` that JSON Schema can say.

extension JSONSchemaExport {
  var postingRules: [DataTree] { [locationsRule, remoteRule, closedRule] + applyRules }

  /// Rules of a map inside a posting, to stand beside its properties.
  func rules(of part: Shape.Part) -> [(name: String, value: DataTree)] {
    if part == Schema.place.part { return [("allOf", .list(["US", "CA"].map(regionRule)))] }
    guard part == Schema.salary.part else { return [] }
    let hasRange: DataTree = ["anyOf": [has("min"), has("max")]]
    return [
      ("anyOf", [has("min"), has("max"), has("value")]),
      ("not", ["allOf": [hasRange, has("value")]]),
    ]
  }

  /// A code of a state or province is one of its country.
  private func regionRule(_ country: String) -> DataTree {
    let codes = Patterns.regions(table.codes, of: country)
    let wrong: DataTree = [
      "anyOf": [
        [
          "type": "string",
          "pattern": .text("^(?!(?:\(codes))$)(?:\(country)-)?[A-Z0-9]{1,3}$"),
        ],
        ["type": "integer", "minimum": 0, "maximum": 999],
      ]
    ]
    return [
      "if": isOneOf("country", [country]), "then": ["properties": ["region": ["not": wrong]]],
    ]
  }

  private var locationsRule: DataTree {
    let hasNoRemote: DataTree = ["properties": ["remote": reference("leftOut")]]
    return [
      "if": isOneOf("workplace", ["on-site", "hybrid"]),
      "then": ["allOf": [has("locations"), hasNoRemote]],
    ]
  }

  private var remoteRule: DataTree {
    let countries: DataTree = ["type": "array", "contains": ["type": "string"]]
    let hasCountry: DataTree = [
      "required": ["remote"],
      "properties": [
        "remote": [
          "type": "object", "required": ["countries"], "properties": ["countries": countries],
        ]
      ],
    ]
    return [
      "if": isOneOf("workplace", ["remote"]),
      "then": ["anyOf": [has("locations"), hasCountry]],
    ]
  }

  private var closedRule: DataTree {
    ["if": has("date_closed"), "then": isOneOf("status", ["filled", "closed"])]
  }

  /// A map alone is no way to apply; without a site, `site.yml` may have one.
  private var applyRules: [DataTree] {
    guard table.site != nil, !table.hasWayToApply else { return [] }
    let ways: DataTree = ["anyOf": [has("url"), has("email"), has("form")]]
    return [["properties": ["apply": ["if": ["type": "object"], "then": ways]]]]
  }

  /// Whether a field has a value; one that is left blank has none.
  private func has(_ name: String) -> DataTree { requires(name, ["not": reference("leftOut")]) }

  private func isOneOf(_ name: String, _ values: [String]) -> DataTree {
    requires(name, ["enum": DataTree(texts: values)])
  }

  private func requires(_ name: String, _ value: DataTree) -> DataTree {
    let properties: [(name: String, value: DataTree)] = [(name, value)]
    return ["required": [.text(name)], "properties": .map(properties)]
  }
}
