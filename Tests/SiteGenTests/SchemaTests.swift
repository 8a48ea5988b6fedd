import SourceText
import TestSupport
import Testing
import YAML

@testable import SiteGen

/// The table of fields tells the truth about itself.
@Suite struct SchemaTests {
  static let names = Schema.job.fields.map(\.name)

  /// The rows of a posting and of the maps inside it, by their paths.
  static let rows: [(path: String, row: FieldRow)] =
    Schema.job.fields.map { ($0.name, $0.row) }
    + JobTable(site: nil, codes: CodeTables()).parts.flatMap { part in
      part.rows.map { ("\(part.name).\($0.name)", $0) }
    }

  @Test(arguments: rows.map(\.path))
  func `a row says all that a row has to say`(_ path: String) throws {
    let row = try #require(SchemaTests.rows.first { $0.path == path }?.row)
    #expect(row.summary.hasSuffix(".") && row.summary.count > 8, "\(path): a sentence")
    #expect(row.summary.first?.isUppercase == true, "\(path): a sentence")
    #expect(!row.example.isEmpty, "\(path): an example")
    #expect(!row.shape.description.isEmpty, "\(path): a type")
    #expect(!row.appearances.isEmpty, "\(path): where it appears")
    if case .when(let condition) = row.requirement { #expect(!condition.isEmpty, "\(path)") }
  }

  @Test func `each field has a name and a bit of its own`() {
    #expect(Set(SchemaTests.names).count == SchemaTests.names.count)
    #expect(SchemaTests.names.count <= 64, "one bit each")
  }

  /// The example of each row, put into a posting that has everything else.
  @Test(arguments: Schema.job.fields.map { "\($0.name): \($0.example)" })
  func `the example of a row is accepted`(_ line: String) async throws {
    let name = String(line.prefix { $0 != ":" })
    var fields = [
      "title: Welder", "employment_type: full-time", "workplace: on-site",
      "locations: [\"Porto, PT\"]", "date_posted: 2026-11-01", "apply: jobs@acme.example",
    ]
    fields.removeAll { $0.hasPrefix(name + ":") }
    switch name {
    case "remote": fields[2] = "workplace: remote"
    case "date_closed": fields.append("status: closed")
    case "allow": fields[4] = "date_posted: 2026-01-05"
    default: break
    }
    fields.append(line)
    let site = try smallSite(
      site: """
        languages: [en, pt]
        organizations: {acme: {name: Acme}}
        benefits: {pension: Pension}
        schema: {custom: {shift: {type: text}}}

        """
    )
    if name == "translation_of" {
      let other = fields.filter { !$0.hasPrefix(name) }
      fields.append("lang: pt")
      try site.write(
        "---\n\(other.joined(separator: "\n"))\n---\n\nText.\n",
        to: "content/jobs/backend-engineer.md"
      )
    }
    try site.write(
      "---\n\(fields.joined(separator: "\n"))\n---\n\nText.\n",
      to: "content/jobs/welder.md"
    )
    try site.write("a picture", to: "assets/images/team.jpg")
    let target = try TestFolder()
    let result = await build(site.path, into: target, now: "2026-12-03")
    #expect(report(result, site.path) == "")
  }

  @Test func `the examples of the rows of maps are accepted`() {
    #expect(faults(of: .place) == [])
    #expect(faults(of: .remoteArea) == [])
    #expect(faults(of: .salary) == [])
    #expect(faults(of: .apply) == [])
    #expect(faults(of: .experience) == [])
    #expect(faults(of: .spokenLanguage) == [])
    #expect(faults(of: .interviewStep) == [])
    #expect(faults(of: .keywords) == [])
    #expect(faults(of: .image) == [])
  }

  /// What is wrong with a map that has the examples of all rows.
  private func faults<Model>(of schema: Schema<Model>) -> [String] {
    let lines = schema.fields.map { "\($0.name): \($0.example)\n" }
    let file = SourceFile(path: "map.yml", bytes: Array(lines.joined().utf8))
    let document = YAMLDocument.parse(file, in: file.wholeRange)
    var reader = SchemaReader(area: "job", subject: "a map", path: "", codes: CodeTables())
    let model = document.value.flatMap { schema.decode($0.root, &reader) }
    return (model == nil ? ["no map"] : [])
      + (document.diagnostics + reader.diagnostics).map(\.message)
  }

  // MARK: Templates

  /// Fields that templates know by another name, or not at all.
  static let otherNames: [String: JobField?] = [
    "employment_type": .employmentTypes, "salary": .salaries, "lang": .language,
    "status": .state, "translation_of": .translations, "aliases": nil, "allow": nil,
  ]

  @Test(arguments: names)
  func `templates know every field`(_ name: String) {
    let isTemplateName = JobField.all.contains { $0.name == name }
    #expect(isTemplateName != SchemaTests.otherNames.keys.contains(name))
  }

  @Test func `no field of templates is without a meaning`() {
    for kind in ObjectKind.all {
      func silent<Fields: DataField>(_ fields: Fields.Type) -> [String] {
        fields.all.filter { $0.note.meaning.isEmpty }.map(\.name)
      }
      #expect(kind.declaration.map { silent($0) } ?? [] == [], "\(kind.name)")
    }
  }
}
