/// The schema of postings as the configuration of Decap CMS 3.3, a form on the web that opens pull
/// requests.
///
/// Only widgets and options of its documentation (decapcms.org/docs/widgets). Where a field takes
/// several forms the form on the web writes one of them, see docs/editors.md.
struct DecapExport {
  let table: JobTable

  init(_ table: JobTable) { self.table = table }
}

extension DecapExport {
  var text: String {
    """
    # A form for postings: the configuration of Decap CMS, 3.3 or later (decapcms.org).
    # Made by 'sitegen schema --format decap'. Change the lines that say so, nothing else: the rest
    # follows the schema of the site.

    backend:
      name: github
      repo: owner/repository   # change: where the site's sources are
      branch: main             # change: the branch that is published
      # Instead of the three lines above, with Git Gateway people need no account at GitHub:
      # name: git-gateway
      # branch: main

    # Every new or changed posting becomes a pull request.
    publish_mode: editorial_workflow

    \(settings.yaml)
    """ + "\n" + DataTree.map([("collections", [collection])]).yaml
  }

  private var settings: DataTree {
    var members: [(name: String, value: DataTree)] = []
    if let site = table.site { members.append(("site_url", .text(site.baseURL))) }
    members += [
      ("media_folder", "assets/uploads"), ("slug", ["encoding": "ascii", "clean_accents": true]),
    ]
    return .map(members)
  }

  private var collection: DataTree {
    let body: DataTree = [
      "label": "Text", "name": "body", "widget": "markdown", "editor_components": [],
      "hint": "What people read; begin each section with a heading of the second level.",
    ]
    return [
      "name": "jobs", "label": "Jobs", "label_singular": "Job", "folder": "content/jobs",
      "create": true, "extension": "md", "format": "yaml-frontmatter",
      "editor": ["preview": false],
      "fields": .list(fields(table.rows, areRequired: true) + [body]),
    ]
  }
}

// MARK: - Fields

extension DecapExport {
  /// The fields that the form can show.
  ///
  /// `areRequired` says whether the map around them is there: in one that may be left out the form
  /// would ask for every required field all the same.
  func fields(_ rows: [FieldRow], areRequired: Bool) -> [DataTree] {
    rows.compactMap { row in
      let isRequired = areRequired && row.requirement == .always
      guard let widget = widget(row, isRequired: isRequired) else { return nil }
      let members: [(name: String, value: DataTree)] = [
        ("label", .text(row.title)), ("name", .text(row.name)), ("hint", .text(hint(row))),
        ("required", .flag(isRequired)),
      ]
      return .map(members + widget)
    }
  }

  /// The row's sentence, when the field is needed, and the names that the site lists.
  private func hint(_ row: FieldRow) -> String {
    var sentences = [row.summary.filter { $0 != "`" }]
    if case .when(let condition) = row.requirement {
      sentences.append("Required \(condition.filter { $0 != "`" }).")
    }
    if let catalogue = row.shape.catalogue, !table.isClosed(catalogue) {
      let names = table.names(of: catalogue)
      if !names.isEmpty { sentences.append("Known: \(names.joined(separator: ", ")).") }
    }
    return sentences.joined(separator: " ")
  }
}

extension Shape {
  /// What values, or some of them, name.
  fileprivate var catalogue: Catalogue? {
    switch self {
    case .entry(let catalogue, _): catalogue
    case .list(let item): item.catalogue
    case .anyOf(let shapes): shapes.lazy.compactMap(\.catalogue).first
    default: nil
    }
  }
}
