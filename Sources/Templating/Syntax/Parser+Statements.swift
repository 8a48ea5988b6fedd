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
      header(()) { _ throws(SyntaxFault) in }
      return word == "break" ? .breakLoop(nameRange) : .continueLoop(nameRange)
    case "do":
      return header(nil) { parser throws(SyntaxFault) in .evaluate(try parser.expression()) }
    default:
      let nearest = nearestName(to: word, in: Parser.tagNames).map { "did you mean '\($0)'?" }
      report(fault("there is no tag '\(word)'", nameRange, hint: nearest))
      skipTag()
      return nil
    }
  }

  func placeholder(_ range: SourceRange) -> Expression { Expression(.none, range) }

  mutating func bind(_ names: [Name], isExported: Bool = false) {
    for name in names {
      template.boundNames.insert(name.text)
      template.bindings[name.text, default: 0] += 1
      guard scopeDepth == 0 else { continue }
      template.topLevelNames.insert(name.text)
      if isExported, !name.text.hasPrefix("_") { template.exportedNames.insert(name.text) }
    }
  }

  mutating func scoped<Result>(_ parse: (inout Parser) -> Result) -> Result {
    scopeDepth += 1
    defer { scopeDepth -= 1 }
    return parse(&self)
  }

  private mutating func target(
    allowsAttributes: Bool = false
  ) throws(SyntaxFault) -> Target {
    let start = token.range
    let first = try singleTarget(allowsAttributes)
    guard token.kind == .sign(.comma) else { return first }
    var parts = [first]
    while take(.comma), token.kind != .sign(.closeParenthesis) {
      guard !isWord("in") else { throw unexpected("a name") }
      parts.append(try singleTarget(allowsAttributes))
    }
    return .parts(parts, range(from: start))
  }

  private mutating func singleTarget(_ allowsAttributes: Bool) throws(SyntaxFault) -> Target {
    guard token.kind == .sign(.openParenthesis) else {
      guard allowsAttributes, token.kind == .name, next.kind == .sign(.dot) else {
        return .name(try expectTargetName())
      }
      let object = try expectName()
      template.readNames.insert(object.text)
      advance()
      return .attribute(object, try expectName())
    }
    advance()
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the names are nested too deeply", token.range, hint: "at most 150 deep")
    }
    let inner = try target(allowsAttributes: allowsAttributes)
    try expect(.closeParenthesis)
    return inner
  }
}

// MARK: - Conditions and loops

extension Parser {
  private mutating func condition(_ tag: SourceRange) -> Statement {
    var branches: [Statement.Branch] = []
    var condition: Expression? = header(placeholder(tag)) { parser throws(SyntaxFault) in
      try parser.disjunction()
    }
    while true {
      let ends = condition == nil ? ["endif"] : ["endif", "elif", "else"]
      let (body, end) = body(of: OpenTag(word: "if", range: tag, ends: ends))
      branches.append(.init(condition: condition, body: body))
      switch end {
      case "elif":
        condition = header(placeholder(tag)) { parser throws(SyntaxFault) in
          try parser.disjunction()
        }
      case "else":
        header(()) { _ throws(SyntaxFault) in }
        condition = nil
      case "endif":
        header(()) { _ throws(SyntaxFault) in }
        return .condition(branches)
      default: return .condition(branches)
      }
    }
  }

  private mutating func loop(_ tag: SourceRange) -> Statement {
    let fallback = (
      target: Target.parts([], tag), iterable: placeholder(tag), condition: Expression?.none,
      isRecursive: false
    )
    let head = header(fallback) { parser throws(SyntaxFault) in
      let target = try parser.target()
      try parser.expect(word: "in")
      var iterable = try parser.disjunction()
      if parser.token.kind == .sign(.comma) {
        var items = [iterable]
        while parser.take(.comma), parser.token.kind != .tagEnd {
          items.append(try parser.disjunction())
        }
        iterable = try parser.make(.list(items, isTuple: true), from: iterable.range, items)
      }
      let condition: Expression? = parser.take(word: "if") ? try parser.expression() : nil
      return (target, iterable, condition, parser.take(word: "recursive"))
    }
    scopeDepth += 1
    bind(head.target.names)
    template.boundNames.insert("loop")
    loopDepth += 1
    let open = OpenTag(word: "for", range: tag, ends: ["endfor", "else"])
    let (body, end) = body(of: open)
    loopDepth -= 1
    var otherwise: [Statement]?
    if end == "else" {
      header(()) { _ throws(SyntaxFault) in }
      let (rest, end) = self.body(of: OpenTag(word: "for", range: tag, ends: ["endfor"]))
      otherwise = rest
      if end != nil { header(()) { _ throws(SyntaxFault) in } }
    } else if end != nil {
      header(()) { _ throws(SyntaxFault) in }
    }
    scopeDepth -= 1
    return .loop(
      .init(
        target: head.target,
        iterable: head.iterable,
        condition: head.condition,
        body: body,
        otherwise: otherwise,
        isRecursive: head.isRecursive,
        range: tag
      )
    )
  }
}

// MARK: - Assignments and scopes

extension Parser {
  private mutating func set(_ tag: SourceRange) -> Statement? {
    enum Head {
      case value(Target, Expression)
      case capture(Target, [FilterUse])
    }
    let head: Head? = header(nil) { parser throws(SyntaxFault) in
      let target = try parser.target(allowsAttributes: true)
      if parser.take(.assign) { return .value(target, try parser.tupleOrExpression()) }
      if case .parts = target { throw parser.unexpected("'='") }
      return .capture(target, try parser.filters())
    }
    switch head {
    case .value(let target, let value):
      bind(target.names, isExported: true)
      return .set(target, value)
    case .capture(let target, let filters):
      bind(target.names, isExported: true)
      let body = scoped { $0.simpleBody("set", tag) }
      return .capture(target, filters, body)
    case nil: return nil
    }
  }

  private mutating func filters() throws(SyntaxFault) -> [FilterUse] {
    var filters: [FilterUse] = []
    while take(.pipe) { filters.append(try filterUse()) }
    return filters
  }

  private mutating func filterUse() throws(SyntaxFault) -> FilterUse {
    let name = try dottedName()
    let hasArguments = token.kind == .sign(.openParenthesis)
    return FilterUse(name: name, arguments: hasArguments ? try arguments() : .none)
  }

  private mutating func with(_ tag: SourceRange) -> Statement {
    let fallback: [(name: Name, value: Expression)] = []
    let entries = header(fallback) { parser throws(SyntaxFault) in
      var entries: [(name: Name, value: Expression)] = []
      while parser.token.kind != .tagEnd {
        let name = try parser.expectTargetName()
        try parser.expect(.assign)
        entries.append((name, try parser.expression()))
        guard parser.token.kind != .tagEnd else { break }
        try parser.expect(.comma)
        guard parser.token.kind == .name else { throw parser.unexpected("a name") }
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
    let filters = header([FilterUse]()) { parser throws(SyntaxFault) in
      [try parser.filterUse()] + (try parser.filters())
    }
    let body = scoped { $0.simpleBody("filter", tag) }
    return .filtered(filters, body, tag)
  }

  private mutating func escaping(_ tag: SourceRange) -> Statement {
    let isOn = header(true) { parser throws(SyntaxFault) in
      let value = try parser.expression()
      guard case .bool(let isOn) = value.kind else {
        throw parser.fault("'autoescape' is either true or false", value.range)
      }
      return isOn
    }
    return .escaping(isOn, scoped { $0.simpleBody("autoescape", tag) }, tag)
  }
}
