import SourceText

extension Parser {
  mutating func primary() throws(SyntaxFault) -> Expression {
    let first = token
    switch first.kind {
    case .name: return try name()
    case .integer(let value):
      advance()
      return Expression(.integer(value), first.range)
    case .double(let value):
      advance()
      return Expression(.double(value), first.range)
    case .string(var text):
      advance()
      while case .string(let more) = token.kind {
        text += more
        advance()
      }
      return Expression(.text(text), range(from: first.range))
    case .sign(.openParenthesis): return try parenthesised()
    case .sign(.openBracket):
      advance()
      let items = try self.items(until: .closeBracket)
      return try make(.list(items), from: first.range, items)
    case .sign(.openBrace): return try map()
    default: throw unexpected("a value")
    }
  }

  private mutating func name() throws(SyntaxFault) -> Expression {
    let range = token.range
    let word = text(range)
    // The words of other operators are names where a value stands, as in Jinja.
    guard word != "not" else { throw unexpected("a value") }
    advance()
    switch word {
    case "true", "True": return Expression(.bool(true), range)
    case "false", "False": return Expression(.bool(false), range)
    case "none", "None": return Expression(.none, range)
    default:
      template.readNames.insert(word)
      return Expression(.name(word), range)
    }
  }

  private mutating func parenthesised() throws(SyntaxFault) -> Expression {
    let start = token.range
    advance()
    if take(.closeParenthesis) { return Expression(.list([], isTuple: true), range(from: start)) }
    let first = try expression()
    guard token.kind == .sign(.comma) else {
      try expect(.closeParenthesis)
      return Expression(first.kind, range(from: start), depth: first.depth)
    }
    advance()
    let items = [first] + (try items(until: .closeParenthesis))
    return try make(.list(items, isTuple: true), from: start, items)
  }

  private mutating func items(until end: Token.Sign) throws(SyntaxFault) -> [Expression] {
    var items: [Expression] = []
    while !take(end) {
      items.append(try expression())
      if token.kind != .sign(end) { try expect(.comma) }
    }
    return items
  }

  private mutating func map() throws(SyntaxFault) -> Expression {
    let start = token.range
    advance()
    var entries: [(key: Expression, value: Expression)] = []
    while !take(.closeBrace) {
      let key = try expression()
      try expect(.colon)
      entries.append((key, try expression()))
      if token.kind != .sign(.closeBrace) { try expect(.comma) }
    }
    return try make(.map(entries), from: start, entries.flatMap { [$0.key, $0.value] })
  }
}
