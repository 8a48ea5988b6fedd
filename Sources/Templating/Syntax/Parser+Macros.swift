import SourceText

extension Parser {
  mutating func parameters() throws(SyntaxFault) -> [(name: Name, standard: Expression?)] {
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
      guard token.kind != .sign(.closeParenthesis) else { continue }
      try expect(.comma)
      guard token.kind == .name else { throw unexpected("a name") }
    }
    return parameters
  }

  mutating func macro(_ tag: SourceRange) -> Statement? {
    let fallback = (
      name: Name?.none, parameters: [(name: Name, standard: Expression?)]()
    )
    let head = header(fallback) { parser throws(SyntaxFault) in
      let name = try parser.expectTargetName()
      return (name, try parser.parameters())
    }
    if let name = head.name { bind([name], isExported: true) }
    let macro = macroBody(head.name, head.parameters, "macro", tag)
    guard let name = head.name else { return nil }
    if scopeDepth == 0 { template.macros[name.text] = macro }
    return .macro(macro)
  }

  private mutating func macroBody(
    _ name: Name?,
    _ parameters: [(name: Name, standard: Expression?)],
    _ word: String,
    _ tag: SourceRange
  ) -> Statement.Macro {
    let loops = loopDepth
    let outerReads = template.readNames
    template.readNames = []
    scopeDepth += 1
    macroDepth += 1
    loopDepth = 0
    bind(parameters.map(\.name))
    let (body, end) = body(of: OpenTag(word: word, range: tag, ends: ["end" + word]))
    if end != nil { header(()) { _ throws(SyntaxFault) in } }
    let reads = template.readNames
    if reads.contains("caller"),
      let caller = parameters.first(where: { $0.name.text == "caller" && $0.standard == nil })
    {
      let hint = "leave it out: 'call' gives it by itself"
      report(fault("'caller' can't be a parameter without a value", caller.name.range, hint: hint))
    }
    let uses = Statement.Macro.Uses.names.filter { reads.contains($0.name) }.map(\.use)
    template.readNames.formUnion(outerReads)
    scopeDepth -= 1
    macroDepth -= 1
    loopDepth = loops
    return Statement.Macro(
      name: name ?? Name(text: "caller", range: tag),
      parameters: parameters,
      uses: Statement.Macro.Uses(uses),
      reads: reads,
      body: body
    )
  }

  mutating func callBlock(_ tag: SourceRange) -> Statement? {
    let fallback = (
      parameters: [(name: Name, standard: Expression?)](), call: Expression?.none
    )
    let head = header(fallback) { parser throws(SyntaxFault) in
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
