import SourceText

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
    visible += laterNames(body, besides: visible.map(\.name))
    let first = temporaries(visible.count)
    for (index, local) in visible.enumerated() {
      emit(.move, b: first + UInt32(index), c: local.value.operand, at: range)
    }
    let result = temporary()
    emit(
      .makeMacro,
      a: UInt16(truncatingIfNeeded: number),
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

  // MARK: Names that get their values later

  /// Names that a macro within a scope reads and that may get a value there behind it.
  private mutating func laterNames(
    _ body: WaitingMacro.Body,
    besides visible: [String]
  ) -> [(name: String, value: Typed)] {
    guard case .macro(let macro) = body, unit.scopes.last?.isTopLevel == false else { return [] }
    let bound = templates[unit.template].boundNames
    let names = macro.reads.intersection(bound).subtracting(visible).subtracting([macro.name.text])
    return names.sorted().map { name in
      (name, Typed(operand: lookup(name)?.operand ?? Compiler.undefined))
    }
  }

  /// Gives a macro of a scope its name and watches the names that it copied.
  mutating func declare(_ macro: Statement.Macro) {
    let operand = makeMacro(macro)
    assign(macro.name, Typed(operand: operand))
    let scope = unit.scopes.count - 1
    guard !unit.scopes[scope].isTopLevel,
      case .value(let typed) = unit.scopes[scope].names[macro.name.text],
      let waiting = waiting.last
    else { return }
    let known = Set(unit.scopes.flatMap { $0.names.keys })
    unit.localMacros.append(
      LocalMacro(
        name: macro.name.text,
        number: waiting.number,
        operand: typed.operand,
        scope: scope,
        missing: Set(waiting.captured.map(\.name)).subtracting(known)
      )
    )
  }

  /// Lets the macros of the innermost scope see the new value of a name.
  mutating func updateMacros(_ name: Name, _ value: Typed) {
    let scope = unit.scopes.count - 1
    unit.localMacros.removeAll { $0.scope == scope && $0.name == name.text }
    for index in unit.localMacros.indices where unit.localMacros[index].scope == scope {
      let macro = unit.localMacros[index]
      guard let place = waiting.firstIndex(where: { $0.number == macro.number }),
        let part = waiting[place].captured.firstIndex(where: { $0.name == name.text })
      else { continue }
      waiting[place].captured[part].type = .any
      unit.localMacros[index].missing.remove(name.text)
      emit(
        .recapture,
        a: UInt16(truncatingIfNeeded: macro.number),
        b: macro.operand,
        c: value.operand,
        d: UInt32(part),
        at: name.range
      )
    }
  }

  /// Leaves scopes: what got no value in them is no name of theirs.
  mutating func forgetMacros(from scope: Int) {
    for macro in unit.localMacros where macro.scope >= scope {
      guard let place = waiting.firstIndex(where: { $0.number == macro.number }) else { continue }
      for part in waiting[place].captured.indices
      where macro.missing.contains(waiting[place].captured[part].name) {
        waiting[place].captured[part].name = ""
      }
    }
    unit.localMacros.removeAll { $0.scope >= scope }
  }

  // MARK: Loops

  /// The loop around as a value, if it is not one already.
  mutating func loopValue(_ range: SourceRange) -> Typed? {
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
  func localNames() -> [(name: String, value: Typed)] {
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

// MARK: - Bodies

extension Compiler {
  /// Compiles a macro: its registers begin with the parameters, then come what it is given besides,
  /// the names around it and the macro itself.
  mutating func compile(_ waiting: WaitingMacro) {
    var state = UnitState(template: waiting.template, escaping: waiting.escaping)
    state.plan = waiting.plan
    state.context = waiting.context
    state.scopes = [Scope(isTopLevel: false)]
    state.block = waiting.block
    switch waiting.body {
    case .macro(let macro):
      let title = "macro '\(macro.name.text)'"
      let number = makeUnit(state, title: title) { $0.macroBody(macro, waiting) }
      program.macros[waiting.number] = Program.Macro(
        name: macro.name.text,
        unit: number,
        parameters: macro.parameters.map { intern($0.name.text) },
        uses: macro.uses
      )
    case .loop(let loop):
      let number = makeUnit(state, title: "recursive loop") { compiler in
        let items = compiler.temporary()
        let depth = compiler.temporary()
        for (name, type) in waiting.captured { compiler.parameter(name, type) }
        let recursion = Recursion(macro: compiler.temporary(), depth: depth)
        compiler.loop(loop, over: Typed(operand: items), recursion: recursion)
      }
      program.macros[waiting.number] = Program.Macro(
        name: "loop",
        unit: number,
        parameters: [intern("items"), intern("depth")],
        uses: []
      )
    }
  }

  private mutating func macroBody(_ macro: Statement.Macro, _ waiting: WaitingMacro) {
    for parameter in macro.parameters { self.parameter(parameter.name.text) }
    for (name, use) in Statement.Macro.Uses.names where use != .loop && macro.uses.contains(use) {
      parameter(name)
    }
    for (name, type) in waiting.captured {
      let isHidden = Statement.Macro.Uses.names.contains {
        $0.name == name && $0.use != .loop && macro.uses.contains($0.use)
      }
      if isHidden { _ = temporary() } else { parameter(name, type) }
    }
    let itself = temporary()
    // The body of a call block is not known by a name.
    if waiting.isLocal, !waiting.isCallBody {
      unit.scopes[0].names[macro.name.text] = .value(Typed(operand: itself))
    }
    // A parameter hides what is named like it around the macro.
    for (index, parameter) in macro.parameters.enumerated() {
      let typed = Typed(operand: UInt32(index))
      unit.scopes[0].names[parameter.name.text] = .value(typed)
    }
    for (index, parameter) in macro.parameters.enumerated() {
      let range = parameter.name.range
      let jump = emit(.jumpIfGiven, b: UInt32(index), at: range)
      let value = parameter.standard.map { self.value($0) }
      emit(.move, b: UInt32(index), c: value?.operand ?? Compiler.undefined, at: range)
      program.code[jump].c = UInt32(program.code.count)
      setBarrier()
    }
    statements(macro.body)
  }
}
