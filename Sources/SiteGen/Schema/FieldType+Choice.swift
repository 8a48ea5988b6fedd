import SourceText
import YAML

extension FieldType where Value: Choice {
  /// One of a closed list.
  ///
  /// Another system's spelling, such as `FULL_TIME`, is recognised and named in the fault.
  static var choice: FieldType {
    let names = Value.allCases.map(\.rawValue)
    return FieldType(.choice(names)) { node, reader in
      guard let text = reader.scalar(node, expecting: .choice(names)) else { return nil }
      if let value = Value(rawValue: text) { return value }
      let spelling = meaning(of: text)
      let likely = Value.likelyMeanings[folded(text)]?.rawValue
      let nearest = spelling ?? nearestName(to: text, in: names)
      let list = "write one of " + names.joined(separator: ", ")
      reader.report(
        "not-a-choice",
        "'\(text)' is not one of the values of \(reader.fieldName)",
        at: node.range,
        hint: likely.map { "if you mean '\($0)', write that" }
          ?? nearest.map { "write '\($0)'" } ?? list,
        fix: spelling.flatMap { node.edit(to: $0) }
      )
      return nil
    }
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().map { $0 == "_" || $0 == " " || $0 == "/" ? "-" : $0 })
  }

  /// The value that `text` is another writing of.
  private static func meaning(of text: String) -> String? {
    let folded = folded(text)
    if let value = Value(rawValue: folded) ?? Value.otherSpellings[folded] {
      return value.rawValue
    }
    let bare = folded.filter { $0 != "-" }
    return Value.allCases.map(\.rawValue).first { $0.filter { $0 != "-" } == bare }
  }
}
