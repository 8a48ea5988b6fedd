package import SourceText

/// The schema of postings as other programs read it.
package struct SchemaExport: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// Draft 2020-12, for editors and validators.
    case jsonSchema = "json-schema"
    /// The tables of docs/posting.md.
    case markdown
    /// The configuration of Decap CMS, a form on the web.
    case decap
  }

  let table: JobTable

  /// The schema narrowed by a site: what it requires, its departments, offices and own fields.
  package init(site: SiteConfiguration?, codes: CodeTables = CodeTables()) {
    table = JobTable(site: site, codes: codes)
  }
}

extension SchemaExport {
  /// The schema of the site in `source`, or the general one where there is no `site.yml`.
  ///
  /// - Returns: nothing but the faults if `site.yml` can't be read.
  package static func load(_ source: String) -> Checked<SchemaExport> {
    let codes = CodeTables()
    guard FileReader.exists(source + "/" + SourceTree.configurationPath) else {
      return Checked(SchemaExport(site: nil, codes: codes))
    }
    let site = SourceTree(root: source).loadConfiguration(codes)
    guard let configuration = site.value, !site.diagnostics.containsError else {
      return Checked(nil, site.diagnostics)
    }
    return Checked(SchemaExport(site: configuration, codes: codes), site.diagnostics)
  }

  package func text(_ format: Format) -> String {
    switch format {
    case .jsonSchema: JSONSchemaExport(table).text
    case .markdown: MarkdownExport(table).text
    case .decap: DecapExport(table).text
    }
  }

  /// The Markdown tables by their headings, for documents with other text between them.
  package var markdownTables: [(heading: String, table: String)] { MarkdownExport(table).tables }
}
