import SourceText

// MARK: - Precedence, loosest first

extension Parser {
  /// An expression, or several with commas between them, which make a list.
  mutating func tupleOrExpression() throws(Diagnostic) -> Expression {
    let first = try expression()
    guard token.kind == .sign(.comma) else { return first }
    var items = [first]
    while take(.comma), !endsExpression { items.append(try expression()) }
    return try make(.list(items, isTuple: true), from: first.range, items)
  }

  private var endsExpression: Bool {
    switch token.kind {
    case .tagEnd, .outputEnd, .end, .sign(.closeParenthesis), .sign(.assign): true
    default: isWord("if") || isWord("recursive")
    }
  }

  mutating func expression() throws(Diagnostic) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the expression is nested too deeply", token.range, hint: "at most 150 deep")
    }
    var result = try disjunction()
    while take(word: "if") {
      let condition = try disjunction()
      let otherwise: Expression? = take(word: "else") ? try expression() : nil
      result = try make(
        .conditional(condition: condition, then: result, otherwise: otherwise),
        from: result.range,
        [condition, result] + (otherwise.map { [$0] } ?? [])
      )
    }
    return result
  }

  /// An expression without `if`, which in a loop begins its condition.
  mutating func disjunction() throws(Diagnostic) -> Expression {
    var left = try conjunction()
    while take(word: "or") {
      let right = try conjunction()
      left = try make(.or(left, right), from: left.range, [left, right])
    }
    return left
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    var left = try negation()
    while take(word: "and") {
      let right = try negation()
      left = try make(.and(left, right), from: left.range, [left, right])
    }
    return left
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    guard isWord("not") else { return try comparison() }
    let start = token.range
    advance()
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the expression is nested too deeply", start, hint: "at most 150 deep")
    }
    let inner = try negation()
    return try make(.not(inner), from: start, [inner])
  }

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let first = try sum()
    var rest: [(sign: Operator, right: Expression)] = []
    while let sign = takeComparison() { rest.append((sign, try sum())) }
    guard let only = rest.first else { return first }
    let all = [first] + rest.map(\.right)
    if rest.count == 1 {
      return try make(.operation(only.sign, first, only.right), from: first.range, all)
    }
    return try make(.comparisons(first, rest), from: first.range, all)
  }

  private mutating func takeComparison() -> Operator? {
    if isWord("not"), isWord("in", next) {
      advance()
      advance()
      return .isNotIn
    }
    if take(word: "in") { return .isIn }
    guard case .sign(let sign) = token.kind else { return nil }
    let found: Operator
    switch sign {
    case .equal: found = .equal
    case .notEqual: found = .notEqual
    case .less: found = .less
    case .lessOrEqual: found = .lessOrEqual
    case .greater: found = .greater
    case .greaterOrEqual: found = .greaterOrEqual
    default: return nil
    }
    advance()
    return found
  }

  private mutating func sum() throws(Diagnostic) -> Expression {
    var left = try joining()
    while true {
      let sign: Operator
      if take(.plus) { sign = .add } else if take(.minus) { sign = .subtract } else { return left }
      let right = try joining()
      left = try make(.operation(sign, left, right), from: left.range, [left, right])
    }
  }

  private mutating func joining() throws(Diagnostic) -> Expression {
    var left = try product()
    while take(.join) {
      let right = try product()
      left = try make(.operation(.join, left, right), from: left.range, [left, right])
    }
    return left
  }

  private mutating func product() throws(Diagnostic) -> Expression {
    var left = try power()
    while case .sign(let sign) = token.kind {
      let found: Operator
      switch sign {
      case .times: found = .multiply
      case .divide: found = .divide
      case .floorDivide: found = .floorDivide
      case .remainder: found = .remainder
      default: return left
      }
      advance()
      let right = try power()
      left = try make(.operation(found, left, right), from: left.range, [left, right])
    }
    return left
  }

  private mutating func power() throws(Diagnostic) -> Expression {
    var left = try unary(withFilters: true)
    while take(.power) {
      let right = try unary(withFilters: true)
      left = try make(.operation(.power, left, right), from: left.range, [left, right])
    }
    return left
  }

  private mutating func unary(withFilters: Bool) throws(Diagnostic) -> Expression {
    let start = token.range
    var result: Expression
    if token.kind == .sign(.minus) || token.kind == .sign(.plus) {
      let isMinus = token.kind == .sign(.minus)
      advance()
      nesting += 1
      defer { nesting -= 1 }
      guard nesting <= Parser.maximumNesting else {
        throw fault("the expression is nested too deeply", start, hint: "at most 150 deep")
      }
      let inner = try unary(withFilters: false)
      result = try make(isMinus ? .minus(inner) : .plus(inner), from: start, [inner])
    } else {
      result = try postfix(try primary())
    }
    while withFilters {
      if token.kind == .sign(.pipe) {
        advance()
        let name = try dottedName()
        let arguments = token.kind == .sign(.openParenthesis) ? try self.arguments() : .none
        result = try make(
          .filter(result, name, arguments),
          from: start,
          [result] + arguments.values
        )
      } else if isWord("is") {
        result = try test(result, start)
      } else if token.kind == .sign(.openParenthesis) {
        let arguments = try self.arguments()
        result = try make(.call(result, arguments), from: start, [result] + arguments.values)
      } else {
        break
      }
    }
    return result
  }

  func make(
    _ kind: Expression.Kind,
    from start: SourceRange,
    _ parts: [Expression]
  ) throws(Diagnostic) -> Expression {
    let range = range(from: start)
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    guard depth <= Parser.maximumDepth else {
      throw fault("the expression is too long", range, hint: "take parts of it into 'set'")
    }
    return Expression(kind, range, depth: depth)
  }
}

// MARK: - Filters, tests and calls

extension Parser {
  /// The name of a filter or test; a dot in it makes it unknown, not a syntax fault.
  mutating func dottedName() throws(Diagnostic) -> Name {
    var name = try expectName()
    while take(.dot) {
      let part = try expectName()
      let range = SourceRange(start: name.range.start, end: part.range.end)
      name = Name(text: name.text + "." + part.text, range: range)
    }
    return name
  }

  private mutating func test(
    _ value: Expression,
    _ start: SourceRange
  ) throws(Diagnostic) -> Expression {
    advance()
    let isNegated = take(word: "not")
    let name = try dottedName()
    var arguments = Arguments.none
    if token.kind == .sign(.openParenthesis) {
      arguments = try self.arguments()
    } else if startsBareArgument {
      guard !isWord("is") else {
        throw fault("a test can't follow a test", token.range, hint: "join them with 'and'")
      }
      arguments.positional = [try postfix(try primary())]
    }
    let kind = Expression.Kind.test(value, name, arguments, isNegated: isNegated)
    return try make(kind, from: start, [value] + arguments.values)
  }

  private var startsBareArgument: Bool {
    switch token.kind {
    case .name:
      !(isWord("else") || isWord("or") || isWord("and") || isWord("if") || isWord("in")
        || isWord("not"))
    case .string, .integer, .double, .sign(.openBracket), .sign(.openBrace): true
    default: false
    }
  }

  mutating func arguments() throws(Diagnostic) -> Arguments {
    var arguments = Arguments()
    try expect(.openParenthesis)
    while !take(.closeParenthesis) {
      if token.kind == .sign(.times) || token.kind == .sign(.power) {
        try spreadArgument(into: &arguments)
      } else if token.kind == .name, next.kind == .sign(.assign) {
        if arguments.map != nil { throw fault("'**' has to come last", token.range) }
        let name = try expectName()
        advance()
        if arguments.named.contains(where: { $0.name.text == name.text }) {
          throw fault("'\(name.text)' is given twice", name.range)
        }
        arguments.named.append((name, try expression()))
      } else {
        guard arguments.named.isEmpty, arguments.list == nil, arguments.map == nil else {
          throw fault("an argument without a name follows one with a name", token.range)
        }
        arguments.positional.append(try expression())
      }
      if token.kind != .sign(.closeParenthesis) { try expect(.comma) }
    }
    return arguments
  }

  private mutating func spreadArgument(into arguments: inout Arguments) throws(Diagnostic) {
    let sign = token
    advance()
    let isList = sign.kind == .sign(.times)
    guard arguments.map == nil, !isList || arguments.list == nil else {
      throw fault("'\(text(sign.range))' stands twice, or behind '**'", sign.range)
    }
    if isList { arguments.list = try expression() } else { arguments.map = try expression() }
  }

  mutating func postfix(_ first: Expression) throws(Diagnostic) -> Expression {
    var result = first
    while case .sign(let sign) = token.kind {
      switch sign {
      case .dot:
        advance()
        if case .integer(let index) = token.kind {
          let key = Expression(.integer(index), token.range)
          advance()
          result = try make(.item(result, key), from: first.range, [result])
        } else {
          let name = try expectName()
          result = try make(.attribute(result, name), from: first.range, [result])
        }
      case .openBracket: result = try subscripted(result)
      case .openParenthesis:
        let arguments = try self.arguments()
        let parts = [result] + arguments.values
        result = try make(.call(result, arguments), from: first.range, parts)
      default: return result
      }
    }
    return result
  }

  private mutating func subscripted(_ base: Expression) throws(Diagnostic) -> Expression {
    try expect(.openBracket)
    guard token.kind != .sign(.closeBracket) else { throw unexpected("a key or a number") }
    var parts: [Expression?] = [nil]
    while token.kind != .sign(.closeBracket) {
      if take(.colon) {
        guard parts.count < 3 else { throw unexpected("']'") }
        parts.append(nil)
      } else {
        guard parts[parts.count - 1] == nil else { throw unexpected("']'") }
        parts[parts.count - 1] = try expression()
      }
    }
    advance()
    let all = [base] + parts.compactMap(\.self)
    if parts.count == 1, let key = parts[0] {
      return try make(.item(base, key), from: base.range, all)
    }
    let kind = Expression.Kind.slice(
      base,
      start: parts[0],
      stop: parts[1],
      step: parts.count > 2 ? parts[2] : nil
    )
    return try make(kind, from: base.range, all)
  }
}
