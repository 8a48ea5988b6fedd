import SourceText
import YAML

// Lists of places.

extension FieldType where Value == [Shared<Place>] {
  /// A place of a posting, or a list of them.
  ///
  /// A place without quotes falls apart at its commas inside brackets: that is one fault.
  static var places: FieldType {
    let type = FieldType.oneOrMore(of: .sharedPlace)
    return FieldType(type.shape) { node, reader in
      if reader.reportTornCurlyQuotes(in: node) { return nil }
      let torn = tornPlaces(of: node, reader)
      for parts in torn { reader.report(torn: parts) }
      return torn.isEmpty ? type.read(node, &reader) : nil
    }
  }
}

/// Items of a list that belong together: cities that a country's two letters follow.
private func tornPlaces(of node: YAMLNode, _ reader: SchemaReader) -> [[YAMLNode]] {
  var places: [[YAMLNode]] = []
  var parts: [YAMLNode] = []
  for item in node.items {
    let isOffice = reader.site?.locations.value(of: item.text) != nil
    guard item.isPlain, !isOffice, !item.text.contains(",") else {
      parts = []
      continue
    }
    parts.append(item)
    guard parts.count > 1, item.text.utf8.count == 2 else { continue }
    let isCountry = reader.codes.countries.contains(item.text)
    if parts.count == 2, CodeTables.northAmericanRegions.contains(item.text) {
      places.append(parts)
    } else if parts.count == 3, isCountry, let last = places.last, last.last?.text == parts[1].text,
      last.last?.range == parts[1].range
    {
      places[places.count - 1] = parts
      parts = []
    } else if isCountry {
      places.append(parts.suffix(2))
      parts = []
    }
  }
  return places
}

extension SchemaReader {
  fileprivate mutating func report(torn parts: [YAMLNode]) {
    guard let first = parts.first, let last = parts.last else { return }
    let names = parts.map { "'\($0.text)'" }
    let several = names.dropLast().joined(separator: ", ")
    report(
      "unknown-location",
      "\(several) and '\(last.text)' are read as \(parts.count == 2 ? "two" : "three") places",
      at: SourceRange(start: first.range.start, end: last.range.end),
      hint: "write \"\(parts.map(\.text).joined(separator: ", "))\" with its quotes"
    )
  }
}
