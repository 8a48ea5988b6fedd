/// The rows of a posting as one site wants them.
struct JobTable: Sendable {
  /// `nil` for the general schema, which holds for every site.
  let site: SiteConfiguration?
  let codes: CodeTables

  struct Group: Sendable {
    var title: String
    var rows: [FieldRow]
  }
}

// MARK: - Rows

extension JobTable {
  /// The rows under their headings, with what the site requires.
  var groups: [Group] {
    Schema.groups.map { title, fields in
      Group(title: title, rows: fields.map { narrowed($0.row) })
    }
  }

  var rows: [FieldRow] { groups.flatMap(\.rows) }

  /// The rows of the maps inside a posting, each map once, in the order of their first use.
  var parts: [Shape.Part] {
    var parts: [Shape.Part] = []
    func visit(_ shape: Shape) {
      switch shape {
      case .map(let part):
        guard !parts.contains(part) else { return }
        parts.append(part)
        for row in part.rows { visit(row.shape) }
      case .list(let item), .mapOf(let item), .entry(_, let item): visit(item)
      case .anyOf(let shapes): shapes.forEach(visit)
      default: break
      }
    }
    for row in rows { visit(row.shape) }
    return parts
  }

  private func narrowed(_ row: FieldRow) -> FieldRow {
    var row = row
    guard let site else { return row }
    let isRequired = site.jobRules.required.contains { $0.value == row.name }
    let hasRequiredField =
      row.shape == .ownFields && site.jobRules.custom.contains(where: \.value.isRequired)
    if isRequired || hasRequiredField {
      row.requirement = .always
    } else if row.name == "apply" {
      row.requirement = hasWayToApply ? .optional : .always
    }
    return row
  }

  /// Whether `site.yml` says how to apply where a posting doesn't; unknown without a site.
  var hasWayToApply: Bool {
    guard let target = site?.apply?.target else { return false }
    return target.url != nil || target.email != nil || target.form != nil
  }

  /// The fields that the site declares for itself; `nil` without a site.
  var ownFields: Shape.Part? {
    site.map { site in
      Shape.Part(
        name: "OwnFields",
        rows: site.jobRules.custom.map { FieldRow($0.value, named: $0.key) }
      )
    }
  }
}

extension FieldRow {
  /// The row of a field that a site declares.
  fileprivate init(_ field: CustomField, named name: String) {
    let label = field.labels.label ?? name
    let (shape, example): (Shape, String) =
      switch field.kind {
      case .text: (.text(1...2000), DataTree.quoted(label))
      case .boolean: (.boolean, "true")
      case .integer: (.integer(-1_000_000_000...1_000_000_000), "1")
      case .date: (.date, "2026-11-23")
      case .url: (.url, "https://example.com")
      case .list: (.list(.text(1...200)), "[one, two]")
      }
    let isChoice = !field.values.isEmpty && field.kind != .list
    self.init(
      name: name,
      shape: isChoice ? .choice(field.values) : shape,
      requirement: field.isRequired ? .always : .optional,
      summary: label + ".",
      example: isChoice ? DataTree.quoted(field.values[0]) : example,
      standard: nil,
      appearances: [.page]
    )
  }
}

// MARK: - What site.yml lists

extension JobTable {
  /// The names that postings may use; empty where none are listed or the site isn't known.
  func names(of catalogue: Shape.Catalogue) -> [String] {
    guard let site else { return [] }
    return switch catalogue {
    case .departments: site.departments.map(\.name)
    case .organizations:
      site.organizations.isEmpty
        ? [] : site.organizations.map(\.key) + [site.organization.name]
    case .locations: site.locations.map(\.key)
    case .benefits: site.benefits.map(\.key)
    case .languages: site.allLanguages
    case .postings: []
    }
  }

  /// Whether a value that isn't listed is a fault.
  func isClosed(_ catalogue: Shape.Catalogue) -> Bool {
    guard let site else { return false }
    return switch catalogue {
    case .languages: true
    case .departments: site.jobRules.deniesUnknownDepartments
    case .organizations: !site.organizations.isEmpty
    case .locations, .benefits, .postings: false
    }
  }

  /// What a closed catalogue takes beside its names: companies may be called by theirs.
  func otherNames(of catalogue: Shape.Catalogue) -> [String] {
    guard let site, catalogue == .organizations else { return [] }
    let known = names(of: catalogue)
    return site.organizations.map(\.value.name).filter { !known.contains($0) }
  }

  /// An example that the site accepts too.
  func example(of row: FieldRow) -> String {
    if case .entry(let catalogue, _) = row.shape, isClosed(catalogue) {
      return names(of: catalogue).first ?? row.example
    }
    if row.shape == .ownFields, let ownFields {
      let pairs = ownFields.rows.map { "\($0.name): \($0.example)" }
      return "{\(pairs.joined(separator: ", "))}"
    }
    return row.example
  }
}
