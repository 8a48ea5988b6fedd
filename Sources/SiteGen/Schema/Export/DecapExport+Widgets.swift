// Which widget of Decap CMS shows which values.

extension DecapExport {
  typealias Members = [(name: String, value: DataTree)]

  /// The widget of a field with its options; `nil` for a map without fields.
  func widget(_ row: FieldRow, isRequired: Bool) -> Members? {
    switch row.shape {
    case .boolean where row.standard != nil:
      return [("widget", "boolean"), ("default", .flag(row.standard == "true"))]
    case .date where isRequired: return date + [("default", "{{now}}")]
    case .choice(let names):
      let standard = row.standard.map { [("default", DataTree.text($0))] } ?? []
      return select(names) + standard
    default: return widget(row.shape, isRequired: isRequired)
    }
  }

  private func widget(_ shape: Shape, isRequired: Bool) -> Members? {
    switch shape {
    case .text(let length):
      let widget: DataTree = length.upperBound <= 200 ? "string" : "text"
      let pattern = "^[\\s\\S]{\(length.lowerBound),\(length.upperBound)}$"
      return [("widget", widget), ("pattern", [.text(pattern), .text(shape.description)])]
    case .integer(let range):
      return number("int", low: range.lowerBound, high: range.upperBound, step: "1")
    case .decimal: return number("float", low: 0, high: nil, step: "0.01")
    case .coordinate(let range):
      let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
      return number("float", low: low, high: high, step: "0.0001")
    case .boolean:
      let options: DataTree = [
        ["label": "Yes", "value": "true"], ["label": "No", "value": "false"],
      ]
      return [("widget", "select"), ("options", options)]
    case .date, .dateOrTime: return date
    case .country: return select(table.codes.countries.sorted())
    case .currency: return select(table.codes.currencies.sorted())
    case .timeZone: return select(Set(CodeTables.timeZones + ["UTC"]).sorted())
    case .choice(let names): return select(names)
    case .entry(.postings, _): return relation
    case .entry(.locations, _): return string([shape])
    case .entry(let catalogue, let other):
      let isClosed = table.isClosed(catalogue)
      return isClosed ? select(table.names(of: catalogue)) : widget(other, isRequired: isRequired)
    case .list(let item): return list(of: item)
    case .map(let part): return object(part.rows, isRequired: isRequired)
    case .ownFields:
      guard let part = table.ownFields, !part.rows.isEmpty else { return nil }
      return object(part.rows, isRequired: isRequired)
    case .anyOf(let shapes): return form(of: shapes, isRequired: isRequired)
    case .slug, .url, .email, .sitePath, .language, .placeText, .experience, .written:
      return string([shape])
    case .mapOf, .anything: return nil
    }
  }

  /// The one form of several that the web form writes.
  private func form(of shapes: [Shape], isRequired: Bool) -> Members? {
    if shapes.count == 2, shapes[1] == .list(shapes[0]) {
      // The only map that may be a list too is pay, and one is the rule.
      if case .map = shapes[0] { return widget(shapes[0], isRequired: isRequired) }
      return list(of: shapes[0])
    }
    let shape = preferred(shapes)
    guard shape == shapes[0], shape.decapPattern != nil else {
      return widget(shape, isRequired: isRequired)
    }
    return string(shapes.filter { $0.decapPattern != nil })
  }

  private func list(of item: Shape) -> Members? {
    var item = item
    if case .anyOf(let shapes) = item { item = preferred(shapes) }
    switch item {
    case .choice(let names): return select(names) + [("multiple", true)]
    case .map(let part):
      return [("widget", "list"), ("fields", .list(fields(part.rows, areRequired: true)))]
    default:
      guard let widget = widget(item, isRequired: true) else { return nil }
      let field: Members = [("label", "Entry"), ("name", "entry")]
      return [("widget", "list"), ("field", .map(field + widget))]
    }
  }

  /// A map rather than a text that could hold one of its fields only.
  private func preferred(_ shapes: [Shape]) -> Shape {
    switch shapes[0] {
    case .text, .language: shapes.first { if case .map = $0 { true } else { false } } ?? shapes[0]
    default: shapes[0]
    }
  }
}

// MARK: - Widgets

extension DecapExport {
  private func select(_ names: [String]) -> Members {
    [("widget", "select"), ("options", DataTree(texts: names))]
  }

  private func number(_ type: DataTree, low: Int, high: Int?, step: String) -> Members {
    let most: Members = high.map { [("max", .number(String($0)))] } ?? []
    return [("widget", "number"), ("value_type", type), ("min", .number(String(low)))] + most
      + [("step", .number(step))]
  }

  /// A day without a time.
  private var date: Members {
    [
      ("widget", "datetime"), ("format", "YYYY-MM-DD"), ("date_format", "YYYY-MM-DD"),
      ("time_format", false),
    ]
  }

  private func object(_ rows: [FieldRow], isRequired: Bool) -> Members {
    [
      ("widget", "object"), ("collapsed", .flag(!isRequired)),
      ("fields", .list(fields(rows, areRequired: isRequired))),
    ]
  }

  /// Another posting, by the name of its file.
  private var relation: Members {
    [
      ("widget", "relation"), ("collection", "jobs"), ("search_fields", ["title"]),
      ("display_fields", ["title"]), ("value_field", "{{slug}}"),
    ]
  }

  /// A line of text that has one of the shapes.
  private func string(_ shapes: [Shape]) -> Members {
    let patterns = shapes.compactMap(\.decapPattern)
    let pattern =
      patterns.count == 1 ? patterns[0] : patterns.map { "(?:\($0))" }.joined(separator: "|")
    let sentence = shapes.map(\.description).joined(separator: ", or ")
    return [("widget", "string"), ("pattern", [.text(pattern), .text(sentence)])]
  }
}

extension Shape {
  /// What a line of text with this shape looks like; short, and never stricter than `check`.
  fileprivate var decapPattern: String? {
    switch self {
    case .slug: Patterns.slug
    case .url: Patterns.url
    case .email: Patterns.email
    case .sitePath: Patterns.sitePath
    case .date: Patterns.date
    case .experience: Patterns.experience
    case .language: "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z0-9]{2,3})?$"
    case .placeText: "^[^,]+(?:,[^,]+){0,2}$"
    case .entry(.locations, let other): other.decapPattern
    case .choice(let names): "^(?:\(names.joined(separator: "|")))$"
    default: nil
    }
  }
}
