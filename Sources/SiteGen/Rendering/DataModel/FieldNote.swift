/// What a field of the data model holds, as the reference says it.
struct FieldNote: Sendable {
  /// What kind of value it is; of a thing its type says more.
  enum Shape: String, Sendable {
    case text, number, boolean, map, thing
    case html = "HTML"
    case json = "JSON"
    case texts = "list of text"
  }

  let shape: Shape
  let meaning: String
  let example: String
  /// Whether it can be `none`.
  private(set) var isOptional = false

  /// The same for a field that not everything of its kind has.
  var orNone: FieldNote {
    var note = self
    note.isOptional = true
    return note
  }

  private static func note(_ shape: Shape, _ meaning: String, _ example: String) -> FieldNote {
    FieldNote(shape: shape, meaning: meaning, example: example)
  }

  static func text(_ meaning: String, _ example: String = "") -> FieldNote {
    note(.text, meaning, example)
  }

  static func texts(_ meaning: String, _ example: String = "") -> FieldNote {
    note(.texts, meaning, example)
  }

  static func number(_ meaning: String, _ example: String) -> FieldNote {
    note(.number, meaning, example)
  }

  static func boolean(_ meaning: String) -> FieldNote { note(.boolean, meaning, "") }

  static func map(_ meaning: String, _ example: String) -> FieldNote {
    note(.map, meaning, example)
  }

  static func html(_ meaning: String, _ example: String = "") -> FieldNote {
    note(.html, meaning, example)
  }

  static func json(_ meaning: String) -> FieldNote { note(.json, meaning, "") }

  /// A thing, or a list of things.
  static func thing(_ meaning: String) -> FieldNote { note(.thing, meaning, "") }
}

extension FieldNote {
  /// What the schema says of a field that templates get as its author wrote it.
  init(_ row: FieldRow) {
    let shape: Shape =
      switch row.shape {
      case .integer, .coordinate: .number
      case .boolean: .boolean
      case .list: .texts
      default: .text
      }
    let sentence = row.summary.hasSuffix(".") ? row.summary.dropLast() : row.summary[...]
    let meaning = sentence.prefix(1).lowercased() + sentence.dropFirst()
    self.init(shape: shape, meaning: meaning, example: shape == .boolean ? "" : row.example)
    isOptional = row.requirement != .always && shape != .texts
  }
}
