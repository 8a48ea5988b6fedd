// What values look like, in the words of JSON Schema.

extension JSONSchemaExport {
  /// Definitions that several fields share, or that are too long to stand where they are used.
  var sharedDefinitions: [(name: String, value: DataTree)] {
    let texts: DataTree = ["string", "number", "boolean"]
    return [
      ("leftOut", ["enum": [.null, ""]]),
      ("text", pattern(Patterns.visible, "write some text", type: texts)),
      ("date", pattern(Patterns.date, .date)),
      ("dateOrTime", pattern(Patterns.dateOrTime, .dateOrTime)),
      ("url", pattern(Patterns.url, .url).adding([("maxLength", 2000)])),
      ("amount", amount),
      ("country", ["enum": DataTree(texts: table.codes.countries.sorted())]),
      ("currency", ["enum": DataTree(texts: table.codes.currencies.sorted())]),
      ("timeZone", ["enum": DataTree(texts: Set(CodeTables.timeZones + ["UTC"]).sorted())]),
      ("language", pattern(Patterns.language(table.codes), .language)),
      ("placeText", pattern(Patterns.placeText(table.codes), .placeText)),
    ]
  }

  func schema(_ shape: Shape) -> DataTree {
    switch shape {
    case .text(let length):
      reference("text").adding([("maxLength", .init(integerLiteral: length.upperBound))])
    case .slug:
      [
        "anyOf": [
          pattern(Patterns.slug, shape).adding([("maxLength", 100)]),
          ["type": ["integer", "boolean"], "minimum": 0],
        ]
      ]
    case .url: reference("url")
    case .email: pattern(Patterns.email, shape)
    case .sitePath: pattern(Patterns.sitePath, shape).adding([("maxLength", 1000)])
    case .integer(let range): number("integer", range.lowerBound, range.upperBound, Patterns.digits)
    case .decimal: reference("amount")
    case .coordinate(let range):
      number("number", Int(range.lowerBound), Int(range.upperBound), Patterns.degrees)
    case .boolean:
      ["enum": [true, false, "true", "True", "TRUE", "false", "False", "FALSE"]]
    case .date: reference("date")
    case .dateOrTime: reference("dateOrTime")
    case .country: reference("country")
    case .currency: reference("currency")
    case .language: reference("language")
    case .timeZone: reference("timeZone")
    case .placeText: reference("placeText")
    case .experience: pattern(Patterns.experience, shape)
    case .choice(let names): choice(names)
    case .entry(let catalogue, let other): entry(catalogue, other)
    case .list(let item):
      [
        "type": "array", "items": ["anyOf": [schema(item), JSONSchemaExport.null]],
        "maxItems": .number(String(Shape.mostEntries)),
      ]
    case .map(let part): reference(part.name)
    case .mapOf(let value): ["type": "object", "additionalProperties": schema(value)]
    case .ownFields: table.ownFields.map { .map(object($0)) } ?? ["type": "object"]
    case .anyOf(let shapes): ["anyOf": .list(shapes.map(schema))]
    case .written: ["type": "string"]
    case .anything: [:]
    }
  }

  /// A text with a pattern; the sentence is what editors show instead of the pattern.
  private func pattern(_ pattern: String, _ shape: Shape) -> DataTree {
    self.pattern(pattern, "write " + shape.description)
  }

  private func pattern(
    _ pattern: String,
    _ sentence: String,
    type: DataTree = "string"
  ) -> DataTree {
    ["type": type, "pattern": .text(pattern), "patternErrorMessage": .text(sentence)]
  }

  private func number(_ type: String, _ low: Int, _ high: Int, _ digits: String) -> DataTree {
    let number: DataTree = [
      "type": .text(type), "minimum": .init(integerLiteral: low),
      "maximum": .init(integerLiteral: high),
    ]
    return ["anyOf": [number, pattern(digits, "write a number")]]
  }

  private var amount: DataTree {
    let number: DataTree = [
      "type": "number", "minimum": 0, "exclusiveMaximum": 10_000_000_000_000,
    ]
    return ["anyOf": [number, pattern(Patterns.amount, .decimal)]]
  }

  /// One of these texts, however YAML reads them.
  private func choice(_ names: [String]) -> DataTree {
    let values = names.flatMap { name -> [DataTree] in
      switch name {
      case "true": ["true", true]
      case "false": ["false", false]
      case _ where Int(name).map { String($0) } == name: [.text(name), .number(name)]
      default: [.text(name)]
      }
    }
    return values.isEmpty ? ["not": [:]] : ["enum": .list(values)]
  }

  private func entry(_ catalogue: Shape.Catalogue, _ other: Shape) -> DataTree {
    let names = table.names(of: catalogue)
    if table.isClosed(catalogue) { return choice(names) }
    if catalogue == .locations, table.site == nil {
      // Without a comma it is the key of an office, which only the site knows.
      return ["anyOf": [schema(other), ["type": "string", "pattern": "^[^,]+$"]]]
    }
    return names.isEmpty ? schema(other) : ["anyOf": [choice(names), schema(other)]]
  }
}
