import Foundation
import SiteGen
import SourceText
import TestSupport
import Testing

/// Files that are made of the table of fields are what the table makes of them.
@Suite struct SchemaExportTests {
  static let golden = folder(of: #filePath) + "/Golden/schema/"

  @Test(arguments: [
    (SchemaExport.Format.jsonSchema, "general.schema.json"), (.markdown, "general.md"),
    (.decap, "general.decap.yml"),
  ])
  func `the general schema is what it was`(_ format: SchemaExport.Format, _ name: String) throws {
    let text = SchemaExport(site: nil).text(format)
    try expectGolden(text, at: SchemaExportTests.golden + name)
  }

  @Test(arguments: [
    (SchemaExport.Format.jsonSchema, "sample.schema.json"), (.markdown, "sample.md"),
    (.decap, "sample.decap.yml"),
  ])
  func `the schema of the sample site is what it was`(
    _ format: SchemaExport.Format,
    _ name: String
  ) throws {
    let export = SchemaExport.load(repository)
    #expect(export.diagnostics.isEmpty)
    let text = try #require(export.value).text(format)
    try expectGolden(text, at: SchemaExportTests.golden + name)
  }

  @Test func `the starter site carries its own schema`() throws {
    let export = try #require(SchemaExport.load(repository + "/starter").value)
    try expectGolden(export.text(.jsonSchema), at: repository + "/starter/posting.schema.json")
  }

  @Test func `the tables of posting.md are those of the program`() throws {
    let path = repository + "/docs/posting.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try expectGolden(try filled(text), at: path)
  }

  /// The text with the program's tables between its marks, of which none may be missing.
  private func filled(_ text: String) throws -> String {
    var text = text
    for (heading, table) in SchemaExport(site: nil).markdownTables {
      let start = try #require(text.range(of: "<!-- fields: \(heading) -->\n"), "\(heading)")
      let end = try #require(
        text.range(of: "<!-- end of fields -->", range: start.upperBound..<text.endIndex)
      )
      text.replaceSubrange(start.upperBound..<end.lowerBound, with: table)
    }
    return text
  }

  @Test func `a site that can't be read has no schema`() throws {
    let site = try TestFolder()
    try site.write("titel: Jobs\n", to: "site.yml")
    let export = SchemaExport.load(site.path)
    #expect(export.value == nil)
    #expect(export.diagnostics.first?.message == "site.yml has no field 'titel'")
  }
}
