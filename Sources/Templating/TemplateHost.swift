package import SourceText

/// What the program around the templates answers while they run; one value per worker.
package protocol TemplateHost {
  /// The value of a field of one of the host's things.
  ///
  /// - Parameters:
  ///   - field: index into the fields of the type.
  ///   - type: index into ``Vocabulary/objectTypes``.
  ///   - id: the number given to ``Value/object(type:id:)``.
  ///   - arena: takes the texts and lists that are made; it is emptied after each page.
  /// - Returns: any value; texts, lists and maps out of `arena` or of the constants.
  /// - Throws: a fault that stops the page.
  mutating func field(
    _ field: Int,
    ofType type: Int,
    id: Int,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value

  /// The result of a function.
  ///
  /// - Parameters:
  ///   - function: index into ``Vocabulary/functions``.
  ///   - arguments: checked against the function's parameters.
  ///   - arena: takes the texts and lists that are made.
  /// - Returns: any value.
  /// - Throws: a fault that stops the page.
  mutating func call(
    _ function: Int,
    _ arguments: TemplateArguments,
    in arena: inout ValueArena
  ) throws(TemplateFault) -> Value
}

/// The arguments of a host function.
package struct TemplateArguments {
  var values: [Value]
  /// The named arguments beyond the function's parameters, in the order of the template.
  package var keywords: [(name: String, value: Value)]

  package init(_ values: [Value] = [], keywords: [(name: String, value: Value)] = []) {
    self.values = values
    self.keywords = keywords
  }

  /// The argument for the parameter with this index, or undefined when the call leaves it out.
  package subscript(_ index: Int) -> Value {
    index < values.count && values[index].tag != .absent ? values[index] : .undefined
  }
}

/// A fault of a running template without its place, which the engine adds.
package struct TemplateFault: Error, Sendable {
  package let id: FaultID
  package let message: String
  package let hint: String?

  package init(_ id: FaultID, _ message: String, hint: String? = nil) {
    self.id = id
    self.message = message
    self.hint = hint
  }
}

/// The text of one template.
package struct TemplateSource: Sendable {
  /// What `include` and `extends` call it, such as `partials/card.html`.
  package let name: String
  /// The file as faults show it.
  package let path: String
  package let bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
