import SourceText

/// `feed.schema.json`: what the extension `_jobposting` of an item of `feed.json` looks like, as
/// JSON Schema, draft 2020-12.
///
/// Members that stand in front matter are described by their rows in the schema of postings.
struct FeedSchema: FeedFormat {
  static let route = Route(.file("feed.schema.json"))

  private let context: RenderContext

  init(_ context: RenderContext) { self.context = context }

  static func files(of plan: SitePlan, beside _: [PlannedOutput]) -> [FeedFile] {
    JSONFeed.isOn(plan.site.feeds) ? [FeedFile(route, .part(0))] : []
  }

  func write(_: FeedScope, draining drain: FeedDrain) throws(PublishingFailure) {
    var output = ByteBuffer()
    output.append(tree.json)
    try drain(&output)
  }
}

// MARK: - The schema

extension FeedSchema {
  private var tree: DataTree {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .text(context.plan.url(FeedSchema.route)),
      "title": .text("_jobposting \(PostingExtension.version)"),
      "description":
        """
      What an item of feed.json has under _jobposting: a JobPosting of schema.org, and under \
      'posting' what its author wrote. New members may come; leave out what you don't know.
      """,
      "type": "object",
      "properties": .map(schemaOrg + [("posting", posting)]),
      "required": [
        "@context", "@type", "title", "description", "identifier", "url", "hiringOrganization",
        "datePosted", "employmentType", "posting",
      ],
    ]
  }

  /// What readers can rely on; other properties are as schema.org says.
  private var schemaOrg: [(name: String, value: DataTree)] {
    let text: DataTree = ["type": "string"]
    let day: DataTree = ["type": "string", "format": "date"]
    return [
      ("@context", ["const": "https://schema.org/"]), ("@type", ["const": "JobPosting"]),
      ("title", text), ("description", described("The whole text as HTML.", text)),
      ("identifier", object(["@type": ["const": "PropertyValue"], "name": text, "value": text])),
      ("url", text), ("hiringOrganization", object(["@type": text, "name": text])),
      ("datePosted", day), ("validThrough", ["type": "string", "format": "date-time"]),
      ("employmentType", list(["enum": DataTree(texts: FeedSchema.employmentTypes)])),
      ("jobLocation", list(object(["@type": ["const": "Place"], "address": ["type": "object"]]))),
      ("jobLocationType", ["const": "TELECOMMUTE"]), ("totalJobOpenings", ["type": "integer"]),
    ]
  }

  private static let employmentTypes = [
    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
  ]

  private var posting: DataTree {
    [
      "type": "object",
      "description":
        """
      The posting as its author wrote it, by the names of front matter. Lists and maps stand in \
      their longest form; benefits and ways to apply are filled in from the site.
      """,
      "properties": .map(ExtensionField.all.map { ($0.rawValue, schema(of: $0)) }),
      "required": ["employment_type", "workplace"],
    ]
  }

  private func schema(of field: ExtensionField) -> DataTree {
    let text: DataTree = ["type": "string"]
    switch field {
    case .sections:
      return described(
        """
        Headings of the text: id is the anchor in content_html, kind is about, responsibilities, \
        qualifications or benefits where the site says so.
        """,
        list(object(["id": text, "title": text], optional: ["kind": text]))
      )
    case .translations:
      return described(
        "The same job in other languages.",
        list(object(["id": text, "language": text, "url": text]))
      )
    case .custom:
      return described("The site's own fields.", .map([("type", "object")] + ownFields))
    default:
      guard let row = Schema.job.row(named: field.rawValue) else { return [:] }
      return described(row.summary, schema(row.shape))
    }
  }

  private var ownFields: [(name: String, value: DataTree)] {
    let fields = context.plan.site.jobRules.custom.map { entry -> (name: String, value: DataTree) in
      let type: DataTree =
        switch entry.value.kind {
        case .boolean: "boolean"
        case .integer: "integer"
        case .text, .date, .url, .list: "string"
        }
      return (entry.key, described(entry.value.labels.label ?? entry.key, ["type": type]))
    }
    return fields.isEmpty ? [] : [("properties", .map(fields))]
  }
}

// MARK: - Shapes

extension FeedSchema {
  /// The longest form of a value of front matter.
  private func schema(_ shape: Shape) -> DataTree {
    switch shape {
    case .integer: ["type": "integer"]
    case .decimal: ["type": "number", "minimum": 0]
    case .coordinate(let range):
      [
        "type": "number", "minimum": .number(String(Int(range.lowerBound))),
        "maximum": .number(String(Int(range.upperBound))),
      ]
    case .boolean: ["type": "boolean"]
    case .date: ["type": "string", "format": "date"]
    case .country: ["type": "string", "pattern": "^[A-Z]{2}$"]
    case .currency: ["type": "string", "pattern": "^[A-Z]{3}$"]
    case .choice(let names): ["enum": DataTree(texts: names)]
    case .entry(_, let other): schema(other)
    case .list(let item): list(schema(item))
    case .map(let part): object(part)
    case .mapOf(let value): ["type": "object", "additionalProperties": schema(value)]
    case .anyOf(let shapes):
      shapes.first(where: \.isList).map(schema) ?? shapes.first(where: \.isMap).map(schema)
        ?? ["anyOf": .list(shapes.map(schema))]
    case .ownFields: ["type": "object"]
    case .anything: [:]
    case .text, .slug, .url, .email, .sitePath, .dateOrTime, .language, .timeZone, .placeText,
      .experience, .written:
      ["type": "string"]
    }
  }

  private func object(_ part: Shape.Part) -> DataTree {
    let required = part.rows.filter { $0.requirement == .always }.map(\.name)
    let members = part.rows.map { (name: $0.name, value: described($0.summary, schema($0.shape))) }
    let object: DataTree = ["type": "object", "properties": .map(members)]
    return required.isEmpty ? object : object.adding([("required", DataTree(texts: required))])
  }

  /// An object with these members; those under `optional` may be missing.
  private func object(_ members: DataTree, optional: DataTree = .map([])) -> DataTree {
    guard case .map(let members) = members, case .map(let others) = optional else { return [:] }
    return [
      "type": "object", "properties": .map(members + others),
      "required": DataTree(texts: members.map(\.name)),
    ]
  }

  private func list(_ item: DataTree) -> DataTree { ["type": "array", "items": item] }

  private func described(_ sentence: String, _ schema: DataTree) -> DataTree {
    let note: DataTree = ["description": .text(sentence)]
    guard case .map(let members) = schema else { return note }
    return note.adding(members)
  }
}

extension Shape {
  fileprivate var isList: Bool { if case .list = self { true } else { false } }

  fileprivate var isMap: Bool { if case .map = self { true } else { false } }
}
