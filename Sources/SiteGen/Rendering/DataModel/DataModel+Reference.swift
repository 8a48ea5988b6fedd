import Templating

extension DataModel {
  /// The reference for theme authors, as Markdown: a table for each kind of thing.
  package static var reference: String {
    let globals = Global.allCases.map { row($0.rawValue, $0.type, $0.note) }
    let kinds = ObjectKind.all.compactMap { kind in
      kind.declaration.map { "## \(kind.name)\n\n" + table($0.rows) }
    }
    return """
      # Data of templates

      What templates may ask for. This page is made of the declarations of the program; how data is used is in
      [themes.md](themes.md#data).

      ## Names

      \(table(globals))
      \(kinds.joined(separator: "\n"))
      """
  }

  private static func table(_ rows: [String]) -> String {
    "| name | type | what it is | example |\n|---|---|---|---|\n"
      + rows.map { $0 + "\n" }.joined()
  }

  fileprivate static func row(
    _ name: String,
    _ type: Vocabulary.ValueType,
    _ note: FieldNote
  ) -> String {
    let type = (shown(type) ?? note.shape.rawValue) + (note.isOptional ? " or none" : "")
    let example = note.example.isEmpty ? "" : "`\(note.example)`"
    return ["`\(name)`", type, note.meaning, example].reduce("|") { line, cell in
      line + (cell.isEmpty ? " |" : " \(cell) |")
    }
  }

  /// The kind of thing with a link to its table; `nil` for what is no thing.
  private static func shown(_ type: Vocabulary.ValueType) -> String? {
    switch type {
    case .any: return nil
    case .list(let item): return "list of " + (shown(item) ?? "text")
    case .object(let index):
      let kind = ObjectKind.all[index]
      // Those of `custom` are the site's.
      guard kind.declaration != nil else { return "thing" }
      return "[\(kind.name)](#\(kind.name.split(separator: " ").joined(separator: "-")))"
    }
  }
}

extension DataField {
  fileprivate static var rows: [String] {
    zip(all, vocabulary).map { DataModel.row($1.name, $1.type, $0.note) }
  }
}
