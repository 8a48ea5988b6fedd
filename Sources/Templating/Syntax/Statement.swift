import SourceText

/// A filter of a chain, in `set` and `filter` blocks.
struct FilterUse {
  let name: Name
  let arguments: Arguments
}

/// What a loop or an assignment gives a value to.
indirect enum Target {
  case name(Name)
  /// `object.attribute`
  case attribute(Name, Name)
  case parts([Target], SourceRange)

  var range: SourceRange {
    switch self {
    case .name(let name), .attribute(let name, _): name.range
    case .parts(_, let range): range
    }
  }

  /// Every name in it.
  var names: [Name] {
    switch self {
    case .name(let name): [name]
    case .attribute: []
    case .parts(let parts, _): parts.flatMap(\.names)
    }
  }
}

/// One part of a template.
enum Statement: Sendable {
  case text(SourceRange)
  case output(Expression)
  case condition([Branch])
  case loop(Loop)
  case set(Target, Expression)
  case capture(Target, [FilterUse], [Statement])
  case with([(name: Name, value: Expression)], [Statement])
  case filtered([FilterUse], [Statement], SourceRange)
  case escaping(Bool, [Statement], SourceRange)
  case macro(Macro)
  case callBlock(Expression, Macro)
  case include(Include)
  case importing(Import)
  case extends(Expression, isFixed: Bool)
  case block(Block)
  case breakLoop(SourceRange)
  case continueLoop(SourceRange)
  case evaluate(Expression)

  struct Branch {
    /// Nothing for `else`.
    let condition: Expression?
    let body: [Statement]
  }

  struct Loop {
    let target: Target
    let iterable: Expression
    let condition: Expression?
    let body: [Statement]
    let otherwise: [Statement]?
    let isRecursive: Bool
    let range: SourceRange
  }

  struct Macro {
    let name: Name
    let parameters: [(name: Name, standard: Expression?)]
    /// What the body reads of what is not a parameter.
    let uses: Uses
    /// Every name that the body reads.
    let reads: Set<String>
    let body: [Statement]

    struct Uses: OptionSet, Sendable {
      let rawValue: UInt8
      static let caller = Uses(rawValue: 1)
      static let varargs = Uses(rawValue: 2)
      static let kwargs = Uses(rawValue: 4)
      /// The loop around the macro.
      static let loop = Uses(rawValue: 8)

      static let names: [(name: String, use: Uses)] = [
        ("caller", .caller), ("varargs", .varargs), ("kwargs", .kwargs), ("loop", .loop),
      ]
    }
  }

  struct Include {
    /// One expression, or several names of which the first that exists is taken.
    let candidates: [Expression]
    let ignoresMissing: Bool
    let hasContext: Bool
    let range: SourceRange
  }

  struct Import {
    let template: Expression
    /// The name of the whole module; otherwise `names` are taken out of it.
    let module: Name?
    let names: [(name: Name, alias: Name)]
    let hasContext: Bool
    let range: SourceRange
  }

  struct Block {
    let name: Name
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
  }
}

/// One parsed template with what is known of its names.
struct ParsedTemplate: Sendable {
  let source: TemplateSource
  var body: [Statement] = []
  /// Every name that is read somewhere.
  var readNames: Set<String> = []
  /// Every name that gets a value somewhere.
  var boundNames: Set<String> = []
  /// Every name that gets a value outside of loops, blocks and macros.
  var topLevelNames: Set<String> = []
  /// How often each name gets a value.
  var bindings: [String: Int] = [:]
  /// The macros outside of loops, blocks and macros, by their names.
  var macros: [String: Statement.Macro] = [:]
  /// Every name that importing templates can take.
  var exportedNames: Set<String> = []
  /// The template that this one always extends, if its name is fixed.
  var parent: Expression?
  /// Templates that this one extends on a condition or by a value.
  var possibleParents: [Expression] = []
  var blocks: [Statement.Block] = []
  var includes: [Statement.Include] = []
  var imports: [Statement.Import] = []
}
