import SourceText

// MARK: - Precedence, loosest first

extension Parser {
  /// An expression, or several with commas between them, which make a list.
  mutating func tupleOrExpression() throws(SyntaxFault) -> Expression {
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

  mutating func expression() throws(SyntaxFault) -> Expression {
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
  mutating func disjunction() throws(SyntaxFault) -> Expression { try operation(from: .or) }

  /// How tightly operators bind, loosest first.
  private enum Level: Int {
    case or, and, not, comparison, sum, joining, product, power, unary

    var next: Level { Level(rawValue: rawValue + 1) ?? .unary }
  }

  /// Operators of a level and of those that bind tighter, with what stands between them.
  ///
  /// One function for all levels keeps the stack of nested expressions small.
  private mutating func operation(from least: Level) throws(SyntaxFault) -> Expression {
    if least == .unary { return try unary(withFilters: true) }
    var left: Expression
    if least.rawValue <= Level.not.rawValue, isWord("not") {
      left = try negation()
    } else {
      left = try unary(withFilters: true)
    }
    while let level, level.rawValue >= least.rawValue {
      if level == .comparison {
        left = try comparison(left)
      } else {
        let sign = takeOperator()
        let right = try operation(from: level.next)
        left = try make(level, sign, left, right)
      }
    }
    return left
  }

  /// The level of the operator here, if there is one.
  private var level: Level? {
    switch token.kind {
    case .sign(let sign):
      switch sign {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return .comparison
      case .plus, .minus: return .sum
      case .join: return .joining
      case .times, .divide, .floorDivide, .remainder: return .product
      case .power: return .power
      case .assign, .dot, .comma, .colon, .pipe, .openParenthesis, .closeParenthesis,
        .openBracket, .closeBracket, .openBrace, .closeBrace:
        return nil
      }
    case .name:
      if isWord("or") { return .or }
      if isWord("and") { return .and }
      return isWord("in") || isWord("not") && isWord("in", next) ? .comparison : nil
    case .text, .outputStart, .outputEnd, .tagStart, .tagEnd, .integer, .double, .string, .broken,
      .end:
      return nil
    }
  }

  private mutating func takeOperator() -> Operator {
    defer { advance() }
    guard case .sign(let sign) = token.kind else { return .add }
    return switch sign {
    case .minus: .subtract
    case .join: .join
    case .times: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .remainder: .remainder
    case .power: .power
    default: .add
    }
  }

  private func make(
    _ level: Level,
    _ sign: Operator,
    _ left: Expression,
    _ right: Expression
  ) throws(SyntaxFault) -> Expression {
    let kind: Expression.Kind =
      switch level {
      case .or: .or(left, right)
      case .and: .and(left, right)
      case .not, .comparison, .sum, .joining, .product, .power, .unary:
        .operation(sign, left, right)
      }
    return try make(kind, from: left.range, [left, right])
  }

  private mutating func negation() throws(SyntaxFault) -> Expression {
    let start = token.range
    advance()
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the expression is nested too deeply", start, hint: "at most 150 deep")
    }
    let inner = try operation(from: .not)
    return try make(.not(inner), from: start, [inner])
  }

  /// The comparisons behind a value, of which several in a row hold together.
  private mutating func comparison(_ first: Expression) throws(SyntaxFault) -> Expression {
    var rest: [(sign: Operator, right: Expression)] = []
    while let sign = takeComparison() { rest.append((sign, try operation(from: .sum))) }
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

  private mutating func unary(withFilters: Bool) throws(SyntaxFault) -> Expression {
    let start = token.range
    var result: Expression
    if token.kind == .sign(.minus) || token.kind == .sign(.plus) {
      result = try signed()
    } else {
      result = try postfix(try primary())
    }
    while withFilters {
      if token.kind == .sign(.pipe) {
        result = try filter(result, start)
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

  private mutating func signed() throws(SyntaxFault) -> Expression {
    let start = token.range
    let isMinus = token.kind == .sign(.minus)
    advance()
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Parser.maximumNesting else {
      throw fault("the expression is nested too deeply", start, hint: "at most 150 deep")
    }
    let inner = try unary(withFilters: false)
    return try make(isMinus ? .minus(inner) : .plus(inner), from: start, [inner])
  }

  private mutating func filter(
    _ input: Expression,
    _ start: SourceRange
  ) throws(SyntaxFault) -> Expression {
    advance()
    let name = try dottedName()
    let arguments = token.kind == .sign(.openParenthesis) ? try self.arguments() : .none
    return try make(.filter(input, name, arguments), from: start, [input] + arguments.values)
  }

  func make(
    _ kind: Expression.Kind,
    from start: SourceRange,
    _ parts: [Expression]
  ) throws(SyntaxFault) -> Expression {
    let range = range(from: start)
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    guard depth + nesting <= Parser.maximumDepth else {
      throw fault("the expression is too long", range, hint: "take parts of it into 'set'")
    }
    return Expression(kind, range, depth: depth)
  }
}

// MARK: - Filters, tests and calls

extension Parser {
  /// The name of a filter or test; a dot in it makes it unknown, not a syntax fault.
  mutating func dottedName() throws(SyntaxFault) -> Name {
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
  ) throws(SyntaxFault) -> Expression {
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

  mutating func arguments() throws(SyntaxFault) -> Arguments {
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

  private mutating func spreadArgument(into arguments: inout Arguments) throws(SyntaxFault) {
    let sign = token
    advance()
    let isList = sign.kind == .sign(.times)
    guard arguments.map == nil, !isList || arguments.list == nil else {
      throw fault("'\(text(sign.range))' stands twice, or behind '**'", sign.range)
    }
    if isList { arguments.list = try expression() } else { arguments.map = try expression() }
  }

  mutating func postfix(_ first: Expression) throws(SyntaxFault) -> Expression {
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

  private mutating func subscripted(_ base: Expression) throws(SyntaxFault) -> Expression {
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
