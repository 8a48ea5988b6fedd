// What a posting needs, and what stands where nobody says it.

extension NewPosting {
  /// A required field without a value.
  package struct Question: Hashable, Sendable {
    package let field: String
    /// The field's sentence.
    package let summary: String
    package let example: String
    /// Values to choose from; others may be allowed as well.
    package let choices: [String]
    /// What an empty answer means.
    package let usual: String?
  }

  /// The next field that the author should say something about; `nil` when all have a value.
  package var nextQuestion: Question? {
    guard let field = needed.first(where: { answers[$0] == nil }) else { return nil }
    return question(field)
  }

  /// The fields that every posting of the site must have, in the order of the schema, then the site's
  /// own.
  var needed: [String] {
    let isRemote = answers["workplace"] == "remote"
    let extra = site.jobRules.required.map(\.value)
    let fields = Schema.job.fields.filter { field in
      if field.requirement == .always || extra.contains(field.name) { return true }
      return switch field.name {
      case "locations": !isRemote
      case "remote": isRemote && answers["locations"] == nil
      case "department": !site.departments.isEmpty
      case "apply": site.apply == nil
      default: false
      }
    }
    let custom = site.jobRules.custom.filter(\.value.isRequired).map { "custom." + $0.key }
    return fields.map(\.name).filter { $0 != "custom" } + custom
  }

  private func question(_ field: String) -> Question {
    if let own = site.jobRules.custom.first(where: { "custom." + $0.key == field }) {
      return Question(
        field: field,
        summary: (own.value.labels.label ?? "The site's own field '\(own.key)'") + ".",
        example: example(of: own.value),
        choices: own.value.kind == .boolean ? ["true", "false"] : own.value.values,
        usual: nil
      )
    }
    let row = Schema.job.fields.first { $0.name == field }
    return Question(
      field: field,
      summary: row?.summary ?? "",
      example: row?.example ?? "",
      choices: choices(of: field, row?.shape),
      usual: usual(field)
    )
  }

  private func choices(of field: String, _ shape: Shape?) -> [String] {
    switch field {
    case "department": site.departments.map(\.name)
    case "locations": site.locations.map(\.key)
    case "company": site.organizations.map(\.key)
    default: shape?.choices ?? []
    }
  }

  /// The site's default, where it has one.
  private func usual(_ field: String) -> String? {
    switch field {
    case "department": site.departments.first?.name
    case "employment_type": "full-time"
    case "workplace": "on-site"
    case "locations": site.locations.first?.key
    case "id": name
    case "date_posted", "date_updated": today.iso
    case "valid_through": today.adding(days: 60).iso
    case "apply": site.organization.email
    case "lang": site.language
    default: nil
    }
  }

  /// Gives every required field a value that nobody said anything about: the default, else an
  /// example with a comment that asks to replace it.
  ///
  /// A field for which neither is right stays away, and ``faults`` names it.
  package mutating func fillIn() {
    while let question = nextQuestion {
      if let usual = question.usual, set(question.field, to: usual).isEmpty { continue }
      guard set(question.field, to: question.choices.first ?? question.example).isEmpty else {
        return
      }
      examples.insert(question.field)
    }
  }

  private func example(of field: CustomField) -> String {
    if let first = field.values.first { return first }
    return switch field.kind {
    case .text, .list: "To be filled in"
    case .boolean: "false"
    case .integer: "1"
    case .date: today.iso
    case .url: site.baseURL + "/"
    }
  }
}
