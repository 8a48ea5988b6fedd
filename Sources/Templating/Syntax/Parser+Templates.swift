import SourceText

extension Parser {
  mutating func include(_ tag: SourceRange) -> Statement? {
    let include: Statement.Include? = header(nil) { parser throws(SyntaxFault) in
      let template = try parser.expression()
      var candidates = [template]
      if case .list(let names, _) = template.kind, names.count != 1 || names[0].literal != nil {
        candidates = names
      }
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

  private mutating func takesContext(standard: Bool) throws(SyntaxFault) -> Bool {
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

  mutating func importing(_ tag: SourceRange) -> Statement? {
    let found: Statement.Import? = header(nil) { parser throws(SyntaxFault) in
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

  mutating func from(_ tag: SourceRange) -> Statement? {
    let found: Statement.Import? = header(nil) { parser throws(SyntaxFault) in
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
        guard parser.take(.comma) else { break }
        guard parser.token.kind == .name else { throw parser.unexpected("a name") }
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

  mutating func extends(_ tag: SourceRange) -> Statement? {
    let parent: Expression? = header(nil) { parser throws(SyntaxFault) in
      try parser.expression()
    }
    guard let parent else { return nil }
    guard openTags.allSatisfy({ $0.word == "if" }) else {
      report(fault("'extends' can stand in 'if', but in no other tag", tag))
      return nil
    }
    // In an `if` it depends on the page which template is extended, or none.
    guard openTags.isEmpty, parent.literal != nil else {
      template.possibleParents.append(parent)
      return .extends(parent, isFixed: false)
    }
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
    return .extends(parent, isFixed: true)
  }

  mutating func block(_ tag: SourceRange) -> Statement? {
    let fallback = (name: Name?.none, isScoped: false, isRequired: false)
    let head = header(fallback) { parser throws(SyntaxFault) in
      (try parser.expectName(), parser.take(word: "scoped"), parser.take(word: "required"))
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
      header(()) { parser throws(SyntaxFault) in
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
      let message = "the block '\(name.text)' stands twice in this template"
      var diagnostic = fault(message, name.range).diagnostic
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
