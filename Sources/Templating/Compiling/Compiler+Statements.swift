import SourceText

extension Compiler {
  mutating func statements(_ statements: [Statement]) {
    for statement in statements {
      let next = unit.next
      let isScope = self.statement(statement)
      // Names set by the statement keep their registers; what it used besides is free again.
      unit.next = max(next, isScope ? next : keptRegisters())
    }
  }

  /// One past the highest register that a visible name holds.
  private func keptRegisters() -> UInt32 {
    var most: UInt32 = 0
    for scope in unit.scopes {
      for binding in scope.names.values {
        switch binding {
        case .value(let typed):
          if typed.operand < Operand.context { most = max(most, typed.operand + 1) }
        // The loop's list, index, item and what `changed` saw last.
        case .loop(let base, _): most = max(most, base + 4)
        case .unrolledLoop: continue
        }
      }
    }
    return most
  }

  /// - Returns: whether no name of the statement is seen behind it.
  private mutating func statement(_ statement: Statement) -> Bool {
    switch statement {
    case .text(let range): text(range)
    case .output(let expression): output(expression)
    case .condition(let branches):
      condition(branches)
      return false
    case .loop(let loop): self.loop(loop)
    case .set(let target, let value):
      set(target, value)
      return false
    case .capture(let target, let filters, let body):
      capture(target, filters, body)
      return false
    case .with(let entries, let body): with(entries, body)
    case .filtered(let filters, let body, let range): filtered(filters, body, range)
    case .escaping(let isOn, let body, _):
      let outer = unit.escaping
      unit.escaping = isOn ? .html : .none
      scoped { $0.statements(body) }
      unit.escaping = outer
    case .macro(let macro):
      declare(macro)
      return false
    case .callBlock(let call, let macro): callBlock(call, macro)
    case .include(let include): self.include(include)
    case .importing(let found):
      importing(found)
      return false
    case .extends(let parent, let isFixed): extends(parent, isFixed)
    case .block(let block): blockCall(block)
    case .breakLoop(let range), .continueLoop(let range): leaveLoop(statement, range)
    case .evaluate(let expression): _ = value(expression)
    }
    return true
  }

  mutating func scoped(_ body: (inout Compiler) -> Void) {
    let next = unit.next
    unit.scopes.append(Scope(isTopLevel: false))
    body(&self)
    forgetMacros(from: unit.scopes.count - 1)
    unit.scopes.removeLast()
    unit.next = next
  }

  private mutating func text(_ range: SourceRange) {
    guard !unit.discards else { return }
    if let shortened = unit.plan?.texts[range.start] { return raw(shortened, at: range) }
    let bytes = templates[unit.template].source.bytes[range.indices]
    guard bytes.contains(0x0D) else { return raw(bytes, at: range) }
    // Line ends are written as line feeds.
    var text: [UInt8] = []
    for offset in bytes.indices {
      if bytes[offset] != 0x0D {
        text.append(bytes[offset])
      } else if offset + 1 == bytes.endIndex || bytes[offset + 1] != 0x0A {
        text.append(0x0A)
      }
    }
    raw(text, at: range)
  }

  private mutating func filtered(
    _ filters: [FilterUse],
    _ body: [Statement],
    _ range: SourceRange
  ) {
    guard !unit.discards else {
      checkOnly { _ = $0.chain(filters, Typed(operand: Compiler.undefined)) }
      return scoped { $0.statements(body) }
    }
    let result = chain(filters, captured(body, range))
    // Only a page escapes again what a filter made unsafe.
    let escaping = unit.plan == nil ? .none : escaping(at: range.start)
    emit(.emit, flag: escaping.rawValue, b: result.operand, at: range)
  }

  private mutating func output(_ expression: Expression) {
    guard !unit.discards else { return checkOnly { _ = $0.value(expression) } }
    let escaping = escaping(at: expression.range.start)
    if case .call(let callee, let arguments) = expression.kind,
      call(callee, arguments, expression.range, writesInPlace: escaping.isText)
    {
      return
    }
    let operand = value(expression).operand
    guard escaping != .nothing else { return }
    write(operand, as: escaping, at: expression.range)
  }
}

// MARK: - Conditions and loops

extension Compiler {
  private mutating func condition(_ branches: [Statement.Branch]) {
    declareConditionalNames(branches)
    let folds = branches.allSatisfy { Compiler.isFoldable($0.body) }
    var isDecided = false
    var ends: [Int] = []
    for branch in branches {
      let next = unit.next
      if isDecided {
        checkOnly { compiler in
          if let condition = branch.condition { _ = compiler.value(condition) }
          compiler.statements(branch.body)
        }
        continue
      }
      var skip: Int?
      if let condition = branch.condition {
        let decision = decide(condition, folds: folds)
        unit.next = next
        if case .known(let holds) = decision {
          isDecided = holds
          if !holds {
            checkOnly { $0.statements(branch.body) }
            continue
          }
        } else {
          skip = jump(.jumpIfFalse, decision, condition.range)
        }
      }
      statements(branch.body)
      if let skip {
        ends.append(emit(.jump, at: branch.condition?.range ?? SourceRange(start: 0, end: 0)))
        land(skip)
      }
    }
    for end in ends { land(end) }
  }

  /// A conditional jump, still without its target.
  mutating func jump(_ operation: Instruction.Operation, _ condition: Expression) -> Int {
    jump(operation, decide(condition, folds: false), condition.range)
  }

  private mutating func loop(_ loop: Statement.Loop) {
    if loop.isRecursive { return recursiveLoop(loop) }
    let next = unit.next
    let list = value(loop.iterable)
    if !unroll(loop, over: list) { self.loop(loop, over: list, recursion: nil) }
    unit.next = next
  }

  /// The turns of a loop over a list, which in a recursive loop is the part that is run again.
  mutating func loop(_ loop: Statement.Loop, over list: Typed, recursion: Recursion?) {
    var list = list
    let item: ValueType = if case .list(let inner) = list.type { inner } else { .any }
    if let condition = loop.condition {
      list.operand = filtered(loop, list.operand, item, condition)
    }
    let base = temporaries(4)
    emit(
      .loopStart,
      flag: recursion == nil ? 0 : 1,
      b: base,
      c: list.operand,
      d: recursion?.depth ?? 0,
      at: loop.iterable.range
    )
    setBarrier()
    let start = emit(.loopNext, b: base, at: loop.range)
    setBarrier()
    unit.loops.append(LoopState(start: start, captureDepth: unit.captureDepth))
    scoped { compiler in
      compiler.unit.scopes[compiler.unit.scopes.count - 1].names["loop"] = .loop(base, recursion)
      compiler.bind(loop.target, base + 2, item, loop.iterable.range)
      compiler.statements(loop.body)
    }
    emit(.jump, b: UInt32(start), at: loop.range)
    program.code[start].c = UInt32(program.code.count)
    setBarrier()
    let breaks = unit.loops.removeLast().breaks
    if let otherwise = loop.otherwise {
      emit(.loopField, flag: LoopField.any.rawValue, b: base + 2, c: base, at: loop.range)
      let jump = emit(.jumpIfTrue, c: base + 2, at: loop.range)
      scoped { $0.statements(otherwise) }
      land(jump)
    }
    for jump in breaks { land(jump) }
  }

  /// The items for which a loop's condition holds, as a list.
  private mutating func filtered(
    _ loop: Statement.Loop,
    _ list: UInt32,
    _ item: ValueType,
    _ condition: Expression
  ) -> UInt32 {
    let result = temporary()
    let base = temporaries(4)
    emit(.collect, at: condition.range)
    emit(.loopStart, b: base, c: list, at: loop.iterable.range)
    setBarrier()
    let start = emit(.loopNext, b: base, at: loop.range)
    setBarrier()
    scoped { compiler in
      compiler.bind(loop.target, base + 2, item, loop.iterable.range)
      let skip = compiler.jump(.jumpIfFalse, condition)
      compiler.emit(.collectItem, b: base + 2, at: condition.range)
      compiler.land(skip)
    }
    emit(.jump, b: UInt32(start), at: loop.range)
    program.code[start].c = UInt32(program.code.count)
    setBarrier()
    emit(.collected, b: result, at: condition.range)
    return result
  }

  /// Binds the names of a loop or an assignment in the innermost scope.
  mutating func bind(_ target: Target, _ operand: UInt32, _ type: ValueType, _ range: SourceRange) {
    switch target {
    case .name(let name):
      record(name.text, type)
      let typed = Typed(operand: operand, type: type)
      unit.scopes[unit.scopes.count - 1].names[name.text] = .value(typed)
    case .attribute: unpack(target, operand, range)
    case .parts(let parts, _):
      let first = temporaries(parts.count)
      emit(.unpack, b: first, c: operand, d: UInt32(parts.count), at: range)
      for (index, part) in parts.enumerated() { bind(part, first + UInt32(index), .any, range) }
    }
  }

  private mutating func leaveLoop(_ statement: Statement, _ range: SourceRange) {
    guard let loop = unit.loops.last else { return }
    guard loop.start != LoopState.unrolled else {
      unit.refusesUnrolling = true
      return
    }
    // Output that is kept back within the loop is dropped.
    for _ in loop.captureDepth..<unit.captureDepth { emit(.captured, b: temporary(), at: range) }
    if case .breakLoop = statement {
      unit.loops[unit.loops.count - 1].breaks.append(emit(.jump, at: range))
    } else {
      emit(.jump, b: UInt32(loop.start), at: range)
    }
  }
}
