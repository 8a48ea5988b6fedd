/// The schema of postings as JSON Schema, draft 2020-12.
///
/// It describes what a reader of YAML 1.2 makes of front matter. The program reads scalars as text,
/// so a text may be a number or a switch too. What it can't say is listed in docs/editors.md.
struct JSONSchemaExport {
  let table: JobTable

  init(_ table: JobTable) { self.table = table }
}

extension JSONSchemaExport {
  var text: String { tree.json }

  private var tree: DataTree {
    let subject = table.site.map { "A posting of '\($0.title)'." } ?? "A posting of any site."
    var members: [(name: String, value: DataTree)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", "Job posting"),
      ("description", .text(subject + " Made by 'sitegen schema'.")),
    ]
    members += object(Shape.Part(name: "Posting", rows: table.rows))
    members.append(("allOf", .list(postingRules)))
    members.append(("$defs", .map(definitions)))
    return .map(members)
  }

  private var definitions: [(name: String, value: DataTree)] {
    let parts = table.parts.map { part -> (name: String, value: DataTree) in
      (part.name, .map(object(part) + rules(of: part)))
    }
    return sharedDefinitions + parts
  }

  /// A map with rows of its own: nothing but what the rows name.
  func object(_ part: Shape.Part) -> [(name: String, value: DataTree)] {
    let required = part.rows.filter { $0.requirement == .always }.map(\.name)
    let properties = part.rows.map { (name: $0.name, value: property($0)) }
    var members: [(name: String, value: DataTree)] = [
      ("type", "object"), ("properties", .map(properties)), ("additionalProperties", false),
    ]
    if !required.isEmpty { members.append(("required", DataTree(texts: required))) }
    return members
  }

  /// One field: what it means, and what its values look like.
  private func property(_ row: FieldRow) -> DataTree {
    var description = row.summary
    if case .when(let condition) = row.requirement { description += " Required \(condition)." }
    var members: [(name: String, value: DataTree)] = [
      ("title", .text(row.title)), ("description", .text(description)),
    ]
    if let standard = row.standard {
      members.append(("default", ExampleValue.tree(standard, row.shape)))
    }
    let example = ExampleValue.tree(table.example(of: row), row.shape)
    members.append(("examples", .list([example])))
    let value = schema(row.shape)
    return switch row.requirement {
    case .always: DataTree.map(members).adding(value.members)
    case .when, .optional: DataTree.map(members + value.or(reference("leftOut")))
    }
  }

  static let null: DataTree = ["type": "null"]

  func reference(_ name: String) -> DataTree { ["$ref": .text("#/$defs/" + name)] }
}

extension DataTree {
  /// The members of a map; nothing for other values.
  fileprivate var members: [(name: String, value: DataTree)] {
    if case .map(let members) = self { members } else { [] }
  }

  /// A schema that accepts what either accepts.
  fileprivate func or(_ other: DataTree) -> [(name: String, value: DataTree)] {
    if case .map(let members) = self, members.count == 1, members[0].name == "anyOf",
      case .list(let schemas) = members[0].value
    {
      return [("anyOf", .list(schemas + [other]))]
    }
    return [("anyOf", [self, other])]
  }
}
