import YAML

extension NewPosting {
  /// Stands behind a value that nobody said anything about; `check` refuses it once the draft is open.
  static let exampleMark = "# fill in"
  /// Stands below a heading, likewise.
  static let exampleText = "Tell more here."

  /// The file: fields in the order of the schema, then a heading for each section.
  ///
  /// An example that nobody meant has a comment that says so.
  var text: String {
    func line(_ field: String) -> String? {
      guard let value = answers[field] else { return nil }
      let name = field.hasPrefix("custom.") ? yamlScalar(String(field.dropFirst(7))) : field
      return "\(name): \(value)" + (examples.contains(field) ? "  \(Self.exampleMark)" : "")
    }
    var lines = ["---"]
    // Editors find the schema of the fields by this line.
    if hasSchema { lines.append("# yaml-language-server: $schema=../../posting.schema.json") }
    for field in Schema.job.fields {
      if let line = line(field.name) {
        lines.append(line)
      } else if field.name == "valid_through" {
        lines.append("# valid_through: \(today.adding(days: 60).iso)")
      } else if field.name == "salary" {
        lines.append("# salary: \(field.example)")
      } else if field.name == "status" {
        lines.append("status: draft  # take this line away to publish")
      }
    }
    let own = site.jobRules.custom.compactMap { line("custom." + $0.key) }
    if !own.isEmpty, answers["custom"] == nil { lines += ["custom:"] + own.map { "  " + $0 } }
    lines += ["---", ""]
    for heading in site.sections.inOrder { lines += ["## \(heading)", "", Self.exampleText, ""] }
    return lines.joined(separator: "\n")
  }
}

extension SectionHeadings {
  /// The first heading of each section, in the order of a posting.
  fileprivate var inOrder: [String] {
    let headings = [about, responsibilities, qualifications, benefits].compactMap(\.first)
    return headings.isEmpty ? ["About the role", "Requirements", "Benefits"] : headings
  }
}
