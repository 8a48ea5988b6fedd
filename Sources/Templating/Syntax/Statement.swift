import SourceText

/// A filter of a chain, in `set` and `filter` blocks.
struct FilterUse {
  let name: Name
  let arguments: Arguments
}

/// What a loop or an assignment gives a value to.
indirect enum Target {
  case name(Name)
  case parts([Target], SourceRange)

  /// Every name in it.
  var names: [Name] {
    switch self {
    case .name(let name): [name]
    case .parts(let parts, _): parts.flatMap(\.names)
    }
  }
}

/// One part of a template.
enum Statement {
  case text(SourceRange)
  case output(Expression)
  case condition([Branch])
  case loop(Loop)
  case set(Target, Expression)
  case setAttribute(Name, Name, Expression)
  case capture(Name, [FilterUse], [Statement])
  case with([(name: Name, value: Expression)], [Statement])
  case filtered([FilterUse], [Statement], SourceRange)
  case escaping(Bool, [Statement], SourceRange)
  case macro(Macro)
  case callBlock(Expression, Macro)
  case include(Include)
  case importing(Import)
  case extends(Expression)
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
    let range: SourceRange
  }

  struct Macro {
    let name: Name
    let parameters: [(name: Name, standard: Expression?)]
    /// Whether the body calls `caller()`.
    let usesCaller: Bool
    let body: [Statement]
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
struct ParsedTemplate {
  let source: TemplateSource
  var body: [Statement] = []
  /// Every name that is read somewhere.
  var readNames: Set<String> = []
  /// Every name that gets a value somewhere.
  var boundNames: Set<String> = []
  /// Every name that gets a value outside of loops, blocks and macros.
  var topLevelNames: Set<String> = []
  /// The template that this one extends.
  var parent: Expression?
  var blocks: [Statement.Block] = []
  var includes: [Statement.Include] = []
  var imports: [Statement.Import] = []
}
