package import SourceText

/// A posting that `sitegen new job` begins.
package struct NewPosting: Sendable {
  package var title: String
  package var department: String?
  package var location: String?
  package var workplace: String?
  package var employmentType: String?

  package init(title: String) { self.title = title }
}

extension NewPosting {
  /// Writes `content/jobs/<slug>.md`; a file that is there already is never touched.
  ///
  /// - Returns: the path, relative to the current folder.
  /// - Throws: `new/no-name` for a title without letters, `new/exists`, or a fault of the disk.
  package func write(in options: BuildOptions) throws(Diagnostic) -> String {
    let name = slug(title)
    guard isSlug(name) else {
      throw Diagnostic(
        "new/no-name",
        "'\(title)' gives no file name",
        path: "",
        hint: "use a title with Latin letters, then change 'title' in the file"
      )
    }
    let build = Build(options)
    let site = build.configuration(CodeTables())
    guard let configuration = site.value else {
      throw site.diagnostics.sorted().first
        ?? Diagnostic("io/not-found", "there is no site.yml", path: options.source)
    }
    let moment = build.moment(configuration)
    let path = options.source + "/content/jobs/\(name).md"
    // Editors find the schema of the fields by this line.
    let schema =
      FileReader.exists(options.source + "/posting.schema.json")
      ? "# yaml-language-server: $schema=../../posting.schema.json" : nil
    let text = text(configuration, today: moment.today, firstLine: schema)
    do throws(FileFailure) {
      try FileWriter.writeAtomically(Array(text.utf8), to: path, replaces: false)
    } catch {
      guard error.isTaken else { throw error.diagnostic(path: path) }
      throw Diagnostic(
        "new/exists",
        "'\(path)' is there already",
        path: path,
        hint: "use another title"
      )
    }
    return path
  }

  private func text(
    _ site: SiteConfiguration,
    today: CivilDate,
    firstLine: String?
  ) -> String {
    let workplace = workplace ?? "on-site"
    let office = location ?? site.locations.first?.key
    var lines = ["---"] + [firstLine].compactMap { $0 } + ["title: \(quoted(title))"]
    if let department = department ?? site.departments.first?.name {
      lines.append("department: \(quoted(department))")
    }
    lines += [
      "employment_type: \(employmentType ?? "full-time")", "workplace: \(workplace)",
      "locations: [\(quoted(office ?? "Lisbon, PT"))]", "date_posted: \(today.iso)",
      "# valid_through: \(today.adding(days: 60).iso)",
    ]
    if site.jobRules.required.contains(where: { $0.value == "salary" }) {
      lines.append("salary: {min: 0, max: 0, currency: EUR, per: year}  # fill in")
    } else {
      lines.append("# salary: {min: 30000, max: 36000, currency: EUR, per: year}")
    }
    if site.apply == nil {
      lines.append("apply: \(site.organization.email ?? "jobs@example.com")")
    }
    lines += ["status: draft  # take this line away to publish", "---", ""]
    for heading in site.sections.inOrder { lines += ["## \(heading)", "", "Tell more here.", ""] }
    return lines.joined(separator: "\n")
  }

  /// A YAML scalar in double quotes, where the text could mean something else without.
  private func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: " "), UInt8(ascii: "-"): true
      default: byte >= 0x80
      }
    }
    if isPlain, text.first?.isLetter == true { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }
}

extension SectionHeadings {
  /// The first heading of each section, in the order of a posting.
  fileprivate var inOrder: [String] {
    let headings = [about, responsibilities, qualifications, benefits].compactMap(\.first)
    return headings.isEmpty ? ["About the role", "Requirements", "Benefits"] : headings
  }
}
