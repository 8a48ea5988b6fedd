import SourceText

extension Parser {
  static let tagNames = [
    "if", "for", "set", "with", "filter", "autoescape", "macro", "call", "include", "import",
    "from", "extends", "block", "break", "continue", "do", "raw",
  ]

  /// The statement whose tag begins here.
  mutating func statement() -> Statement? {
    let start = token.range
    advance()
    guard token.kind == .name else {
      report(unexpected("the name of a tag"))
      skipTag()
      return nil
    }
    let word = text(token.range)
    let tag = SourceRange(start: start.start, end: token.range.end)
    let nameRange = token.range
    advance()
    switch word {
    case "if": return condition(tag)
    case "for": return loop(tag)
    case "set": return set(tag)
    case "with": return with(tag)
    case "filter": return filtered(tag)
    case "autoescape": return escaping(tag)
    case "macro": return macro(tag)
    case "call": return callBlock(tag)
    case "include": return include(tag)
    case "import": return importing(tag)
    case "from": return from(tag)
    case "extends": return extends(tag)
    case "block": return block(tag)
    case "break", "continue":
      if loopDepth == 0 { report(fault("'\(word)' stands outside of a loop", nameRange)) }
      header(()) { _ throws(Diagnostic) in }
      return word == "break" ? .breakLoop(nameRange) : .continueLoop(nameRange)
    case "do":
      return header(nil) { parser throws(Diagnostic) in .evaluate(try parser.expression()) }
    default:
      let nearest = nearestName(to: word, in: Parser.tagNames).map { "did you mean '\($0)'?" }
      report(fault("there is no tag '\(word)'", nameRange, hint: nearest))
      skipTag()
      return nil
    }
  }

  private func placeholder(_ range: SourceRange) -> Expression { Expression(.none, range) }

  mutating func bind(_ names: [Name]) {
    for name in names {
      template.boundNames.insert(name.text)
      if scopeDepth == 0 { template.topLevelNames.insert(name.text) }
    }
  }

  private mutating func scoped<Result>(_ parse: (inout Parser) -> Result) -> Result {
    scopeDepth += 1
    defer { scopeDepth -= 1 }
    return parse(&self)
  }

  private mutating func target() throws(Diagnostic) -> Target {
    let start = token.range
    let first = try singleTarget()
    guard token.kind == .sign(.comma) else { return first }
    var parts = [first]
    while take(.comma) {
      if token.kind != .name, token.kind != .sign(.openParenthesis) { break }
      if isWord("in") { break }
      parts.append(try singleTarget())
    }
    return .parts(parts, range(from: start))
  }

  private mutating func singleTarget() throws(Diagnostic) -> Target {
    guard token.kind == .sign(.openParenthesis) else { return .name(try expectTargetName()) }
    advance()
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the names are nested too deeply", token.range, hint: "at most 150 deep")
    }
    let inner = try target()
    try expect(.closeParenthesis)
    return inner
  }
}

// MARK: - Conditions and loops

extension Parser {
  private mutating func condition(_ tag: SourceRange) -> Statement {
    var branches: [Statement.Branch] = []
    var condition: Expression? = header(placeholder(tag)) { parser throws(Diagnostic) in
      try parser.expression()
    }
    while true {
      let ends = condition == nil ? ["endif"] : ["endif", "elif", "else"]
      let (body, end) = body(of: OpenTag(word: "if", range: tag, ends: ends))
      branches.append(.init(condition: condition, body: body))
      switch end {
      case "elif":
        condition = header(placeholder(tag)) { parser throws(Diagnostic) in
          try parser.expression()
        }
      case "else":
        header(()) { _ throws(Diagnostic) in }
        condition = nil
      case "endif":
        header(()) { _ throws(Diagnostic) in }
        return .condition(branches)
      default: return .condition(branches)
      }
    }
  }

  private mutating func loop(_ tag: SourceRange) -> Statement {
    let fallback = (
      target: Target.parts([], tag), iterable: placeholder(tag), condition: Expression?.none
    )
    let head = header(fallback) { parser throws(Diagnostic) in
      let target = try parser.target()
      try parser.expect(word: "in")
      var iterable = try parser.disjunction()
      if parser.token.kind == .sign(.comma) {
        var items = [iterable]
        while parser.take(.comma), parser.token.kind != .tagEnd {
          items.append(try parser.disjunction())
        }
        iterable = try parser.make(.list(items), from: iterable.range, items)
      }
      let condition: Expression? = parser.take(word: "if") ? try parser.expression() : nil
      if parser.isWord("recursive") {
        throw parser.fault(
          "'recursive' loops are not there",
          parser.token.range,
          hint: "write a macro that calls itself"
        )
      }
      return (target, iterable, condition)
    }
    scopeDepth += 1
    bind(head.target.names)
    loopDepth += 1
    let open = OpenTag(word: "for", range: tag, ends: ["endfor", "else"])
    let (body, end) = body(of: open)
    loopDepth -= 1
    var otherwise: [Statement]?
    if end == "else" {
      header(()) { _ throws(Diagnostic) in }
      let (rest, end) = self.body(of: OpenTag(word: "for", range: tag, ends: ["endfor"]))
      otherwise = rest
      if end != nil { header(()) { _ throws(Diagnostic) in } }
    } else if end != nil {
      header(()) { _ throws(Diagnostic) in }
    }
    scopeDepth -= 1
    return .loop(
      .init(
        target: head.target,
        iterable: head.iterable,
        condition: head.condition,
        body: body,
        otherwise: otherwise,
        range: tag
      )
    )
  }
}

// MARK: - Assignments and scopes

extension Parser {
  private mutating func set(_ tag: SourceRange) -> Statement? {
    enum Head {
      case attribute(Name, Name, Expression)
      case value(Target, Expression)
      case capture(Name, [FilterUse])
    }
    let head: Head? = header(nil) { parser throws(Diagnostic) in
      if parser.token.kind == .name, parser.next.kind == .sign(.dot) {
        let object = try parser.expectName()
        parser.template.readNames.insert(object.text)
        parser.advance()
        let attribute = try parser.expectName()
        try parser.expect(.assign)
        return .attribute(object, attribute, try parser.tupleOrExpression())
      }
      let target = try parser.target()
      if parser.take(.assign) { return .value(target, try parser.tupleOrExpression()) }
      guard case .name(let name) = target else { throw parser.unexpected("'='") }
      return .capture(name, try parser.filters())
    }
    switch head {
    case .attribute(let object, let attribute, let value):
      return .setAttribute(object, attribute, value)
    case .value(let target, let value):
      bind(target.names)
      return .set(target, value)
    case .capture(let name, let filters):
      bind([name])
      let body = scoped { $0.simpleBody("set", tag) }
      return .capture(name, filters, body)
    case nil: return nil
    }
  }

  private mutating func filters() throws(Diagnostic) -> [FilterUse] {
    var filters: [FilterUse] = []
    while take(.pipe) { filters.append(try filterUse()) }
    return filters
  }

  private mutating func filterUse() throws(Diagnostic) -> FilterUse {
    let name = try dottedName()
    let hasArguments = token.kind == .sign(.openParenthesis)
    return FilterUse(name: name, arguments: hasArguments ? try arguments() : .none)
  }

  private mutating func with(_ tag: SourceRange) -> Statement {
    let fallback: [(name: Name, value: Expression)] = []
    let entries = header(fallback) { parser throws(Diagnostic) in
      var entries: [(name: Name, value: Expression)] = []
      while parser.token.kind != .tagEnd {
        let name = try parser.expectTargetName()
        try parser.expect(.assign)
        entries.append((name, try parser.expression()))
        if parser.token.kind != .tagEnd { try parser.expect(.comma) }
      }
      return entries
    }
    scopeDepth += 1
    bind(entries.map(\.name))
    let body = simpleBody("with", tag)
    scopeDepth -= 1
    return .with(entries, body)
  }

  private mutating func filtered(_ tag: SourceRange) -> Statement {
    let filters = header([FilterUse]()) { parser throws(Diagnostic) in
      [try parser.filterUse()] + (try parser.filters())
    }
    let body = scoped { $0.simpleBody("filter", tag) }
    return .filtered(filters, body, tag)
  }

  private mutating func escaping(_ tag: SourceRange) -> Statement {
    let isOn = header(true) { parser throws(Diagnostic) in
      let value = try parser.expression()
      guard case .bool(let isOn) = value.kind else {
        throw parser.fault("'autoescape' is either true or false", value.range)
      }
      return isOn
    }
    return .escaping(isOn, scoped { $0.simpleBody("autoescape", tag) })
  }
}

// MARK: - Macros

extension Parser {
  private mutating func parameters() throws(Diagnostic) -> [(name: Name, standard: Expression?)] {
    var parameters: [(name: Name, standard: Expression?)] = []
    try expect(.openParenthesis)
    while !take(.closeParenthesis) {
      let name = try expectTargetName()
      if parameters.contains(where: { $0.name.text == name.text }) {
        throw fault("the parameter '\(name.text)' stands twice", name.range)
      }
      let standard: Expression? = take(.assign) ? try expression() : nil
      if standard == nil, parameters.last?.standard != nil {
        throw fault(
          "'\(name.text)' has no value of its own but follows a parameter that has one",
          name.range,
          hint: "give it a value, or put it first"
        )
      }
      parameters.append((name, standard))
      if token.kind != .sign(.closeParenthesis) { try expect(.comma) }
    }
    return parameters
  }

  private mutating func macro(_ tag: SourceRange) -> Statement? {
    let fallback = (
      name: Name?.none, parameters: [(name: Name, standard: Expression?)]()
    )
    let head = header(fallback) { parser throws(Diagnostic) in
      let name = try parser.expectTargetName()
      return (name, try parser.parameters())
    }
    if let name = head.name { bind([name]) }
    let macro = macroBody(head.name, head.parameters, "macro", tag)
    return head.name == nil ? nil : .macro(macro)
  }

  private mutating func macroBody(
    _ name: Name?,
    _ parameters: [(name: Name, standard: Expression?)],
    _ word: String,
    _ tag: SourceRange
  ) -> Statement.Macro {
    let loops = loopDepth
    let hadCaller = template.readNames.remove("caller") != nil
    scopeDepth += 1
    macroDepth += 1
    loopDepth = 0
    bind(parameters.map(\.name))
    let (body, end) = body(of: OpenTag(word: word, range: tag, ends: ["end" + word]))
    if end != nil {
      header(()) { parser throws(Diagnostic) in
        guard let name, parser.token.kind == .name else { return }
        let closing = try parser.expectName()
        guard closing.text != name.text else { return }
        throw parser.fault(
          "'\(closing.text)' does not match the macro '\(name.text)'",
          closing.range
        )
      }
    }
    let usesCaller = template.readNames.contains("caller")
    if hadCaller { template.readNames.insert("caller") }
    scopeDepth -= 1
    macroDepth -= 1
    loopDepth = loops
    return Statement.Macro(
      name: name ?? Name(text: "caller", range: tag),
      parameters: parameters,
      usesCaller: usesCaller,
      body: body
    )
  }

  private mutating func callBlock(_ tag: SourceRange) -> Statement? {
    let fallback = (
      parameters: [(name: Name, standard: Expression?)](), call: Expression?.none
    )
    let head = header(fallback) { parser throws(Diagnostic) in
      let hasParameters = parser.token.kind == .sign(.openParenthesis)
      let parameters = hasParameters ? try parser.parameters() : []
      let call = try parser.expression()
      guard case .call = call.kind else {
        throw parser.fault("'call' needs a macro with its arguments", call.range)
      }
      return (parameters, call)
    }
    let macro = macroBody(nil, head.parameters, "call", tag)
    return head.call.map { .callBlock($0, macro) }
  }
}

// MARK: - Several templates

extension Parser {
  private mutating func include(_ tag: SourceRange) -> Statement? {
    let include: Statement.Include? = header(nil) { parser throws(Diagnostic) in
      let template = try parser.expression()
      var candidates = [template]
      if case .list(let names) = template.kind { candidates = names }
      var ignoresMissing = false
      if parser.take(word: "ignore") {
        try parser.expect(word: "missing")
        ignoresMissing = true
      }
      return Statement.Include(
        candidates: candidates,
        ignoresMissing: ignoresMissing,
        hasContext: try parser.takesContext(standard: true),
        range: template.range
      )
    }
    guard let include else { return nil }
    template.includes.append(include)
    return .include(include)
  }

  private mutating func takesContext(standard: Bool) throws(Diagnostic) -> Bool {
    if isWord("with") || isWord("without") {
      let isWith = isWord("with")
      guard isWord("context", next) else {
        advance()
        throw unexpected("'context'")
      }
      advance()
      advance()
      return isWith
    }
    return standard
  }

  private mutating func importing(_ tag: SourceRange) -> Statement? {
    let found: Statement.Import? = header(nil) { parser throws(Diagnostic) in
      let template = try parser.expression()
      try parser.expect(word: "as")
      let module = try parser.expectTargetName()
      return Statement.Import(
        template: template,
        module: module,
        names: [],
        hasContext: try parser.takesContext(standard: false),
        range: template.range
      )
    }
    return imported(found)
  }

  private mutating func from(_ tag: SourceRange) -> Statement? {
    let found: Statement.Import? = header(nil) { parser throws(Diagnostic) in
      let template = try parser.expression()
      try parser.expect(word: "import")
      var names: [(name: Name, alias: Name)] = []
      while parser.token.kind == .name {
        let endsNames =
          (parser.isWord("with") || parser.isWord("without"))
          && parser.isWord("context", parser.next)
        if endsNames { break }
        let name = try parser.expectTargetName()
        if name.text.hasPrefix("_") {
          throw parser.fault("'\(name.text)' is private to its template", name.range)
        }
        let alias = parser.take(word: "as") ? try parser.expectTargetName() : name
        names.append((name, alias))
        if !parser.take(.comma) { break }
      }
      guard !names.isEmpty else { throw parser.unexpected("a name") }
      return Statement.Import(
        template: template,
        module: nil,
        names: names,
        hasContext: try parser.takesContext(standard: false),
        range: template.range
      )
    }
    return imported(found)
  }

  private mutating func imported(_ found: Statement.Import?) -> Statement? {
    guard let found else { return nil }
    bind(found.module.map { [$0] } ?? found.names.map(\.alias))
    template.imports.append(found)
    return .importing(found)
  }

  private mutating func extends(_ tag: SourceRange) -> Statement? {
    let parent: Expression? = header(nil) { parser throws(Diagnostic) in
      try parser.expression()
    }
    guard let parent else { return nil }
    if template.parent != nil {
      report(
        Diagnostic(
          "template/inheritance",
          "a template can extend only one other",
          path: source.path,
          range: tag
        )
      )
      return nil
    }
    template.parent = parent
    return .extends(parent)
  }

  private mutating func block(_ tag: SourceRange) -> Statement? {
    let fallback = (name: Name?.none, isScoped: false, isRequired: false)
    let head = header(fallback) { parser throws(Diagnostic) in
      let name = try parser.expectName()
      var isScoped = false
      var isRequired = false
      while true {
        if parser.take(word: "scoped") {
          isScoped = true
        } else if parser.take(word: "required") {
          isRequired = true
        } else {
          return (name, isScoped, isRequired)
        }
      }
    }
    if macroDepth > 0 {
      report(fault("a block can't stand in a macro", tag, hint: "call the macro in a block"))
    }
    let loops = loopDepth
    scopeDepth += 1
    loopDepth = 0
    let (body, end) = body(of: OpenTag(word: "block", range: tag, ends: ["endblock"]))
    loopDepth = loops
    scopeDepth -= 1
    if end != nil {
      header(()) { parser throws(Diagnostic) in
        guard let name = head.name, parser.token.kind == .name else { return }
        let closing = try parser.expectName()
        guard closing.text != name.text else { return }
        throw parser.fault(
          "'\(closing.text)' does not match the block '\(name.text)'",
          closing.range
        )
      }
    }
    guard let name = head.name else { return nil }
    if head.isRequired, !isBlank(body) {
      report(fault("a required block holds nothing but space and comments", name.range))
    }
    if let other = template.blocks.first(where: { $0.name.text == name.text }) {
      var diagnostic = fault("the block '\(name.text)' stands twice in this template", name.range)
      diagnostic.notes = [.init("first here", path: source.path, range: other.name.range)]
      report(diagnostic)
      return nil
    }
    let block = Statement.Block(
      name: name,
      isScoped: head.isScoped,
      isRequired: head.isRequired,
      body: body
    )
    template.blocks.append(block)
    return .block(block)
  }

  private func isBlank(_ body: [Statement]) -> Bool {
    body.allSatisfy { statement in
      guard case .text(let range) = statement else { return false }
      return source.bytes[range.indices].allSatisfy(\.isSpace)
    }
  }
}
