import Foundation
import Templating
import TestSupport
import Testing

@testable import SiteGen

/// Asks a page of every kind for every field, and looks at what comes.
@Suite struct DataModelProbeTests {
  @Test func `each field of the sample site holds what the reference says`() async throws {
    let folder = try TestFolder()
    for file in ["content", "site.yml"] {
      try FileManager.default.copyItem(
        atPath: repository + "/" + file,
        toPath: folder.path + "/" + file
      )
    }
    // The only thing that the sample doesn't have.
    let posting = "content/jobs/production/cnc-machinist.md"
    let text = try String(contentsOfFile: folder.path + "/" + posting, encoding: .utf8)
    try folder.write(
      "---\nimage: {src: /yard.jpg, alt: The yard}\n" + text.dropFirst(4),
      to: posting
    )
    try folder.write("a picture", to: "assets/yard.jpg")
    try folder.write("name: probe\nextends: default\n", to: "themes/probe/theme.yml")
    let pages = ["home", "list", "group", "job", "page", "not-found"]
    for page in pages {
      try folder.write(DataModelProbeTests.template, to: "themes/probe/templates/\(page).html")
    }
    let result = await build(folder.path, into: folder) { $0.theme = "probe" }
    try #require(report(result, folder.path) == "")

    let seen = try found(in: folder.path + "/public")
    for field in DataModelProbeTests.fields {
      let shapes = seen[field.name] ?? []
      #expect(!shapes.isEmpty, "\(field.name) was never asked for")
      #expect(shapes.subtracting(field.shapes).isEmpty, "\(field.name) is \(shapes.sorted())")
    }
  }

  /// By field, what it was on some page.
  private func found(in folder: String) throws -> [String: Set<String>] {
    var seen: [String: Set<String>] = [:]
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    for file in files where file.hasSuffix(".html") {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: "=")
        if parts.count == 2 { seen[String(parts[0]), default: []].insert(String(parts[1])) }
      }
    }
    return seen
  }
}

// MARK: - The template

extension DataModelProbeTests {
  private static let fields = ObjectKind.all.flatMap { kind in
    kind.declaration.map { fields(of: kind, $0) } ?? []
  }

  private typealias Probe = (name: String, lines: String, shapes: Set<String>)

  private static func fields<Declaration: DataField>(
    of kind: ObjectKind,
    _ declaration: Declaration.Type
  ) -> [Probe] {
    zip(declaration.all, declaration.vocabulary).map { field, named in
      let name = "\(kind.rawValue).\(named.name)"
      let value = "x.\(named.name)"
      let lines = "\(name)={{ shape(\(value)) }}\n" + looking(into: named.type, value, from: kind)
      var shapes: Set<String> = field.note.isOptional ? ["none"] : []
      switch field.note.shape {
      case .text, .html, .json: shapes.insert("text")
      case .texts: shapes.insert("list")
      case .thing: shapes.insert(isList(named.type) ? "list" : "map")
      case .number, .boolean, .map: shapes.insert(field.note.shape.rawValue)
      }
      return (name, lines, shapes)
    }
  }

  private static func isList(_ type: Vocabulary.ValueType) -> Bool {
    if case .list = type { true } else { false }
  }

  /// Goes on with the fields of a thing; not in circles.
  private static func looking(
    into type: Vocabulary.ValueType,
    _ value: String,
    from kind: ObjectKind? = nil
  ) -> String {
    switch type {
    case .any: return ""
    case .list(let item):
      return "{% for y in \(value) %}" + looking(into: item, "y", from: kind) + "{% endfor %}\n"
    case .object(let index):
      let other = ObjectKind.all[index]
      if other == .custom || other == kind { return "" }
      return "{% if \(value) %}{{ see_\(other.rawValue)(\(value)) }}{% endif %}\n"
    }
  }

  private static let template: String = {
    var text = """
      {% macro shape(v) %}
      {%- if v is none %}none{% elif v is boolean %}boolean{% elif v is number %}number
      {%- elif v is string %}text{% elif v is mapping %}map{% else %}list{% endif -%}
      {% endmacro %}

      """
    for kind in ObjectKind.all where kind.declaration != nil {
      let lines = fields.filter { $0.name.hasPrefix(kind.rawValue + ".") }.map(\.lines).joined()
      text += "{% macro see_\(kind.rawValue)(x) %}\n\(lines){% endmacro %}\n"
    }
    return text + Global.allCases.map { looking(into: $0.type, $0.rawValue) }.joined()
  }()
}
