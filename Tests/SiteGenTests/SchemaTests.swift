import SiteGen
import TestSupport
import Testing

/// The table of fields tells the truth about itself.
@Suite struct SchemaTests {
  static let names = Schema.job.fields.map(\.name)

  @Test func `every row is documented`() {
    for field in Schema.job.fields {
      #expect(field.summary.hasSuffix("."), "\(field.name)")
      #expect(!field.example.isEmpty, "\(field.name)")
      #expect(!field.shape.description.isEmpty, "\(field.name)")
    }
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
    let target = try TestFolder()
    let result = await build(site.path, into: target, now: "2026-12-03")
    #expect(report(result, site.path) == "")
  }
}
