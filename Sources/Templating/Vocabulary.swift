/// The closed data model that a set of templates is checked against.
package struct Vocabulary: Sendable {
  /// A name with what is known about its value.
  package struct Field: Sendable {
    package let name: String
    package let type: ValueType
    /// Whether a global belongs to the page: what is imported sees it only `with context`.
    package let isOfPage: Bool
    /// Whether a field is the same on all pages: the host answers it while templates are compiled.
    package let isConstant: Bool

    package init(
      _ name: String,
      _ type: ValueType = .any,
      isOfPage: Bool = false,
      isConstant: Bool = false
    ) {
      self.name = name
      self.type = type
      self.isOfPage = isOfPage
      self.isConstant = isConstant
    }
  }

  /// A kind of thing of the host.
  package struct ObjectType: Sendable {
    package let name: String
    package let fields: [Field]

    package init(name: String, fields: [Field]) {
      self.name = name
      self.fields = fields
    }
  }

  /// What is known of a value before a template runs; `none` is possible everywhere.
  package indirect enum ValueType: Sendable, Equatable {
    case any
    /// An index into ``Vocabulary/objectTypes``.
    case object(Int)
    case list(ValueType)
  }

  /// A function of the host.
  package struct Function: Sendable {
    package let name: String
    package let parameters: [String]
    /// How many of the parameters can't be left out.
    package let required: Int
    /// Whether any further `name=value` may be given.
    package let acceptsKeywords: Bool
    /// Whether equal arguments have equal results on all pages.
    package let isConstant: Bool

    package init(
      name: String,
      parameters: [String],
      required: Int,
      acceptsKeywords: Bool,
      isConstant: Bool = false
    ) {
      self.isConstant = isConstant
      self.name = name
      self.parameters = parameters
      self.required = required
      self.acceptsKeywords = acceptsKeywords
    }
  }

  package var globals: [Field]
  package var objectTypes: [ObjectType]
  package var functions: [Function]

  package init(globals: [Field], objectTypes: [ObjectType], functions: [Function]) {
    self.globals = globals
    self.objectTypes = objectTypes
    self.functions = functions
  }
}
