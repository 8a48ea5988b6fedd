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
    case .filtered(let filters, let body, let range):
      let captured = captured(body, range)
      let result = chain(filters, captured)
      if !unit.discards {
        // Only a page escapes again what a filter made unsafe.
        let escaping = unit.plan == nil ? .none : escaping(at: range.start)
        emit(.emit, flag: escaping.rawValue, b: result.operand, at: range)
      }
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

  private mutating func output(_ expression: Expression) {
    guard !unit.discards else {
      _ = value(expression)
      return
    }
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

  /// A name set in one branch only keeps its outer value on the other ways through.
  private mutating func declareConditionalNames(_ branches: [Statement.Branch]) {
    guard !unit.scopes[unit.scopes.count - 1].isTopLevel else { return }
    for name in branches.flatMap({ Compiler.setNames(in: $0.body) })
    where !isKeptInRegister(name.text) {
      let outer = lookup(name.text)
      let register = temporary()
      let value = outer?.operand ?? Compiler.undefined
      emit(.move, b: register, c: value, at: name.range)
      let typed = Typed(operand: register, type: .any)
      unit.scopes[unit.scopes.count - 1].names[name.text] = .value(typed)
    }
  }

  private static func setNames(in body: [Statement]) -> [Name] {
    body.flatMap { statement -> [Name] in
      switch statement {
      case .set(let target, _), .capture(let target, _, _): target.names
      case .macro(let macro): [macro.name]
      case .importing(let found): found.module.map { [$0] } ?? found.names.map(\.alias)
      case .condition(let branches): branches.flatMap { setNames(in: $0.body) }
      default: []
      }
    }
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

// MARK: - Names

extension Compiler {
  /// Remembers of which type a value of a shared name is.
  mutating func record(_ name: String, _ type: ValueType) {
    guard contextSlots[name] != nil else { return }
    if let known = foundTypes[name], known != type {
      foundTypes[name] = .any
    } else {
      foundTypes[name] = type
    }
  }

  /// Where a name of the templates has its value.
  func lookup(_ name: String) -> Typed? {
    for scope in unit.scopes.reversed() {
      switch scope.names[name] {
      case .value(let typed): return typed
      // The loop itself is not a value; see `loopBase`.
      case .loop, .unrolledLoop: return nil
      case nil: continue
      }
    }
    if let known = knownGlobals[name] { return known }
    let isShared = linker.sharedNames[unit.template].contains(name)
    if let slot = contextSlots[name], isShared || globals[name] != nil {
      return Typed(operand: Operand.context | UInt32(slot), type: sharedTypes[name] ?? .any)
    }
    guard let global = globals[name] else { return nil }
    return Typed(operand: Operand.globals | UInt32(global), type: vocabulary.globals[global].type)
  }

  /// The registers of the loop around.
  mutating func loopBase() -> UInt32? {
    for scope in unit.scopes.reversed() {
      switch scope.names["loop"] {
      case .loop(let base, _): return base
      case .unrolledLoop:
        unit.refusesUnrolling = true
        return nil
      case .value, nil: continue
      }
    }
    return nil
  }

  /// How the loop around is run again, if it is a recursive one.
  func loopRecursion() -> Recursion? {
    for scope in unit.scopes.reversed() {
      if case .loop(_, let recursion) = scope.names["loop"] { return recursion }
    }
    return nil
  }

  /// Whether the innermost scope has the name, and not as a constant, which another value can't replace.
  private func isKeptInRegister(_ name: String) -> Bool {
    switch unit.scopes[unit.scopes.count - 1].names[name] {
    case nil: false
    case .value(let typed): typed.operand < Operand.constants
    default: true
    }
  }

  /// Gives a name a value in the innermost scope.
  mutating func assign(_ name: Name, _ value: Typed) {
    record(name.text, value.type)
    let top = unit.scopes.count - 1
    if unit.scopes[top].isTopLevel, let slot = contextSlots[name.text] {
      emit(.move, b: Operand.context | UInt32(slot), c: value.operand, at: name.range)
    } else if case .value(let known) = unit.scopes[top].names[name.text],
      known.operand < Operand.constants
    {
      emit(.move, b: known.operand, c: value.operand, at: name.range)
      if known.type != value.type {
        unit.scopes[top].names[name.text] = .value(Typed(operand: known.operand))
      }
    } else {
      let register = temporary()
      emit(.move, b: register, c: value.operand, at: name.range)
      let typed = Typed(operand: register, type: value.type)
      unit.scopes[top].names[name.text] = .value(typed)
    }
    updateMacros(name, value)
  }

  private mutating func set(_ target: Target, _ expression: Expression) {
    let value = value(expression)
    switch target {
    case .name(let name): assign(name, value)
    case .attribute, .parts: unpack(target, value.operand, expression.range)
    }
  }

  private mutating func unpack(_ target: Target, _ operand: UInt32, _ range: SourceRange) {
    switch target {
    case .name(let name): assign(name, Typed(operand: operand))
    case .attribute(let object, let attribute): setAttribute(object, attribute, operand)
    case .parts(let parts, _):
      let first = temporaries(parts.count)
      emit(.unpack, b: first, c: operand, d: UInt32(parts.count), at: range)
      for (index, part) in parts.enumerated() { unpack(part, first + UInt32(index), range) }
    }
  }

  private mutating func setAttribute(_ object: Name, _ attribute: Name, _ operand: UInt32) {
    let namespace = lookup(object.text) ?? Typed(operand: Compiler.undefined)
    if namespace.operand == Compiler.undefined { unknownName(object.text, object.range) }
    let id = intern(attribute.text)
    emit(.setAttribute, a: id, b: namespace.operand, c: operand, at: object.range)
  }

  /// What a body writes, as a text.
  mutating func captured(_ body: [Statement], _ range: SourceRange) -> Typed {
    emit(.capture, at: range)
    let discards = unit.discards
    unit.discards = false
    unit.captureDepth += 1
    scoped { $0.statements(body) }
    unit.captureDepth -= 1
    unit.discards = discards
    let result = temporary()
    emit(.captured, flag: unit.escaping == .html ? 1 : 0, b: result, at: range)
    return Typed(operand: result)
  }

  private mutating func capture(
    _ target: Target,
    _ filters: [FilterUse],
    _ body: [Statement]
  ) {
    let text = chain(filters, captured(body, target.range))
    switch target {
    case .name(let name): assign(name, text)
    case .attribute, .parts: unpack(target, text.operand, target.range)
    }
  }

  private mutating func with(_ entries: [(name: Name, value: Expression)], _ body: [Statement]) {
    let next = unit.next
    let first = temporaries(entries.count)
    var types: [ValueType] = []
    for (index, entry) in entries.enumerated() {
      types.append(place(entry.value, in: first + UInt32(index)))
    }
    scoped { compiler in
      for (index, entry) in entries.enumerated() {
        let target = Target.name(entry.name)
        compiler.bind(target, first + UInt32(index), types[index], entry.name.range)
      }
      compiler.statements(body)
    }
    unit.next = next
  }
}
