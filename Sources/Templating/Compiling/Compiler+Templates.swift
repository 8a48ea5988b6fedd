import SourceText

// MARK: - Macros

extension Compiler {
  /// Makes the value of a macro and has its body compiled later.
  mutating func makeMacro(_ macro: Statement.Macro) -> UInt32 {
    makeMacro(.macro(macro), readsLoop: macro.uses.contains(.loop), macro.name.range)
  }

  private mutating func makeMacro(
    _ body: WaitingMacro.Body,
    readsLoop: Bool,
    isCallBody: Bool = false,
    _ range: SourceRange
  ) -> UInt32 {
    let number = program.macros.count
    program.macros.append(Program.Macro(name: "", unit: 0, parameters: [], uses: []))
    var visible = localNames()
    if readsLoop, let loop = loopValue(range) { visible.append(("loop", loop)) }
    let first = temporaries(visible.count)
    for (index, local) in visible.enumerated() {
      emit(.move, b: first + UInt32(index), c: local.value.operand, at: range)
    }
    let result = temporary()
    emit(
      .makeMacro,
      a: UInt16(number),
      b: result,
      c: first,
      d: UInt32(visible.count),
      at: range
    )
    waiting.append(
      WaitingMacro(
        number: number,
        body: body,
        captured: visible.map { ($0.name, $0.value.type) },
        template: unit.template,
        escaping: unit.escaping,
        plan: unit.plan,
        context: unit.context,
        block: unit.block,
        isLocal: unit.scopes.last?.isTopLevel == false,
        isCallBody: isCallBody
      )
    )
    return result
  }

  /// The loop around as a value, if it is not one already.
  private mutating func loopValue(_ range: SourceRange) -> Typed? {
    guard lookup("loop") == nil, let loop = loopBase() else { return nil }
    let result = temporary()
    emit(.loopField, flag: LoopField.whole.rawValue, b: result, c: loop, at: range)
    return Typed(operand: result)
  }

  /// A loop that can be run again within itself is a macro of its items and its depth.
  mutating func recursiveLoop(_ loop: Statement.Loop) {
    let list = value(loop.iterable).operand
    let macro = makeMacro(.loop(loop), readsLoop: false, loop.range)
    let first = temporaries(2)
    emit(.move, b: first, c: list, at: loop.iterable.range)
    emit(.move, b: first + 1, c: constant(1), at: loop.iterable.range)
    let site = addSite(first, 2, [])
    guard !unit.discards else { return }
    emit(.callValue, flag: 1, c: macro, d: site, at: loop.range)
  }

  /// The names of this unit's own scopes, each once, in a fixed order.
  private func localNames() -> [(name: String, value: Typed)] {
    var found: [String: Typed] = [:]
    for scope in unit.scopes {
      for case (let name, .value(let typed)) in scope.names { found[name] = typed }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  mutating func callBlock(_ call: Expression, _ macro: Statement.Macro) {
    guard case .call(let callee, let arguments) = call.kind else { return }
    let caller = makeMacro(
      .macro(macro),
      readsLoop: macro.uses.contains(.loop),
      isCallBody: true,
      macro.name.range
    )
    var method: (base: UInt32, name: UInt16)?
    var macroOperand: UInt32 = 0
    switch callee.kind {
    case .attribute(let base, let name):
      let typed = value(base)
      guard checkMethod(base, typed.type, name, arguments) else { return }
      method = (typed.operand, intern(name.text))
    default:
      if case .name(let name) = callee.kind { checkMacroCall(name, arguments, callee.range) }
      macroOperand = value(callee).operand
    }
    let site = callSite(arguments, caller: (caller, call.range))
    let result = temporary()
    if let method {
      emit(.callMethod, a: method.name, b: result, c: method.base, d: site, at: call.range)
    } else {
      emit(.callValue, b: result, c: macroOperand, d: site, at: call.range)
    }
    guard !unit.discards else { return }
    emit(.emit, flag: escaping(at: call.range.start).rawValue, b: result, at: call.range)
  }
}

// MARK: - Other templates

extension Compiler {
  /// Local names that have a shared slot, for a template or block that sees this scope.
  private func visibleNames() -> [(slot: Int, operand: UInt32)] {
    localNames().compactMap { name, typed in
      contextSlots[name].map { ($0, typed.operand) }
    }
  }

  /// What stands in a template behind its `extends` is not written.
  mutating func extends(_ parent: Expression, _ isFixed: Bool) {
    if isFixed {
      unit.discards = true
      return
    }
    var number = UInt16.max
    var operand: UInt32 = 0
    if let name = parent.literal {
      guard let index = linker.indices[name] else {
        let path = templates[unit.template].source.path
        let known = linker.indices.keys
        diagnostics.append(.templateNotFound(name, at: parent.range, in: path, among: known))
        return
      }
      number = UInt16(variant(of: index, in: unit.context))
    } else {
      operand = value(parent).operand
    }
    let flag: UInt8 = unit.plan == nil ? 0 : 1
    emit(.chooseParent, flag: flag, a: number, c: operand, at: parent.range)
  }

  mutating func include(_ include: Statement.Include) {
    let names = include.candidates.compactMap(\.literal)
    var target = -1
    var operand: UInt32 = 0
    if names.count == include.candidates.count {
      guard let found = names.compactMap({ linker.indices[$0] }).first else {
        if names.isEmpty, !include.ignoresMissing {
          report("template/template-not-found", "the list names no template", include.range)
        }
        if !include.ignoresMissing {
          let path = templates[unit.template].source.path
          let known = linker.indices.keys
          for candidate in include.candidates {
            guard let name = candidate.literal else { continue }
            diagnostics.append(
              .templateNotFound(name, at: candidate.range, in: path, among: known)
            )
          }
        }
        return
      }
      target = found
      if !unit.discards {
        target = variant(of: found, in: context(at: include.range.start))
      }
    } else if include.candidates.count == 1 {
      operand = value(include.candidates[0]).operand
    } else {
      let list = Expression(.list(include.candidates), include.range)
      operand = value(list).operand
    }
    guard !unit.discards else { return }
    for scope in unit.scopes {
      for case (let name, .value(let typed)) in scope.names { record(name, typed.type) }
    }
    program.includeSites.append(
      Program.IncludeSite(
        template: target,
        isContextual: unit.plan != nil,
        ignoresMissing: include.ignoresMissing,
        hasContext: include.hasContext,
        visible: include.hasContext ? visibleNames() : []
      )
    )
    let site = UInt32(program.includeSites.count - 1)
    emit(.include, b: site, c: operand, at: include.range)
  }

  mutating func importing(_ found: Statement.Import) {
    let module = temporary()
    var number = UInt16.max
    var operand: UInt32 = 0
    if let name = found.template.literal {
      guard let index = linker.indices[name] else {
        let path = templates[unit.template].source.path
        let known = linker.indices.keys
        diagnostics.append(
          .templateNotFound(name, at: found.template.range, in: path, among: known)
        )
        let names = found.module.map { [$0] } ?? found.names.map(\.alias)
        for name in names { assign(name, Typed(operand: Compiler.undefined)) }
        return
      }
      number = UInt16(variant(of: index, in: valueContext))
    } else {
      operand = value(found.template).operand
    }
    var site: UInt32 = 0
    if found.hasContext {
      program.includeSites.append(
        Program.IncludeSite(
          template: -1,
          ignoresMissing: false,
          hasContext: true,
          visible: visibleNames()
        )
      )
      site = UInt32(program.includeSites.count - 1)
    }
    let flag: UInt8 = (found.hasContext ? 1 : 0) | (unit.plan == nil ? 0 : 2)
    emit(.importModule, flag: flag, a: number, b: module, c: operand, d: site, at: found.range)
    if let name = found.module { assign(name, Typed(operand: module)) }
    for (name, alias) in found.names {
      let part = temporary()
      emit(.attribute, a: intern(name.text), b: part, c: module, at: name.range)
      assign(alias, Typed(operand: part))
    }
  }

  mutating func blockCall(_ block: Statement.Block) {
    guard !unit.discards else { return }
    let number = slot(block.name.text, in: context(at: block.name.range.start))
    var site = UInt32.max
    if block.isScoped {
      var visible = visibleNames()
      if let slot = contextSlots["loop"], let loop = loopValue(block.name.range) {
        visible.append((slot, loop.operand))
      }
      program.includeSites.append(
        Program.IncludeSite(
          template: unit.template,
          ignoresMissing: false,
          hasContext: true,
          visible: visible
        )
      )
      site = UInt32(program.includeSites.count - 1)
    }
    if block.isRequired { emit(.requiredBlock, b: number, at: block.name.range) }
    emit(.block, b: number, c: site, at: block.name.range)
  }
}
